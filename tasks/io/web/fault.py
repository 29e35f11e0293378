"""What can go wrong with one request, as one exception that carries its outcome of the closed list."""

from __future__ import annotations

import http.client
from collections.abc import Iterator

import requests
import urllib3

from tasks.tables.values import Outcome


class Fault(Exception):
    """A request came to `outcome`; `heals` says whether another try may help."""

    def __init__(self, outcome: Outcome, detail: str, *, heals: bool = False) -> None:
        super().__init__(f"{outcome}: {detail}")
        self.outcome: Outcome = outcome
        self.detail = detail
        self.heals = heals
        self.was_asked = True  # False where no connection came about, so that the server heard nothing

    def again(self) -> Fault:
        """A copy to raise: one object raised many times would gather the frames of all of them."""
        made = Fault(self.outcome, self.detail, heals=self.heals)
        made.was_asked = self.was_asked
        return made


# What requests and urllib3 raise on purpose; anything else is a bug and is not caught.
EXPECTED = (requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, UnicodeError)

_TLS = (requests.exceptions.SSLError, urllib3.exceptions.SSLError)
_TIME = (requests.Timeout, urllib3.exceptions.TimeoutError, TimeoutError)
_ADDRESS = (
    requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema,
    urllib3.exceptions.LocationValueError, UnicodeError,
)  # fmt: skip
_SILENCE = (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError)
_MALFORMED = (http.client.HTTPException, urllib3.exceptions.HTTPError, requests.exceptions.InvalidHeader)


def fault_of(error: BaseException, *, body: bool = False) -> Fault:
    """The fault behind an expected exception; `body` says the head of the response had already arrived."""
    chain = list(_causes(error))
    known = next((cause for cause in chain if isinstance(cause, Fault)), None)
    if known:
        return known
    says = _words(chain[-1])
    if any(isinstance(cause, _TLS) for cause in chain):
        return Fault("tls_error", says)
    if any(isinstance(cause, _TIME) for cause in chain):
        return Fault("timeout", says, heals=True)
    if any(isinstance(cause, http.client.LineTooLong) for cause in chain):
        return Fault("too_large", f"a line of the header is too long: {says}")
    if any(isinstance(cause, _ADDRESS) for cause in chain):
        return Fault("unreachable", f"not an address a server can be asked for: {says}")
    if any(isinstance(cause, _SILENCE) for cause in chain) and not body:
        return Fault("unreachable", f"the server closed the connection without an answer: {says}", heals=True)
    if any(isinstance(cause, requests.exceptions.ProxyError) for cause in chain):
        return Fault("unreachable", f"the proxy did not let it through: {says}")
    if body or any(isinstance(cause, http.client.HTTPException) for cause in chain):
        return Fault("malformed_response", says, heals=body)
    if isinstance(chain[-1], _MALFORMED):
        return Fault("malformed_response", says)
    return Fault("unreachable", says, heals=True)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The exception and those it wraps: requests and urllib3 keep the inner one as an argument or as `reason`."""
    seen: set[int] = set()
    while id(error) not in seen:
        seen.add(id(error))
        yield error
        inner = [getattr(error, "reason", None), *error.args[::-1], error.__cause__]
        error = next((one for one in inner if isinstance(one, BaseException)), error)


def _words(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:300] if str(error) else type(error).__name__
