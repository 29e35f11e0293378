"""How a run fetches: the options, refused at once where they make no sense."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from importlib.metadata import version
from ipaddress import ip_network

import ada_url

from tasks.io.web.resolve import parse_connect_to


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """How a run fetches; seconds, bytes and days as the names say."""

    offline: bool = False
    replay: tuple[str, ...] = ()  # WARC files and globs that answer instead of the network
    allow_hosts: tuple[str, ...] = ()  # hosts, HOST:PORT and networks that need not be public
    connect_to: tuple[str, ...] = ()  # curl's HOST:PORT:ADDRESS:PORT
    user_agent: str | None = None
    contact: str | None = None  # an address or a page where a site's owner finds the user
    pace_s: float = 5.0
    timeout_s: float = 30.0
    longest_wait_s: float = 120.0
    max_wire_bytes: int = 10 * 2**20
    max_decoded_bytes: int = 30 * 2**20
    max_redirects: int = 10
    retries: int = 2
    backoff_s: float = 1.0
    workers: int = 8
    max_age_days: float | None = None
    proxy: str | None = None
    ca_bundle: str | None = None
    archive: str | None = "https://web.archive.org"
    obeys_robots: bool = True

    def __post_init__(self) -> None:
        """Refuse what makes no sense.

        Raises:
            ValueError: it says which option, and what is expected.
        """
        for name in ("pace_s", "longest_wait_s", "backoff_s", "max_redirects", "retries"):
            _require(getattr(self, name) >= 0, name, "0 or more", getattr(self, name))
        for name in ("timeout_s", "max_wire_bytes", "max_decoded_bytes", "workers"):
            _require(getattr(self, name) > 0, name, "more than 0", getattr(self, name))
        for host in self.allow_hosts:
            _require(_is_host(host), "allow_hosts", "HOST, HOST:PORT or a network such as 10.0.0.0/8", host)
        for name in ("proxy", "archive"):
            url = getattr(self, name)
            _require(url is None or _is_web(url), name, "an address with http:// or https://", url)
        for entry in self.connect_to:
            parse_connect_to(entry)
        _require(self.agent().isascii() and self.agent().isprintable(), "contact", "one line of ASCII", self.agent())

    def agent(self) -> str:
        """The name given to servers, with somebody to turn to."""
        said = self.user_agent or f"{software()} (reads news pages for research)"
        return f"{said} ({self.contact})" if self.contact else said

    def described(self) -> dict[str, object]:
        """The options as they may be written down: without the password of a proxy."""
        return asdict(self) | {"proxy": self.proxy and f"…@{self.proxy.rpartition('@')[2]}"}


def software() -> str:
    """Name and version of this program."""
    return f"Dateline/{version('dateline')}"


def _require(holds: bool, name: str, expected: str, given: object) -> None:
    if not holds:
        raise ValueError(f"{name}: expected {expected}, not {given!r}")


def _is_host(text: str) -> bool:
    try:
        return bool(ip_network(text.strip("[]"), strict=False))
    except ValueError:
        return ada_url.check_url(f"http://{text}/") and not set("/@?# ") & set(text)


def _is_web(text: str) -> bool:
    return text.startswith(("http://", "https://")) and ada_url.check_url(text.replace("{", "").replace("}", ""))
