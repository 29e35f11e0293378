"""Units and currencies as they are written beside numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Rows = Iterable[Mapping[str, str]]
# What a unit may be counted by: 5 dollars per barrel, 52,000 barrels a day.
_PER = r"(?P<per>\s?/\s?|\s+per\s+|\s+an?\s+|-a-|-per-)"


@dataclass(frozen=True, slots=True)
class Measures:
    """Units and currencies by their written form, and expressions that find one where it begins or ends."""

    units: dict[str, str]
    currencies: dict[str, str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    per: re.Pattern[str]

    def unit(self, form: str) -> str | None:
        """The unit or currency code of a written form, None for what is neither."""
        key = _key(form)
        return (
            self.units.get(key)
            or self.currencies.get(key)
            or self.units.get(key.lower())
            or self.currencies.get(key.lower())
        )


def build_measures(units: Rows, currencies: Rows) -> Measures:
    """Measures from the rows of `units.csv` and `currencies.csv`."""
    unit_forms = {form: row["unit"] for row in units for form in row["forms"].split("|")}
    names, symbols = {}, {}
    for row in currencies:
        names.update(dict.fromkeys(row["names"].split("|"), row["code"]))
        symbols.update({symbol: row["code"] for symbol in row["symbols"].split("|") if symbol})
    # "US dollar per", "million US dollars": each name in the case it is written in, plain words in any case.
    forms = {
        **unit_forms,
        **dict.fromkeys(("cent", "cents", "¢"), "cent"),
        "pence": "penny",
        "p": "penny",
        "penny": "penny",
    }
    money = {**names, **symbols}
    behind = _alternatives([*forms, *money])
    return Measures(
        units=_keyed(forms),
        currencies=_keyed(money),
        behind=re.compile(rf"(?P<gap>\s?-?\s?)(?P<form>{behind})(?P<long>-long|-wide|-deep|-high|-tall)?"),
        before=re.compile(rf"(?:{_alternatives(symbols)})\s?$"),
        per=re.compile(
            rf"{_PER}(?P<base>{_alternatives([*unit_forms, 'share', 'head', 'capita', 'person'])})(?!\s(?:ago"
            rf"|earlier|later|before|after))"
        ),
    )


def _keyed(forms: Mapping[str, str]) -> dict[str, str]:
    """By key as written, and in lower case for what is written in capitals by some."""
    return {_key(form).lower(): unit for form, unit in forms.items() if len(form) > 3} | {
        _key(form): unit for form, unit in forms.items()
    }


def _key(form: str) -> str:
    return re.sub(r"[\s-]+", " ", form)


def _alternatives(forms: Iterable[str]) -> str:
    """Longest first; a form that ends in a letter must end there."""
    ordered = sorted(forms, key=len, reverse=True)
    return "|".join(_spelled(form) for form in ordered)


def _spelled(form: str) -> str:
    words = re.escape(form).replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]")
    if len(form) > 3 and not form.isupper():
        words = f"(?i:{words})"
    return words + (r"(?![\w])" if form[-1].isalnum() else "")
