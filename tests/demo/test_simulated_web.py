"""The simulated web serves hosts by name, misbehaves on demand, and keeps a log."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.demo.demo_reader import Reader, Reply

from perenne.demo.answers import Answer, Misconduct, Site
from perenne.demo.certificates import Fault
from perenne.demo.web import SimulatedWeb, simulated_web

if TYPE_CHECKING:
    from pathlib import Path


def _site(answer: Answer | Misconduct, *, secure: bool = True, fault: Fault = Fault.NONE) -> Site:
    return Site("exemple.fr", lambda _: answer, secure, fault)


def test_a_host_answers_over_http_and_over_https_with_a_certificate_of_its_own(
    reader: Reader,
) -> None:
    """The certificate is chosen by name, and verified against the authority of this web."""
    for url in ("http://sante.gouv.fr/", "https://sante.gouv.fr/", "https://www.fun-mooc.fr/"):
        assert reader.ask(url).status == 404
    with reader.connect("https", "www.fun-mooc.fr") as connection:
        assert isinstance(connection, ssl.SSLSocket)
        shown = connection.getpeercert() or {}
    assert shown["subjectAltName"] == (("DNS", "www.fun-mooc.fr"),)


def test_nobody_outside_trusts_its_authority(reader: Reader) -> None:
    """The system's own authorities refuse the certificates of the simulated web."""
    reader.tls = ssl.create_default_context()
    with pytest.raises(ssl.SSLCertVerificationError):
        reader.ask("https://sante.gouv.fr/")


def test_whatever_is_not_simulated_does_not_exist(web: SimulatedWeb, reader: Reader) -> None:
    """The last entry lets no name out of the machine; hosts that are gone stand before it."""
    assert web.resolve[-1] == "*:*:nxdomain"
    assert "www.lgazettedescommunes.com:*:nxdomain" in web.resolve
    with pytest.raises(socket.gaierror):
        reader.ask("https://ailleurs.example/")


def test_the_log_tells_what_was_asked_byte_for_byte(web: SimulatedWeb, reader: Reader) -> None:
    """Host, path, headers and instant of a request are kept as they came."""
    before = time.monotonic()
    reader.ask("http://sante.gouv.fr/%e2%80%89a+b:c/?x=%20&y", user_agent="Essai")
    (seen,) = web.log
    assert (seen.host, seen.path) == ("sante.gouv.fr", "/%e2%80%89a+b:c/?x=%20&y")
    assert (seen.method, seen.headers["user-agent"]) == ("GET", "Essai")
    assert before <= seen.at <= time.monotonic()


def test_a_host_asked_for_under_a_wrong_name_is_misdirected(reader: Reader) -> None:
    """A Host header that no site has gives 421."""
    ip, port = reader.address("http", "sante.gouv.fr")
    headers = {"Host": "inconnu.example"}
    reply = httpx.get(f"http://{ip}:{port}/", headers=headers, trust_env=False)
    assert reply.status_code == 421


def test_a_handshake_for_an_unknown_name_fails(reader: Reader) -> None:
    """The TLS port has no certificate to show for a host that is not simulated."""
    with (
        socket.create_connection(reader.address("https", "sante.gouv.fr"), timeout=5) as plain,
        pytest.raises(ssl.SSLError),
    ):
        reader.tls.wrap_socket(plain, server_hostname="inconnu.example")


def test_a_client_that_names_no_host_gets_a_certificate_all_the_same(reader: Reader) -> None:
    """Old clients send no name; they see the one of localhost."""
    reader.tls.check_hostname = False
    with (
        socket.create_connection(reader.address("https", "sante.gouv.fr"), timeout=5) as plain,
        reader.tls.wrap_socket(plain) as secure,
    ):
        assert (secure.getpeercert() or {})["subjectAltName"] == (("DNS", "localhost"),)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault.EXPIRED, 10),
        (Fault.WRONG_NAME, 62),
        (Fault.UNKNOWN_CA, 20),
        (Fault.INCOMPLETE_CHAIN, 20),
    ],
)
def test_a_certificate_can_be_bad_in_several_ways(tmp_path: Path, fault: Fault, code: int) -> None:
    """Each fault is met by a verifying client under OpenSSL's own code."""
    with (
        simulated_web(tmp_path, [_site(Answer(), fault=fault)]) as web,
        pytest.raises(ssl.SSLCertVerificationError) as refused,
    ):
        Reader(web).ask("https://exemple.fr/")
    assert refused.value.verify_code == code


@pytest.mark.parametrize(
    ("scheme", "misconduct", "error"),
    [
        ("http", Misconduct.CLOSE, httpx.RemoteProtocolError),
        ("https", Misconduct.CLOSE, httpx.RemoteProtocolError),
        ("http", Misconduct.RESET, httpx.ReadError),
        # OpenSSL tells Python of a reset as of an end.
        ("https", Misconduct.RESET, httpx.RemoteProtocolError),
        ("http", Misconduct.GARBAGE, httpx.RemoteProtocolError),
        ("https", Misconduct.GARBAGE, httpx.RemoteProtocolError),
        ("http", Misconduct.HANG, httpx.ReadTimeout),
        ("https", Misconduct.HANG, httpx.ReadTimeout),
    ],
)
def test_a_site_can_misbehave_on_the_wire(
    tmp_path: Path, scheme: str, misconduct: Misconduct, error: type[Exception]
) -> None:
    """A client meets an end, a reset, garbage or silence instead of an answer."""
    with simulated_web(tmp_path, [_site(misconduct)]) as web:
        reader = Reader(web)
        ip, port = reader.address(scheme, "exemple.fr")
        headers, name = {"Host": "exemple.fr"}, {"sni_hostname": "exemple.fr"}
        with (
            httpx.Client(verify=reader.tls, timeout=0.3, trust_env=False) as client,
            pytest.raises(error),
        ):
            client.get(f"{scheme}://{ip}:{port}/", headers=headers, extensions=name)
    assert [seen.host for seen in web.log] == ["exemple.fr"]


def test_a_site_without_https_refuses_connections_there(tmp_path: Path) -> None:
    """Nobody listens at port 443 of a site that is not secure."""
    with simulated_web(tmp_path, [_site(Answer(), secure=False)]) as web:
        assert Reader(web).ask("http://exemple.fr/").status == 200
        with pytest.raises(ConnectionRefusedError):
            Reader(web).ask("https://exemple.fr/")


def test_an_answer_depends_on_the_night_and_on_the_turn_within_it(tmp_path: Path) -> None:
    """Turns count the requests for one address, anew every night."""
    told = Site("exemple.fr", lambda v: Answer(body=f"{v.night}.{v.turn} {v.path}".encode()))
    with simulated_web(tmp_path, [told]) as web:
        reader = Reader(web)
        texts = [reader.ask(f"http://exemple.fr{path}").text for path in ("/a", "/a", "/b")]
        web.night = 2
        texts.append(reader.ask("http://exemple.fr/a").text)
    assert texts == ["1.1 /a", "1.2 /a", "1.1 /b", "2.1 /a"]


def test_it_runs_in_an_event_loop_as_well(tmp_path: Path) -> None:
    """Asynchronous code enters it without a thread."""

    async def ask() -> Reply:
        async with SimulatedWeb(tmp_path, [_site(Answer(body=b"ici"))]) as web:
            return await asyncio.to_thread(Reader(web).ask, "https://exemple.fr/")

    assert asyncio.run(ask()).text == "ici"


def test_nothing_is_left_when_it_ends(tmp_path: Path) -> None:
    """Its ports are closed and its thread is gone, even while a client still waits."""
    threads = threading.active_count()
    with simulated_web(tmp_path, [_site(Misconduct.HANG)]) as web:
        reader = Reader(web)
        waiting = reader.connect("http", "exemple.fr")
        waiting.sendall(b"GET / HTTP/1.1\r\nHost: exemple.fr\r\n\r\n")
    with waiting:
        assert waiting.recv(100) == b""
    assert threading.active_count() == threads
    with pytest.raises(ConnectionRefusedError):
        reader.ask("http://exemple.fr/")
