"""The blocking way out honours proxy and authorities, as all that goes out does."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
import trustme
from tests.archive.exchanges import Canned
from tests.archive.fake_archive import FakeArchive, fake_archive

from perenne.archive.anonymous import AnonymousSave
from perenne.archive.answers import Unavailable
from perenne.archive.cdx import Index, LookUpFailed, NoneFound
from perenne.archive.session import Way
from perenne.archive.threads import within
from perenne.clock import SetClock
from perenne.net.environment import Environment
from perenne.settings import Network
from perenne.store.database import open_database


@pytest.fixture
def authority(tmp_path: Path) -> trustme.CA:
    """Make an internal authority, in a file as an administrator has it."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    return authority


@pytest.fixture
def secure(authority: trustme.CA, clock: SetClock) -> Iterator[FakeArchive]:
    """Serve an archive over TLS, with a certificate of that authority."""
    certificate = authority.issue_cert("127.0.0.1", "archive.test")
    with fake_archive(clock, certificate) as archive:
        yield archive


class _Tunnel(BaseHTTPRequestHandler):
    """A proxy that leads every CONNECT to one port of this machine."""

    address: str
    port: int
    seen: ClassVar[list[str]]

    def do_CONNECT(self) -> None:
        self.seen.append(self.path)
        with socket.create_connection(("127.0.0.1", self.port)) as far:
            self.send_response(200)
            self.end_headers()
            back = threading.Thread(target=_pump, args=(far, self.connection), daemon=True)
            back.start()
            _pump(self.connection, far)
            back.join()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Keep the tests' output quiet."""


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return


@pytest.fixture
def tunnel(secure: FakeArchive) -> Iterator[type[_Tunnel]]:
    """Serve the proxy, which leads to the secure archive."""

    class Tunnel(_Tunnel):
        port = int(secure.base.rpartition(":")[2])
        seen: ClassVar[list[str]] = []

    server = ThreadingHTTPServer(("127.0.0.1", 0), Tunnel)
    server.daemon_threads = True
    Tunnel.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield Tunnel
    server.shutdown()
    server.server_close()
    thread.join()


LookingUp = Callable[[str, Network], object]


@pytest.fixture
def look_up(clock: SetClock, tmp_path: Path, sqlite_template: Path) -> Iterator[LookingUp]:
    """Ask the index at an address, by the way out that the settings describe."""
    shutil.copy(sqlite_template, tmp_path / "perenne.sqlite")
    with open_database(f"sqlite:///{tmp_path}/perenne.sqlite") as database:

        def ask(base: str, network: Network) -> object:
            way = Way(base, Environment(network), "Perenne")
            return asyncio.run(Index.of(database, way, clock).latest("https://a.fr/"))

        yield ask


def test_the_administrators_authority_is_trusted(
    look_up: LookingUp, secure: FakeArchive, tmp_path: Path
) -> None:
    """`network.ca_file` counts for the library too."""
    assert look_up(secure.base, Network(ca_file=tmp_path / "ca.pem")) == NoneFound()


def test_an_unknown_authority_is_not_trusted(look_up: LookingUp, secure: FakeArchive) -> None:
    """The library's own list of authorities makes no difference."""
    assert look_up(secure.base, Network()) == LookUpFailed("tls_failed")
    assert not secure.log


def test_the_proxy_leads_to_the_archive(
    look_up: LookingUp, tunnel: type[_Tunnel], tmp_path: Path
) -> None:
    """By CONNECT, with the authority of the administrator inside the tunnel."""
    network = Network(proxy=tunnel.address, ca_file=tmp_path / "ca.pem")
    assert look_up("https://archive.test", network) == NoneFound()
    assert tunnel.seen == ["archive.test:443"]


def test_a_proxy_that_is_not_there_is_said_to_be_the_cause(look_up: LookingUp) -> None:
    """It is our fault, not the archive's."""
    network = Network(proxy="http://127.0.0.1:9")
    assert look_up("https://archive.test", network) == LookUpFailed("proxy_failed")


@pytest.mark.filterwarnings("ignore:datetime.datetime.utc:DeprecationWarning")
def test_a_proxy_that_wants_a_password_is_said_to_be_the_cause(
    archive: FakeArchive, clock: SetClock
) -> None:
    """Nothing was sent, so that it can be sent again."""
    archive.usual = Canned(407, "who are you?")
    environment = Environment(Network(proxy=archive.base))
    saver = AnonymousSave(Way("http://archive.test", environment, "Perenne"), clock)
    answer = asyncio.run(saver.submit("https://a.fr/"))
    assert answer == Unavailable("proxy_failed")
    assert not answer.may_have_taken_it


def test_a_connection_lost_after_the_question_may_have_been_heard(
    archive: FakeArchive, environment: Environment, clock: SetClock
) -> None:
    """Unlike one that was never made."""
    archive.saves = [Canned(hold=True)]
    archive.closing.set()
    saver = AnonymousSave(Way(archive.base, environment, "Perenne"), clock)
    answer = asyncio.run(saver.submit("https://a.fr/"))
    assert answer == Unavailable("closed")
    assert answer.may_have_taken_it


def test_a_fault_of_ours_in_the_thread_is_not_a_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits is told at once, and the thread shows the fault."""
    shown: list[threading.ExceptHookArgs] = []
    done = threading.Event()

    def show(fault: threading.ExceptHookArgs) -> None:
        shown.append(fault)
        done.set()

    def err() -> None:
        raise LookupError("ours")

    monkeypatch.setattr(threading, "excepthook", show)
    with pytest.raises(RuntimeError, match="without an answer"):
        asyncio.run(within(20, err))
    assert done.wait(20)
    assert shown[0].exc_type is LookupError
