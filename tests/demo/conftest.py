"""A reader of the simulated web, which knows of it what a configuration says."""

import http.client
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

import pytest

from perenne.demo.web import SimulatedWeb, simulated_web

_PORTS = {"http": 80, "https": 443}


@dataclass
class Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self):
        return self.body.decode()


class Reader:
    """Asks for addresses as they are written, by the entries of `resolve` alone."""

    def __init__(self, web: SimulatedWeb):
        self.web = web
        self.tls = ssl.create_default_context(cafile=web.ca_file)

    def ask(self, url, **headers):
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname)
        connection.sock = self.connect(parts.scheme, parts.hostname)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        try:
            connection.request("GET", quote(path, safe="/%?&=+:,.-_()"), headers=headers)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def connect(self, scheme, host):
        address = self.address(host, _PORTS[scheme])
        if address is None:
            raise socket.gaierror(socket.EAI_NONAME, host)
        plain = socket.create_connection(address, timeout=5)
        if scheme == "http":
            return plain
        try:
            return self.tls.wrap_socket(plain, server_hostname=host)
        except OSError:
            plain.close()
            raise

    def address(self, host, port):
        for entry in self.web.resolve:
            name, _, target = entry.partition(":")
            if name not in (host, "*"):
                continue
            if target == "*:nxdomain":
                return None
            asked, ip, there = target.split(":")
            if int(asked) == port:
                return ip, int(there)
        raise AssertionError(host)

    def follow(self, url):
        """Return the addresses passed through, and the last answer."""
        route, reply = [url], self.ask(url)
        while "Location" in reply.headers:
            assert len(route) < 10
            route.append(urljoin(route[-1], reply.headers["Location"]))
            reply = self.ask(route[-1])
        return route, reply


@pytest.fixture
def web(tmp_path):
    """The whole simulated web."""
    with simulated_web(tmp_path) as running:
        yield running


@pytest.fixture
def reader(web):
    """Its reader."""
    return Reader(web)
