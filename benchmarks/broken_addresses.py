"""Breaks addresses as copying, mailing and archiving do, one way or several, and sets them into clippings.

`clippings(n, seed)` is deterministic; the pages are invented.
"""

# ruff: noqa: E501 - wrapped addresses and clippings are given whole, as they stand in mails
from __future__ import annotations

import base64
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from benchmarks.invented_pages import FOOTERS, PROSE, Page, page


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A clipping with a broken address, and the address it stood for; None where it was cut."""

    kind: str
    clipping: str
    expected: str | None


# What befalls the address itself. Each takes the address and a source of chance; None where it cannot apply.
Damage = Callable[[str, random.Random], str | None]


def _cut_at(url: str, rng: random.Random, pattern: str, *, skip: int | None = None) -> tuple[str, str] | None:
    """The address in two, at a random place behind its host that fits a pattern."""
    begin = url.find("/", url.find("://") + 3) + 2 if skip is None else skip
    places = [m.start() for m in re.finditer(pattern, url) if m.start() > begin and m.start() < len(url)]
    if not places:
        return None
    place = rng.choice(places)
    return url[:place], url[place:]


_INSIDE = r"(?<=[a-z0-9])(?=[a-z0-9])"


def _joined(cut: tuple[str, str] | None, glue: str) -> str | None:
    return cut and cut[0] + glue + cut[1]


def space_in_word(url: str, rng: random.Random) -> str | None:
    return _joined(_cut_at(url, rng, r"(?<=[a-z0-9])(?=[a-z0-9])"), " ")


def no_break_space(url: str, rng: random.Random) -> str | None:
    return _joined(_cut_at(url, rng, _INSIDE), rng.choice("\u00a0\u202f\u2009\u3000"))


def space_at_mark(url: str, rng: random.Random) -> str | None:
    return _joined(_cut_at(url, rng, r"(?<=[/_-])(?=\w)"), " ")


def space_before_mark(url: str, rng: random.Random) -> str | None:
    return _joined(_cut_at(url, rng, r"(?<=\w)(?=[/_.-]\w)"), " ")


def lost_hyphen(url: str, rng: random.Random) -> str | None:
    cut = _cut_at(url, rng, r"(?<=[a-z]{2})-(?=[a-z]{2})")
    return cut and cut[0] + " " + cut[1][1:]


def space_in_host(url: str, rng: random.Random) -> str | None:
    host_end = url.find("/", 12)
    places = [m.end() for m in re.finditer(r"(?<=\w)\.(?=\w)", url[:host_end])]
    if not places:
        return None
    place = rng.choice(places) - rng.randint(0, 1)
    return url[:place] + " " + url[place:]


def space_in_host_name(url: str, rng: random.Random) -> str | None:
    begin, host_end = url.find("://") + 4, url.find("/", 12)
    places = [m.start() for m in re.finditer(r"(?<=[a-z])(?=[a-z])", url[:host_end]) if m.start() > begin]
    if not places or begin == 3:
        return None
    place = rng.choice(places)
    return url[:place] + " " + url[place:]


def line_break(url: str, rng: random.Random) -> str | None:
    return _joined(_cut_at(url, rng, r"(?<=\w)(?=\w)|(?<=[-/])(?=\w)"), rng.choice(["\n", "\r\n", "\n  ", "\n\t"]))


def line_break_lost_hyphen(url: str, rng: random.Random) -> str | None:
    cut = _cut_at(url, rng, r"(?<=[a-z]{2})-(?=[a-z]{2})")
    return cut and cut[0] + "\n" + cut[1][1:]


def line_break_with_hyphen(url: str, rng: random.Random) -> str | None:
    return _joined(_cut_at(url, rng, r"(?<=[a-z]{2})(?=[a-z]{2})"), "-\n")


def three_lines(url: str, rng: random.Random) -> str | None:
    size = max(20, len(url) // 3 + 1)
    return "\n".join(url[i : i + size] for i in range(0, len(url), size))


def encoded_space(url: str, rng: random.Random) -> str | None:
    return _joined(_cut_at(url, rng, _INSIDE), "%20")


def invisible(url: str, rng: random.Random) -> str | None:
    return _joined(_cut_at(url, rng, r"(?<=\w)(?=\w)", skip=8), rng.choice("\u200b\u00ad\u200d\ufeff\u2060\u200e"))


def soft_hyphen_entity(url: str, rng: random.Random) -> str | None:
    return _joined(_cut_at(url, rng, _INSIDE), rng.choice(["&shy;", "&#8203;", "<wbr>", "%E2%80%8B"]))


def scheme_typo(url: str, rng: random.Random) -> str | None:
    scheme, rest = url.split("://", 1)
    secure = scheme == "https"
    forms = ["{}//", "{};//", "{}:/", "{}:///", "{}: //", "{}:\\\\", "{}//:", "{}.//", "{} ://"]
    names = (
        ["ttps", "htps", "htttps", "hhttps", "httpss", "htpps", "HTTPS", "tps"]
        if secure
        else ["ttp", "htp", "htttp", "hhttp", "HTTP"]
    )
    return (rng.choice(names) + "://" if rng.random() < 0.4 else rng.choice(forms).format(scheme)) + rest


def scheme_missing(url: str, rng: random.Random) -> str | None:
    return url.split("://", 1)[1]


def scheme_doubled(url: str, rng: random.Random) -> str | None:
    return rng.choice(["https://", "http://", "http:// ", "https:", "http:", "https//", "url:"]) + url


def defanged(url: str, rng: random.Random) -> str | None:
    scheme, rest = url.split("://", 1)
    host, slash, path = rest.partition("/")
    dot = rng.choice(["[.]", "(.)", "[dot]", "(dot)", "{.}", " [.] ", " dot ", "[.", "{dot}", "\\."])
    scheme = rng.choice(
        [
            scheme.replace("tt", "xx"),
            scheme.replace("tt", "XX"),
            scheme,
            scheme.replace("tt", "**"),
            scheme.replace("t", "x", 1),
        ]
    )
    mark = rng.choice(["://", "[:]//", "[://]", ":\\/\\/", "://"])
    if rng.random() < 0.3:
        head, _, last = host.rpartition(".")
        return f"{scheme}{mark}{head}{dot}{last}{slash}{path}"
    return f"{scheme}{mark}{host.replace('.', dot)}{slash}{path}"


def entities(url: str, rng: random.Random) -> str | None:
    if "&" in url:
        return url.replace("&", rng.choice(["&amp;", "&#38;", "&amp;amp;", "&#x26;"]))
    return url.replace("/", rng.choice(["&#47;", "&#x2F;"])) if rng.random() < 0.3 else None


def double_encoded(url: str, rng: random.Random) -> str | None:
    return url.replace("%", "%25") if "%" in url else None


def json_escaped(url: str, rng: random.Random) -> str | None:
    return url.replace("/", "\\/")


def full_width(url: str, rng: random.Random) -> str | None:
    marks = rng.choice([":", "/", ".", ":/.", "-"])
    return "".join(chr(ord(c) + 0xFEE0) if c in marks else c for c in url)


def smart_dash(url: str, rng: random.Random) -> str | None:
    cut = _cut_at(url, rng, r"(?<=[a-z])-(?=[a-z])")
    return cut and cut[0] + rng.choice("–‐‑") + cut[1][1:]


def whole_encoded(url: str, rng: random.Random) -> str | None:
    return quote(url, safe="")


def quoted_printable(url: str, rng: random.Random) -> str | None:
    text = url.replace("=", "=3D")
    place = rng.randint(len(text) // 2, max(len(text) // 2, len(text) - 3))
    place -= text[place - 2 : place].count("=")  # never inside an escape
    return text[:place] + "=\n" + text[place:]


def tracking(url: str, rng: random.Random) -> str | None:
    address, mark, fragment = url.partition("#")
    added = rng.choice(
        [
            "utm_source=newsletter&utm_medium=email",
            "fbclid=IwAR0x9",
            "gclid=Cj0K",
            "utm_campaign=a%20b",
            "mc_cid=0a1&mc_eid=9f",
            "igshid=abc",
            "at_medium=RSS&at_campaign=KARANGA",
            "msclkid=1",
        ]
    )
    return address + ("&" if "?" in address else "?") + added + mark + fragment


def google(url: str, rng: random.Random) -> str | None:
    return rng.choice(
        [
            "https://www.google.com/url?q={}&sa=U&ved=2ah",
            "https://www.google.co.uk/url?sa=t&source=web&rct=j&url={}&usg=AOv",
            "http://google.de/url?url={}",
        ]
    ).format(quote(url, safe=""))


def facebook(url: str, rng: random.Random) -> str | None:
    return rng.choice(
        [
            "https://l.facebook.com/l.php?u={}&h=AT1",
            "http://lm.facebook.com/l.php?u={}&h=AT",
            "https://www.facebook.com/sharer/sharer.php?u={}",
        ]
    ).format(quote(url, safe=""))


def safelinks(url: str, rng: random.Random) -> str | None:
    return f"https://{rng.choice(['nam02', 'eur01', 'gbr01', 'emea01'])}.safelinks.protection.outlook.com/?url={quote(url, safe='')}&data=04%7C01%7Ca%40b.org&sdata=q%2B1%3D&reserved=0"


def proofpoint_2(url: str, rng: random.Random) -> str | None:
    encoded = quote(url, safe=":/?&=;,@~()+!$*'#%").replace("-", "-2D").replace("_", "-5F")
    encoded = "".join(f"-{ord(c):02X}" if c in ":?&=;,@~()+!$*'#%" else c for c in encoded).replace("/", "_")
    return f"https://urldefense.proofpoint.com/v2/url?u={encoded}&d=DwMFaQ&c=x&r=y&m=z&s=w&e="


def proofpoint_3(url: str, rng: random.Random) -> str | None:
    odd = [c for c in url if c in "?&=#%"]
    coded = "".join("*" if c in "?&=#%" else c for c in url)
    if "**" in coded or "*" in url or not url.isascii():
        return None
    return f"https://urldefense.com/v3/__{coded}__;{base64.urlsafe_b64encode(''.join(odd).encode()).decode().rstrip('=')}!!AbC!x-y_z$"


def linkedin(url: str, rng: random.Random) -> str | None:
    return rng.choice(
        [
            "https://www.linkedin.com/redir/redirect?url={}&urlhash=x",
            "https://www.linkedin.com/safety/go?url={}&trk=f",
            "https://www.linkedin.com/shareArticle?mini=true&url={}&title=x",
        ]
    ).format(quote(url, safe=""))


def intent(url: str, rng: random.Random) -> str | None:
    return rng.choice(
        [
            "https://twitter.com/intent/tweet?url={}&text=Read%20this",
            "https://x.com/intent/post?text=Hello&url={}",
            "https://twitter.com/share?url={}",
        ]
    ).format(quote(url, safe=""))


def amp_cache(url: str, rng: random.Random) -> str | None:
    scheme, rest = url.split("://", 1)
    secure = "s/" if scheme == "https" else ""
    host = re.sub(r"[^\w]", "-", rest.split("/")[0])
    return rng.choice(
        [
            f"https://{host}.cdn.ampproject.org/c/{secure}{rest}",
            f"https://www.google.com/amp/{secure}{rest}",
            f"https://{host}.cdn.ampproject.org/v/{secure}{rest}",
        ]
    )


def archive(url: str, rng: random.Random) -> str | None:
    stamp = rng.choice(["20191101120000", "20191101", "2019", "20191101120000id_", "20191101120000if_", "*"])
    return rng.choice(
        [
            f"https://web.archive.org/web/{stamp}/{url}",
            f"http://archive.today/20191101120000/{url}",
            f"https://archive.ph/newest/{url}",
            f"web.archive.org/web/{stamp}/{url}",
        ]
    )


def google_cache(url: str, rng: random.Random) -> str | None:
    return (
        f"https://webcache.googleusercontent.com/search?q=cache:Ab_cDeFgHiJ:{url}+&cd=1&hl=en"
        if "&" not in url and "#" not in url
        else None
    )


def redirect(url: str, rng: random.Random) -> str | None:
    return rng.choice(
        [
            "https://www.youtube.com/redirect?event=d&q={}",
            "https://slack-redir.net/link?url={}",
            "https://vk.com/away.php?to={}",
            "https://out.reddit.com/t3_x?url={}&token=A",
            "https://news.example.com/redirect?url={}&c=1",
            "https://duckduckgo.com/l/?uddg={}&rut=1",
        ]
    ).format(quote(url, safe=""))


def ellipsis(url: str, rng: random.Random) -> str | None:
    cut = _cut_at(url, rng, r"(?<=\w)(?=\w)")
    return cut and cut[0] + rng.choice(["…", "...", " …", "[...]", "....", "..."])


SPACES: list[Damage] = [
    space_in_word,
    no_break_space,
    space_at_mark,
    space_before_mark,
    lost_hyphen,
    space_in_host,
    line_break,
    line_break_lost_hyphen,
    line_break_with_hyphen,
    three_lines,
    encoded_space,
    space_in_host_name,
]
MARKS: list[Damage] = [
    invisible,
    soft_hyphen_entity,
    entities,
    double_encoded,
    json_escaped,
    full_width,
    smart_dash,
    quoted_printable,
]
SCHEMES: list[Damage] = [scheme_typo, scheme_missing, scheme_doubled, defanged, whole_encoded]
WRAPPERS: list[Damage] = [
    google,
    facebook,
    safelinks,
    proofpoint_2,
    proofpoint_3,
    linkedin,
    intent,
    amp_cache,
    archive,
    google_cache,
    redirect,
]

LABELS = [
    "Original url:\n\n{}",
    "Source: {}",
    "Read more at {}",
    "Via {}",
    "Permalink: {}",
    "URL: {}",
    "Link: {}",
    "(Source: {})",
    "Original article: {}",
    "Read the full story here: {}",
    "Retrieved from {}",
    "From: {}",
    "**Source:** {}",
    "*Source*: {}",
    "Originally published at {}",
    "- URL: {}",
    "> Source: {}",
    "Quelle: {}",
    "Источник: {}",
    "来源：{}",
    "Fuente: {}",
    "Lien : {}",
    "Source - {}",
    "source={}",
    "Web: {}",
    "Available at: {}",
    "See {}",
    "Found here: {}",
    "Available online: {}",
    "Posted at {}",
    "Reference: {}",
    "Full text: {}",
    "Canonical: {}",
    "{}",
    "{}",
]
MARKED = [
    "<{}>",
    '"{}"',
    "“{}”",
    "‘{}’",
    "({})",
    "[{}]",
    "`{}`",
    "**{}**",
    "_{}_",
    "<u>{}</u>",
    "«{}»",
    "{}.",
    "{},",
    "{}).",
    '{}"',
    "{};",
    "{}>",
    "'{}'",
]
LINKED = [
    "[link]({})",
    "[{h}]({})",
    '<a href="{}">{h}</a>',
    '[Read the original]({} "Title")',
    "[1]: {}",
    "[{h}](<{}>)",
    "<link rel='canonical' href='{}'/>",
]


def clipping(page_: Page, address: str, rng: random.Random) -> str:
    """A clipping around an address: with or without headline, day, prose, label, marks and footer."""
    day = "{}-{:02d}-{:02d}".format(*page_.day)
    marked = address
    style = rng.random()
    broken = re.search(r"\s", address) is not None
    if style < 0.2:
        marked = rng.choice(MARKED).format(address)
    elif style < 0.35:
        marked = rng.choice(LINKED).replace("{h}", page_.headline).replace("{}", address)
    body = " ".join(rng.sample(PROSE, 2))
    setting = rng.random()
    if setting < 0.12:
        return f'---\ntitle: "{page_.headline}"\n{rng.choice(["url", "source", "link"])}: {rng.choice([address, json_quoted(address)])}\ncreated: {day}\n---\n\n{body}\n'
    if setting < 0.2 and not broken:
        return f"{body} More at {address} {rng.choice(['according to local media', 'for details', 'and elsewhere', 'which also has pictures'])}.\n"
    if setting < 0.28:
        quoted = "\n".join(
            "> " + line for line in f"{page_.headline}\n{body}\n\n{rng.choice(LABELS).format(marked)}".split("\n")
        )
        return f"On Monday A. Reader wrote:\n{quoted}\n"
    if setting < 0.35:
        return f"{marked}\n"
    head = rng.choice(
        [
            f"# {page_.headline}\n\n",
            f"{page_.headline}\n{day}\n\n",
            f"\n\n{page_.headline}\n\n",
            "",
            f"{page_.headline}\n",
        ]
    )
    footer = rng.choice(FOOTERS) if rng.random() < 0.4 else "\n"
    return f"{head}{body}\n\n{rng.choice(LABELS).replace('{}', marked)}{footer}"


def json_quoted(text: str) -> str:
    return f'"{text}"'


def broken(rng: random.Random) -> Broken | None:
    """One broken clipping with up to three damages; None where the dice gave an impossible combination."""
    original = page(rng)
    url = original.url
    kinds: list[str] = []
    plan: list[Damage] = []
    level = rng.random()
    if level < 0.06:
        pass
    elif level < 0.11:
        plan = [ellipsis]
    elif level < 0.55:
        plan = [rng.choice([*SPACES, *MARKS, *SCHEMES, tracking, *WRAPPERS])]
    else:
        groups = rng.sample([[tracking], WRAPPERS, SCHEMES, SPACES, MARKS], rng.choice([2, 2, 3]))
        order = [[tracking], WRAPPERS, SCHEMES, SPACES, MARKS]
        plan = [rng.choice(group) for group in sorted(groups, key=order.index)]
        if SPACES in groups and rng.random() < 0.3:
            plan.append(rng.choice(SPACES))
    for damage in plan:
        damaged = damage(url, rng)
        if damaged is None:
            return None
        url = damaged
        kinds.append(damage.__name__)
    expected = None if ellipsis in plan else original.url
    return Broken(kind="+".join(kinds) or "intact", clipping=clipping(original, url, rng), expected=expected)


def clippings(count: int, seed: int) -> Iterator[Broken]:
    """`count` broken clippings, the same for the same seed."""
    rng = random.Random(seed)
    made = 0
    while made < count:
        example = broken(rng)
        if example is not None:
            made += 1
            yield example
