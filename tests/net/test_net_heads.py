"""The head of a response, as browsers read it."""

from __future__ import annotations

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.net.heads import end_of_head, is_interim, tidied

NAMES = st.from_regex(r"[A-Za-z][A-Za-z-]{0,9}", fullmatch=True)
VALUES = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=12)
LINES = st.binary(max_size=40).filter(lambda line: b"\0" not in line)
OPENINGS = st.sampled_from(
    [b"HTTP/1.1 200 OK", b"http/1.0 404", b"HTTP/1 503  No", b"?\nHTTP/2 302"]
)


def understood(head: bytes) -> h11.Response:
    """Let a strict library read it."""
    strict = h11.Connection(h11.CLIENT)
    strict.send(h11.Request(method="GET", target="/", headers=[("Host", "a.fr")]))
    strict.receive_data(head)
    event = strict.next_event()
    assert isinstance(event, h11.Response)
    return event


@given(opening=OPENINGS, lines=st.lists(LINES))
def test_whatever_follows_a_status_a_strict_library_understands(
    opening: bytes, lines: list[bytes]
) -> None:
    """Lengths that contradict each other excepted, which no line here makes."""
    head = tidied(b"\r\n".join([opening, *lines, b"", b""]))
    assert understood(head).status_code == int(opening.partition(b" ")[2][:3])
    assert tidied(head) == head


@given(fields=st.lists(st.tuples(NAMES, VALUES)))
def test_a_sound_head_says_what_it_said(fields: list[tuple[str, str]]) -> None:
    """Names, values and their order."""
    fields = [("X-" + name, value) for name, value in fields]
    lines = ["HTTP/1.1 200 OK", *(f"{name}: {value}" for name, value in fields), "", ""]
    head = "\r\n".join(lines).encode()
    assert tidied(head) == head
    assert end_of_head(head + b"\r\n\r\n") == len(head)


@given(st.binary())
def test_what_is_no_head_stays_as_it_is(data: bytes) -> None:
    """Nothing is made of what browsers make nothing of."""
    if b"HTTP" not in data.upper():
        assert tidied(data) == data
        assert not is_interim(data)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (b"Server : nginx", b"Server: nginx"),
        (b"Location: /a\r\n\t/b", b"Location: /a /b"),
        (b"X: a\rY: b", b"X: a\r\nY: b"),
        (b"PHP Warning: x", None),
        (b"a line", None),
        (b"Content-Length: 12, 12", b"Content-Length: 12, 12"),
        (b"Content-Length: twelve", None),
        (b"Transfer-Encoding: identity", None),
        (
            b"Transfer-Encoding: Chunked\r\nTransfer-Encoding: chunked",
            b"Transfer-Encoding: Chunked",
        ),
    ],
)
def test_a_field_is_read_as_browsers_do(line: bytes, kept: bytes | None) -> None:
    """What they leave out is left out."""
    lines = [b"HTTP/1.1 200 OK", *([kept] if kept else []), b"", b""]
    assert tidied(b"HTTP/1.1 200 OK\r\n" + line + b"\r\n\r\n") == b"\r\n".join(lines)


def test_the_head_that_counts_is_the_one_after_the_hints() -> None:
    """They end like any other."""
    hints = b"HTTP/1.1 103 Early Hints\nLink: a\n\n"
    assert end_of_head(hints + b"HTTP/1.1 200 OK") == len(hints)
    assert is_interim(hints)
    assert not is_interim(b"HTTP/1.1 200 OK\r\n\r\n")
