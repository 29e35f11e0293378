"""What robots.txt allows (RFC 9309), asked once per site and run."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import ada_url
from protego import Protego

from tasks.io.web.exchange import Exchange
from tasks.io.web.fault import Fault

MAX_BYTES = 500 * 2**10  # a parser must read this much; the rest is ignored (RFC 9309, 2.5)
MAX_SITES = 2_000


@dataclass(frozen=True, slots=True)
class Rules:
    """One site's answer: rules, or the reason why it cannot be asked for anything."""

    rules: Protego | None = None
    fault: Fault | None = None


class Robots:
    """Rules per site; `ask` fetches one robots.txt, redirects followed."""

    def __init__(self, ask: Callable[[str], Exchange], user_agent: str, slow: Callable[[str, float], None]) -> None:
        # Rules speak to the product token alone (2.2.1); in the words behind it `news` would find itself addressed.
        self._ask, self._token, self._slow = ask, user_agent.partition("/")[0].partition(" ")[0], slow
        self._lock = threading.Lock()
        self._sites: OrderedDict[str, Rules] = OrderedDict()
        self._asking: dict[str, threading.Lock] = {}

    def refuse(self, url: str) -> None:
        """Refuse an address its site does not allow.

        Raises:
            Fault: `robots`, or what made the site unreachable.
        """
        site = ada_url.URL(url)
        rules = self._rules(site.origin, site.hostname)
        if rules.fault:
            raise rules.fault.again()
        if rules.rules and not rules.rules.can_fetch(url, self._token):
            raise Fault("robots", f"{site.origin}/robots.txt forbids it")

    def _rules(self, origin: str, host: str) -> Rules:
        with self._lock:
            if origin in self._sites:
                self._sites.move_to_end(origin)
                return self._sites[origin]
            asking = self._asking.setdefault(origin, threading.Lock())
        with asking:  # others who want the same site wait for this one answer
            rules = self._sites.get(origin)
            if rules is None:
                rules = self._fetch(origin, host)
                self._keep(origin, rules)
            return rules

    def _keep(self, origin: str, rules: Rules) -> None:
        with self._lock:
            self._sites[origin] = rules
            self._asking.pop(origin, None)
            if len(self._sites) > MAX_SITES:
                self._sites.popitem(last=False)

    def _fetch(self, origin: str, host: str) -> Rules:
        try:
            answer = self._ask(f"{origin}/robots.txt")
        except Fault as fault:
            return _unreachable(fault)
        if answer.status == 429 or answer.status >= 500:
            # RFC 9309, 2.3.1.4: a site that cannot answer is taken to forbid everything. 429 says the same in effect.
            return Rules(fault=Fault("robots", f"robots.txt answered {answer.status}: nothing may be asked for now"))
        if not 200 <= answer.status < 300:
            return Rules()  # 2.3.1.3: no robots.txt, no rules
        rules = Protego.parse(answer.body[:MAX_BYTES].decode("utf-8", "replace"))
        rate = rules.request_rate(self._token)
        delays = [float(rules.crawl_delay(self._token) or 0), rate.seconds / rate.requests if rate else 0.0]
        if any(delays):
            self._slow(host, max(delays))
        return Rules(rules)


def _unreachable(fault: Fault) -> Rules:
    """A site that cannot be connected to has that outcome; one that answers and fails forbids (RFC 9309, 2.3.1.4)."""
    if fault.outcome == "too_many_redirects":
        return Rules()  # 2.3.1.2: after five redirects it may be taken as unavailable
    if not fault.was_asked or fault.outcome in ("unreachable", "tls_error", "unsafe_address", "rate_limited"):
        return Rules(fault=fault.again())
    return Rules(fault=Fault("robots", f"robots.txt did not arrive ({fault.detail}): nothing may be asked for now"))
