"""A small Wayback Machine on loopback, with the exchanges of the real one."""

from __future__ import annotations

import json
import re
import ssl
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import trustme
from tests.archive.exchanges import ACCESS, SECRET, Asked, Canned, row

from perenne.archive.mementos import write_timestamp
from perenne.clock import Clock


class FakeArchive:
    """What it was asked (`log`), what it will answer where not the usual, what it holds."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.base = ""
        self.log: list[Asked] = []
        self.submissions: dict[str, list[Canned]] = defaultdict(list)
        self.statuses: list[Canned] = []
        self.accounts: list[Canned] = []
        self.look_ups: list[Canned] = []
        self.saves: list[Canned] = []
        self.pages: dict[str, Canned] = {}
        self.captures: list[tuple[str, str]] = []
        self.usual: Canned | None = None
        self.pending_polls = 1
        self.holding = threading.Event()
        self.closing = threading.Event()
        self._jobs: dict[str, tuple[str, int]] = {}

    def asked(self, method: str, path: str) -> list[Asked]:
        """Return the requests of that method to paths that begin so."""
        return [a for a in self.log if a.method == method and a.path.startswith(path)]

    @property
    def submitted(self) -> list[Asked]:
        """Return the pages that were submitted with keys, in their order."""
        return self.asked("POST", "/save")

    @property
    def polled(self) -> list[Asked]:
        """Return the questions after jobs, in their order."""
        return self.asked("GET", "/save/status/spn2")

    def answer(self, asked: Asked, query: dict[str, str]) -> Canned:
        """Answer as the real one would, unless the test said otherwise."""
        if self.usual is not None:
            return self.usual
        if asked.path.startswith("/cdx/"):
            return self.look_ups.pop(0) if self.look_ups else self._look_up(query)
        if asked.path.startswith("/web/"):
            return self.pages.get(asked.path, Canned(body="<p>saved</p>"))
        if asked.path.startswith("/save/http"):
            return self.saves.pop(0) if self.saves else self._save(unquote(asked.path[6:]))
        return self._with_keys(asked)

    def _with_keys(self, asked: Asked) -> Canned:
        if asked.headers.get("authorization") != f"LOW {ACCESS}:{SECRET}":
            message = "You need to be logged in to use Save Page Now."
            return Canned(401, {"message": message})
        if asked.path == "/save/status/user":
            return self.accounts.pop(0) if self.accounts else Canned(body=USER)
        if asked.path.startswith("/save/status/"):
            return self._scripted_status() or self._status(asked.path.rsplit("/", 1)[1])
        scripted = self.submissions[asked.url] or self.submissions["*"]
        return scripted.pop(0) if scripted else self._submit(asked.url)

    def _scripted_status(self) -> Canned | None:
        return self.statuses.pop(0) if self.statuses else None

    def _submit(self, url: str) -> Canned:
        job = f"spn2-{len(self._jobs):040x}"
        self._jobs[job] = (url, self.pending_polls)
        return Canned(body={"url": url, "job_id": job})

    def _status(self, job: str) -> Canned:
        if job not in self._jobs:
            return Canned(404, "<h1>Not Found</h1>")
        url, polls = self._jobs[job]
        self._jobs[job] = (url, polls - 1)
        if polls > 0:
            return Canned(body={"status": "pending", "job_id": job, "resources": [url]})
        stamp = self._hold(url)
        done = {"status": "success", "job_id": job, "original_url": url, "timestamp": stamp}
        return Canned(body={**done, "duration_sec": 4.2, "resources": [url] * 300})

    def _save(self, url: str) -> Canned:
        return Canned(302, headers={"Location": f"/web/{self._hold(url)}/{url}"})

    def _hold(self, url: str) -> str:
        stamp = write_timestamp(self.clock.now())
        self.captures.append((stamp, url))
        return stamp

    def _look_up(self, query: dict[str, str]) -> Canned:
        since, until, limit = query.get("from", ""), query.get("to", "9"), int(query["limit"])
        held = sorted(c for c in self.captures if _folded(c[1]) == _folded(query["url"]))
        rows = [row(stamp, url) for stamp, url in held if since <= stamp <= until]
        return Canned(body="\n".join(rows[limit:] if limit < 0 else rows[:limit]))


USER = {"processing": 0, "available": 3, "daily_captures": 49, "daily_captures_limit": 30000}


def _folded(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url).lower()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    archive: FakeArchive

    def do_GET(self) -> None:
        self._answer("")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _answer(self, body: str) -> None:
        parts = urlsplit(self.path)
        form = {name: values[0] for name, values in parse_qs(body).items()}
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        url = form.get("url") or query.get("url", "")
        asked = Asked(self.command, self.path, url, self.archive.clock.now(), headers, form)
        self.archive.log.append(asked)
        asked.given = self.archive.answer(asked, query)
        self._send(asked.given)

    def _send(self, canned: Canned) -> None:
        if canned.hold:
            self.archive.holding.set()
            self.archive.closing.wait(20)
            self.close_connection = True
            return
        text = canned.body if isinstance(canned.body, str) else json.dumps(canned.body)
        self.send_response(canned.status)
        for name, value in canned.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Keep the tests' output quiet."""


@contextmanager
def fake_archive(
    clock: Clock, certificate: trustme.LeafCert | None = None
) -> Iterator[FakeArchive]:
    """Serve an archive on a port of its own, over TLS where it has a certificate."""
    archive = FakeArchive(clock)
    handler = type("Handler", (_Handler,), {"archive": archive})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        # The handshake is the business of each connection's own thread.
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    scheme = "https" if certificate else "http"
    archive.base = f"{scheme}://127.0.0.1:{server.server_address[1]}"
    try:
        yield archive
    finally:
        archive.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
