"""Words written with a full stop that does not, or need not, end the sentence."""

from __future__ import annotations


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Always followed by the name or number they belong to: no sentence ends after them.
BEFORE_NAME = _set(
    """mr mrs ms messrs mme mlle dr drs prof rev fr sr st ste ft mt gen lt col maj capt cpt cmdr adm brig sgt cpl pvt
    pfc sfc gov sen sens rep reps pres hon amb sec supt insp det spc atty asst assoc dir dist vs v no nos art arts
    fig figs vol vols p pp ch chs para eq ed eds op cf ca approx ext est maj.gen lt.gen brig.gen lt.col e.g i.e viz
    adm min fwd rt sqn wg flt cdr cmd tech"""
)
# May stand at the end: a sentence ends after them only where the next word looks like a beginning.
ANYWHERE = _set(
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd
    llc plc bros jr sr esq etc al dept univ assn ave blvd rd hwy sq bldg ala ariz ark calif colo conn del fla ga ill
    ind kan kans ky la mass md mich minn miss mo mont neb nev okla ont ore pa que tenn tex va vt wash wis wisc wyo
    u.s u.k u.n e.u u.s.a u.s.s.r d.c a.m p.m a.d b.c n.y l.a ph.d m.d b.a m.a j.d p.s a.k.a cont sq mi km kg lb lbs
    oz hr hrs mins secs yr yrs mph bn mln m.p k.g.b intl natl govt gov't int'l nat'l"""
)
# A capital on one of these marks a beginning: none of them starts a name after an abbreviation.
_STARTERS = _set(
    """the a an this that these those he she it we they i you his her its their our my in on at by for from with to of
    as after before during since while when where if but and or so yet also however meanwhile although though because
    there here what who why how which some many most several few all both each every no not one two three more
    about among under over between despite according another other such it's he's she's they're that's is are was
    were will would can could do does did has have had may might must should let now then later earlier still even
    once until unless last next only just"""
)


def is_abbreviation(word: str) -> bool:
    """Whether a word takes a full stop as part of its spelling; the word is given without it."""
    lower = word.lower()
    return lower in BEFORE_NAME or lower in ANYWHERE


def begins_sentence(word: str) -> bool:
    """Whether a capitalised word after an abbreviation is a beginning rather than a name."""
    return word[:1].isupper() and word.lower() in _STARTERS
