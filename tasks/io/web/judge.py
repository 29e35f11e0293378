"""Decides what a final answer is: a page with its payload, or the fault that keeps it from being one."""

from __future__ import annotations

from datetime import datetime

from tasks.io.web.decode import decode
from tasks.io.web.exchange import Exchange
from tasks.io.web.fault import Fault
from tasks.io.web.media import refuse_binary, refuse_type
from tasks.io.web.pace import retry_after

PAGE = frozenset({200, 203})
HEALING = frozenset({408, 425, 429, 500, 502, 503, 504})


def payload_in(answer: Exchange, max_decoded_bytes: int, now: datetime) -> bytes:
    """The decoded payload of a page.

    Raises:
        Fault: the answer brings no page that can be read.
    """
    if answer.status not in PAGE:
        raise _refusal(answer, now)
    if answer.fault:
        raise answer.fault
    refuse_type(answer.media_type()[0])
    payload = decode(answer.body, answer.header("content-encoding"), max_decoded_bytes)
    if not payload:
        raise Fault("malformed_response", "the answer is empty", heals=True)
    refuse_binary(payload)
    return payload


def asked_to_wait(answer: Exchange, now: datetime) -> float | None:
    """Seconds the server asks to be left alone for, if it does."""
    return retry_after(answer.header("retry-after"), now) if answer.status in (429, 503) else None


def _refusal(answer: Exchange, now: datetime) -> Fault:
    wait = asked_to_wait(answer, now)
    says = f"the server answered {answer.status}" + (f", try after {wait:.0f} s" if wait is not None else "")
    is_limited = answer.status == 429 or wait is not None
    return Fault("rate_limited" if is_limited else "http_error", says, heals=answer.status in HEALING)
