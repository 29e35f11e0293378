"""Cookies of one visit: given back to the very site that set them, forgotten when the visit ends.

Some sites redirect in a circle until a cookie comes back; that is all they are kept for.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

import ada_url

from tasks.io.web.exchange import Exchange

MAX_COOKIES = 50
MAX_LENGTH = 4096


class Cookies:
    """Name and value per scheme, host and port; domains and dates are not looked at, as nothing outlives the visit."""

    def __init__(self) -> None:
        self._sites: dict[str, dict[str, str]] = {}

    def learn(self, answer: Exchange) -> None:
        """Take what an answer sets."""
        for key, value in answer.headers:
            if key.lower() == "set-cookie" and len(value) <= MAX_LENGTH:
                self._set(ada_url.URL(answer.url).origin, value.partition(";")[0])

    def header(self, url: str) -> dict[str, str]:
        """The `Cookie` header for `url`, if there is one."""
        kept = self._sites.get(ada_url.URL(url).origin) if self._sites else None
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in kept.items())} if kept else {}

    def _set(self, site: str, pair: str) -> None:
        try:
            parsed = SimpleCookie(pair)
        except CookieError:
            return
        kept = self._sites.setdefault(site, {})
        for name, morsel in parsed.items():
            if len(kept) < MAX_COOKIES and _is_plain(name + morsel.coded_value):
                kept[name] = morsel.coded_value


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()
