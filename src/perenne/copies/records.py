"""WARC records of what was said on the wire, by warcio (WARC 1.1, ISO 28500:2017).

Heads are written as they came, byte for byte: by itself, warcio would write them anew. So are
bodies, chunks included; the payload digest of a chunked one is over its chunks, since that is
what warcio computes and checks. What decides whether a payload is held already is a sum of ours,
over what the chunks carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, Protocol

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser
from warcio.timeutils import datetime_to_iso_date
from warcio.warcwriter import WARCWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warcio.recordloader import ArcWarcRecord

    from perenne.net.recording import Recording

_CONFORMS = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_PARSER = StatusAndHeadersParser([], verify=False)


class Out(Protocol):
    """What a file of records is to warcio."""

    def write(self, data: bytes) -> object:
        """Write."""
        ...

    def flush(self) -> object:
        """Hand over what was written."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """One hop of the way to a page: the address that was asked for, and all that was said."""

    url: str
    recording: Recording


@dataclass(frozen=True, slots=True)
class Earlier:
    """A record whose payload need not be written again: what a revisit record refers to."""

    url: str
    at: datetime
    payload_digest: str


def write_about(out: Out, file_name: str, at: datetime, about: dict[str, str]) -> None:
    """Begin a file: the record that says what it is, who wrote it, and how."""
    writer = _writer(out)
    told = {"format": "WARC File Format 1.1", "conformsTo": _CONFORMS, **about}
    record = writer.create_warcinfo_record(file_name, told)
    record.rec_headers.replace_header("WARC-Date", _date(at))
    writer.write_record(record)


def write_way(out: Out, way: Sequence[Step], earlier: Earlier | None) -> str:
    """Write every hop of the way to a page; return the payload digest of the last record.

    Each hop is a response and its request; with `earlier`, the last one is a revisit.
    """
    writer = _writer(out)
    *redirects, last = way
    for step in redirects:
        _write(writer, step, _response(writer, step))
    record = _revisit(writer, last, earlier) if earlier else _response(writer, last)
    _write(writer, last, record)
    return str(record.rec_headers.get_header("WARC-Payload-Digest"))


def _writer(out: Out) -> WARCWriter:
    return WARCWriter(out, gzip=True, warc_version="WARC/1.1")


def _write(writer: WARCWriter, step: Step, response: ArcWarcRecord) -> None:
    sent = BytesIO(step.recording.sent)
    head = _head(sent)
    request = writer.create_warc_record(
        step.url, "request", payload=sent, length=_rest(sent), http_headers=head
    )
    writer.write_request_response_pair(request, response)


def _response(writer: WARCWriter, step: Step) -> ArcWarcRecord:
    received = step.recording.received
    head = _head(received)
    return writer.create_warc_record(
        step.url,
        "response",
        payload=received,
        length=_rest(received),
        http_headers=head,
        warc_headers_dict=_facts(step),
    )


def _revisit(writer: WARCWriter, step: Step, earlier: Earlier) -> ArcWarcRecord:
    return writer.create_revisit_record(
        step.url,
        earlier.payload_digest,
        earlier.url,
        _date(earlier.at),
        http_headers=_head(step.recording.received),
        warc_headers_dict=_facts(step),
    )


def _facts(step: Step) -> dict[str, str]:
    said = step.recording
    facts = {"WARC-Date": _date(said.at)}
    if said.peer:  # through a proxy, nobody here knows the address of the site
        facts["WARC-IP-Address"] = said.peer
    if not said.whole:
        facts["WARC-Truncated"] = "length" if said.too_long else "disconnect"
    return facts


def _date(instant: datetime) -> str:
    in_utc = instant.astimezone(UTC).replace(tzinfo=None)
    return str(datetime_to_iso_date(in_utc, use_micros=True))


class _AsItCame(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """A head that is written as it was read."""

    def __init__(self, read: Any, raw: bytes) -> None:  # noqa: ANN401 - warcio has no types
        super().__init__(read.statusline, read.headers, read.protocol)
        self._raw = raw

    def __bool__(self) -> bool:
        return True

    def compute_headers_buffer(self, header_filter: object = None) -> None:  # noqa: ARG002 - warcio's signature
        self.headers_buff = self._raw


def _head(message: IO[bytes]) -> _AsItCame:
    """Read the head of a message from where it stands, and leave it where the body begins.

    Where that is, warcio decides: so will its `check`, and whoever reads the record with it.
    """
    start = message.tell()
    read = _PARSER.parse(message)
    end = message.tell()
    message.seek(start)
    return _AsItCame(read, message.read(end - start))


def _rest(message: IO[bytes]) -> int:
    """Return how many bytes there are from where the message stands to its end."""
    here = message.tell()
    end = message.seek(0, 2)
    message.seek(here)
    return end - here
