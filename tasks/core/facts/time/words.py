"""The words time expressions are made of: each word's tag and value."""

from __future__ import annotations

from itertools import product

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
UNITS = {
    "second": "second sec", "minute": "minute min", "hour": "hour hr", "day": "day", "weekend": "weekend",
    "week": "week wk", "fortnight": "fortnight", "month": "month mth", "quarter": "quarter", "year": "year yr",
    "decade": "decade", "century": "century",
}  # fmt: skip
# Abbreviations that are also common words are told apart in the lexer.
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
GROUPS: dict[str, dict[str, object]] = {
    "LAST": {"last": "last", "previous": "previous", "preceding": "previous", "prior": "previous", "past": "past"},
    "NEXT": {"next": "next", "coming": "coming", "upcoming": "coming", "following": "following"},
    "THIS": {"this": 0, "current": 0}, "SAME": {"same": 0, "that": 0},
    "AGO": {"ago": "past"},
    "LATER": {"later": "later"},
    "EARLIER": {"earlier": "earlier"},
    "HENCE": {"hence": "coming"},
    "EARLY": {"early": "early"},
    "MID": {"mid": "mid", "middle": "mid"},
    "LATE": {"late": "late"},
    "OPENING": {"beginning": "early", "start": "early", "onset": "early", "dawn": "early"},
    "CLOSING": {"end": "late", "close": "late"},
    "STARTING": {"starting": "since", "commencing": "since"},
    "DEICTIC": {"today": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1},
    "TONIGHT": {"tonight": 0, "tonite": 0},
    "NOW": {"now": None},
    "DAYPART": {
        "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night", "daytime": "daytime",
        "overnight": "night", "lunchtime": "lunch", "dinnertime": "dinner", "breakfast": "breakfast", "lunch": "lunch",
        "dinner": "dinner",
    },
    "NOON": {"noon": 12, "midday": 12, "noonish": 12, "midnight": 0},
    "SEASON": {"summer": "summer", "winter": "winter", "autumn": "autumn", "spring": "spring", "fall": "autumn"},
    "FROM": {"from": None}, "TO": {"to": None},
    "UNTIL": {"until": "until", "till": "until", "through": "until", "thru": "until"},
    "BETWEEN": {"between": None}, "AND": {"and": None}, "OR": {"or": None},
    "SINCE": {"since": "since"}, "BEFORE": {"before": "before"}, "AFTER": {"after": "after"}, "BY": {"by": "until"},
    "IN": {"in": None}, "WITHIN": {"within": None}, "ON": {"on": None}, "AT": {"at": None}, "OF": {"of": None},
    "AROUND": {"around": None, "about": None, "circa": None}, "THE": {"the": None}, "A": {"a": 1, "an": 1},
    "EVERY": {"every": 1, "each": 1}, "FOR": {"for": None},
    "DURING": {"during": None, "over": None, "throughout": None},
    "FEW": {"few": 3, "several": 3, "some": 3}, "COUPLE": {"couple": 2}, "MORE": {"more": None}, "LESS": {"less": None},
    "THAN": {"than": None}, "OTHER": {"other": 2}, "ONCE": {"once": 1, "twice": 1}, "HALF": {"half": 0.5},
    "ALL": {"all": None}, "WORKING": {"business": None, "working": None}, "NO": {"no": None},
    "OCLOCK": {"oclock": None}, "HUNDRED": {"hundred": 100}, "THOUSAND": {"thousand": 1000},
    "REST": {"rest": None, "remainder": None}, "DATEWORD": {"date": None},
    "FISCAL": {"fiscal": None, "calendar": None, "financial": None}, "ANOTHER": {"another": 1},
    "TIME": {"time": None}, "OLD": {"old": None}, "PER": {"per": None}, "ANY": {"any": None}, "WEEKLY": {
        "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
        "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y",
        "semiannual": "P0.5Y", "semiannually": "P0.5Y", "biennial": "P2Y", "biannual": "P0.5Y", "everyday": "P1D",
    },
}  # fmt: skip


def _numbers() -> dict[str, tuple[str, object]]:
    """Cardinals below a hundred and ordinals below thirty-two, one word each; the grammar joins them."""
    words: dict[str, tuple[str, object]] = {word: ("ONES", n) for n, word in enumerate(ONES, 1)}
    words |= {word: ("TEEN", n) for n, word in enumerate(TEENS, 10)}
    words |= {word: ("TENS", n * 10) for n, word in enumerate(TENS, 2)}
    words |= {word: ("ORDW", n) for n, word in enumerate(ORDINALS, 1)}
    return words | {"twentieth": ("ORDW", 20), "thirtieth": ("ORDW", 30), "final": ("LASTORD", -1)}


def _calendar() -> dict[str, tuple[str, object]]:
    """Months, weekdays and units, with their plurals and abbreviations."""
    words: dict[str, tuple[str, object]] = {word: ("MONTH", n) for n, word in enumerate(MONTHS, 1)}
    words |= {word: ("MONTH", n) for word, n in SHORT_MONTHS.items()}
    words |= {word: ("WEEKDAY", n) for n, word in enumerate(WEEKDAYS)}
    words |= {word: ("WEEKDAY", n) for word, n in SHORT_WEEKDAYS.items()}
    words |= {word + "s": ("WEEKDAYS", n) for n, word in enumerate(WEEKDAYS)}
    for unit, forms in UNITS.items():
        for form, plural in product(forms.split(), ("", "s")):
            words[form + plural] = ("UNITS" if plural else "UNIT", unit)
    # "second" is an ordinal, "may" and "march" are verbs: the grammar takes them for times only beside other times.
    words |= {
        "second": ("SECOND", 2),
        "may": ("MAYBE", 5),
        "march": ("MAYBE", 3),
        "mar": ("MAYBE", 3),
        "dec": ("MAYBE", 12),
    }
    words |= {"sun": ("MAYBEDAY", 6), "sat": ("MAYBEDAY", 5), "jan": ("MAYBE", 1), "wed": ("MAYBEDAY", 2)}
    return words | {"centuries": ("UNITS", "century"), "nights": ("UNITS", "day"), "workweek": ("UNIT", "workweek")}


def lexicon() -> dict[str, tuple[str, object]]:
    """Every word of the grammar with its tag and value."""
    words = {word: (tag, value) for tag, group in GROUPS.items() for word, value in group.items()}
    decades = {f"{word[:-1]}ies": ("DECADE", 10 * n) for n, word in enumerate(TENS, 2)}
    dayparts = {f"{word}s": ("DAYPARTS", word) for word in ("morning", "afternoon", "evening")}
    return words | _numbers() | _calendar() | decades | dayparts
