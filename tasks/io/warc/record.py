"""One exchange as WARC records, its bytes unchanged (ISO 28500, WARC 1.1)."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from tasks.io.web.exchange import Exchange

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
TRUNCATED = {"timeout": "time", "too_large": "length", "malformed_response": "disconnect"}  # else "unspecified"
GZIP_LEVEL, CODED_LEVEL = 4, 0  # a body that came compressed does not shrink any more: it is stored as it is
_SECRET = re.compile(rb"(?im)^proxy-authorization:[^\n]*\n")


@dataclass(frozen=True, slots=True)
class Original:
    """An earlier response: where its record stands and what it held."""

    file: str
    offset: int
    uri: str
    date: str
    payload_digest: str


class RawHead(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """Header bytes that are written as they came; warcio would parse them and write its own."""

    def __init__(self, raw: bytes) -> None:
        super().__init__("", [])
        self.headers_buff = raw

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Nothing to compute."""

    def __bool__(self) -> bool:
        return True


def records_of(exchange: Exchange, original: Original | None) -> tuple[bytes, bool]:
    """Response (or revisit) and request as gzip members, and whether it is a revisit of `original`."""
    builder = WARCWriter(io.BytesIO(), gzip=False, warc_version="1.1")
    profile = _profile(exchange, original)
    response = _response(builder, exchange, original if profile else None, profile)
    packed = _packed(builder, response, CODED_LEVEL if exchange.header("content-encoding") else GZIP_LEVEL)
    if exchange.request:
        headers = {
            "WARC-Date": date_of(exchange.at),
            "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
        }
        raw = _SECRET.sub(b"", exchange.request)
        packed += _packed(builder, _record(builder, exchange.url, "request", raw, b"", headers))
    return packed, profile is not None


def warcinfo(filename: str, software: str) -> bytes:
    """The first record of a file: who wrote it."""
    builder = WARCWriter(io.BytesIO(), gzip=False, warc_version="1.1")
    info = {"software": software, "format": "WARC File Format 1.1", "robots": "obey"}
    return _packed(builder, builder.create_warcinfo_record(filename, info))


def payload_digest(raw_body: bytes) -> str:
    """Digest of a body as transferred, in the form WARC files use."""
    digester = Digester("sha1")
    digester.update(raw_body)
    return str(digester)


def date_of(at: datetime) -> str:
    """An instant as WARC 1.1 writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _profile(exchange: Exchange, original: Original | None) -> str | None:
    if original is None or exchange.fault:
        return None
    if exchange.status == 304:
        return NOT_MODIFIED
    same = exchange.status == 200 and payload_digest(exchange.raw_body) == original.payload_digest
    return SAME_PAYLOAD if same else None


def _response(builder: WARCWriter, exchange: Exchange, original: Original | None, profile: str | None) -> ArcWarcRecord:
    headers = {"WARC-Date": date_of(exchange.at)}
    if exchange.peer:
        headers["WARC-IP-Address"] = exchange.peer
    if exchange.fault:
        headers["WARC-Truncated"] = TRUNCATED.get(exchange.fault.outcome, "unspecified")
    if original is None:
        return _record(builder, exchange.url, "response", exchange.head, exchange.raw_body, headers)
    headers |= {"WARC-Profile": profile or "", "WARC-Refers-To-Target-URI": original.uri,
                "WARC-Refers-To-Date": original.date, "WARC-Payload-Digest": original.payload_digest}  # fmt: skip
    return _record(builder, exchange.url, "revisit", exchange.head, b"", headers)


def _record(
    builder: WARCWriter, url: str, kind: str, head: bytes, body: bytes, headers: dict[str, str]
) -> ArcWarcRecord:
    return builder.create_warc_record(
        url, kind, payload=io.BytesIO(body), length=len(body), warc_headers_dict=headers, http_headers=RawHead(head)
    )


def _packed(builder: WARCWriter, record: ArcWarcRecord, level: int = GZIP_LEVEL) -> bytes:
    """One record as one gzip member, so that a reader can start at any of them."""
    plain = io.BytesIO()
    builder.out = plain
    builder.write_record(record)
    packer = zlib.compressobj(level, wbits=31)
    return packer.compress(plain.getbuffer()) + packer.flush()
