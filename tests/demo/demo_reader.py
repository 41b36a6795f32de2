"""A reader of the simulated web, which knows of it what a configuration says."""

from __future__ import annotations

import http.client
import socket
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

if TYPE_CHECKING:
    from perenne.demo.web import SimulatedWeb

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Reply:
    """One answer."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body, which is in UTF-8."""
        return self.body.decode()


class Reader:
    """Asks for addresses as they are written, by the entries of `resolve` alone."""

    def __init__(self, web: SimulatedWeb) -> None:
        self.web = web
        self.tls = ssl.create_default_context(cafile=str(web.ca_file))

    def ask(self, url: str, **headers: str) -> Reply:
        """Send one GET; a header ``x_y`` is sent as ``x-y``."""
        parts = urlsplit(url)
        host = str(parts.hostname)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        connection = http.client.HTTPConnection(host)
        connection.sock = self.connect(parts.scheme, host)
        try:
            connection.request("GET", quote(path, safe="/%?&=+:,.-_()"), headers=named)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def connect(self, scheme: str, host: str) -> socket.socket:
        """Open a connection to a host, verified where it is a secure one."""
        plain = socket.create_connection(self.address(scheme, host), timeout=5)
        if scheme == "http":
            return plain
        try:
            return self.tls.wrap_socket(plain, server_hostname=host)
        except OSError:
            plain.close()
            raise

    def address(self, scheme: str, host: str) -> tuple[str, int]:
        """Return where a host is; `socket.gaierror` where it does not exist."""
        for entry in self.web.resolve:
            name, port, *target = entry.split(":")
            if name in (host, "*") and target == ["nxdomain"]:
                break
            if name == host and int(port) == _PORTS[scheme]:
                return target[0], int(target[1])
        raise socket.gaierror(socket.EAI_NONAME, host)

    def follow(self, url: str) -> tuple[list[str], Reply]:
        """Return the addresses passed through, and the last answer."""
        route, reply = [url], self.ask(url)
        while "Location" in reply.headers:
            assert len(route) < 10
            route.append(urljoin(route[-1], reply.headers["Location"]))
            reply = self.ask(route[-1])
        return route, reply
