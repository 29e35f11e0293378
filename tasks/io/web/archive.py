"""A web archive's capture of a page, nearest to a day (Memento, RFC 7089; the Wayback Machine's addresses)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import format_datetime, parsedate_to_datetime

from tasks.io.web.client import Client
from tasks.io.web.exchange import place, web_address
from tasks.io.web.visit import Visit

FIRST = date(1996, 1, 1)  # no archive is older; asked for where the day is not known: a page is truest when young
_STAMP = re.compile(r"/(\d{8})(\d{6})?[a-z_]*/")
_REFUSED = "what the archive holds is not this page"


class Archive:
    """One archive; `endpoint` is its root, or an address with `{timestamp}` and `{url}` in it."""

    def __init__(self, client: Client, endpoint: str) -> None:
        template = endpoint if "{url}" in endpoint else endpoint.rstrip("/") + "/web/{timestamp}id_/{url}"
        self._client, self._template = client, template
        self.host = place(web_address(template.replace("{", "").replace("}", "")))[0]

    def visit(self, url: str, day: date | None) -> Visit:
        """Ask for the capture of `url` nearest to `day`; an answer that is no capture of a page is refused."""
        near = datetime.combine(day or FIRST, time(12 if day else 0), UTC)
        address = self._template.replace("{timestamp}", f"{near:%Y%m%d%H%M%S}").replace("{url}", url)
        headers = {"Accept-Datetime": format_datetime(near, usegmt=True)}
        visit = self._client.visit(address, headers, is_service=True)
        if visit.outcome == "ok":
            visit.outcome, visit.detail = ("archived", None) if _is_page(visit, url) else ("http_error", _REFUSED)
        return visit


def captured_at(visit: Visit) -> datetime | None:
    """When the archive captured the page: its `Memento-Datetime`, or the timestamp it sent us on to."""
    said, found = visit.header("memento-datetime"), _STAMP.search(visit.answer.url if visit.answer else "")
    try:
        if said:
            return parsedate_to_datetime(said).astimezone(UTC)
        stamp = found[1] + (found[2] or "000000") if found and visit.redirects else ""
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_page(visit: Visit, url: str) -> bool:
    """Whether a capture came, and not of the front page a dead article was redirected to."""
    if visit.answer is None or captured_at(visit) is None:
        return False
    found = _STAMP.search(visit.answer.url)
    return not found or _is_front(url) or not _is_front(visit.answer.url[found.end() :])


def _is_front(url: str) -> bool:
    return url.partition("://")[2].partition("?")[0].count("/") <= 1 and url.rstrip("/").count("/") <= 2
