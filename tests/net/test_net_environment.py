"""The way out that the administrator chose."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.net import certificates
from tests.net.servers import settings_for

from perenne.net.engine import Engine
from perenne.net.environment import Environment
from perenne.settings import Network, SettingsError

NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget this machine's own proxies and authorities."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def test_without_proxy_the_way_is_direct() -> None:
    """And the libraries are told so."""
    environment = Environment(Network())
    assert environment.proxy_for("https://a.fr/") is None
    assert environment.requests_proxies("https://a.fr/") == {}


def test_the_settings_come_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheme is not needed."""
    monkeypatch.setenv("HTTPS_PROXY", "http://other.fr:8080")
    environment = Environment(Network(proxy="proxy.fr:3128"))
    assert environment.proxy_for("https://a.fr/") == "http://proxy.fr:3128"
    assert environment.requests_proxies("https://a.fr/") == {
        "http": "http://proxy.fr:3128",
        "https": "http://proxy.fr:3128",
    }


def test_each_scheme_has_its_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """As usual in the environment, in capitals or not."""
    monkeypatch.setenv("https_proxy", "http://secure.fr:1")
    monkeypatch.setenv("ALL_PROXY", "http://all.fr:2")
    environment = Environment(Network())
    assert environment.proxy_for("https://a.fr/") == "http://secure.fr:1"
    assert environment.proxy_for("http://a.fr/") == "http://all.fr:2"


@pytest.mark.parametrize("configured", ["", "proxy.fr:3128"])
def test_some_hosts_are_asked_directly(monkeypatch: pytest.MonkeyPatch, configured: str) -> None:
    """Those of NO_PROXY with what lies below them, and this machine."""
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.fr:3128")
    monkeypatch.setenv("NO_PROXY", "centre.fr,intranet.fr:8080")
    environment = Environment(Network(proxy=configured))
    for host in (
        "centre.fr",
        "www.centre.fr",
        "intranet.fr:8080",
        "127.0.0.1",
        "[::1]",
        "localhost",
    ):
        assert environment.proxy_for(f"http://{host}/") is None
    for host in ("notcentre.fr", "intranet.fr", "a.fr"):
        assert environment.proxy_for(f"http://{host}/") == "http://proxy.fr:3128"


@pytest.mark.parametrize("proxy", ["socks5://proxy.fr:1080", "http://", "ftp://proxy.fr"])
def test_a_proxy_that_cannot_be_used_is_a_fault_of_the_settings(proxy: str) -> None:
    """With its key."""
    with pytest.raises(SettingsError) as caught:
        Environment(Network(proxy=proxy))
    assert caught.value.faults == [("network.proxy", "http://host:port")]


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_a_ca_file_that_cannot_be_used_is_one_too(tmp_path: Path, content: bytes | None) -> None:
    """Missing, or something else."""
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        Engine.check_settings(settings_for(network={"ca_file": file}))
    assert caught.value.faults[0][0] == "network.ca_file"


def test_sound_settings_pass() -> None:
    """Without anything being opened."""
    Engine.check_settings(settings_for())


def test_our_own_authority_is_trusted_beside_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SSL_CERT_FILE stands for the system's."""
    for name in ("system", "own"):
        authority = certificates.AUTHORITY if name == "own" else certificates.STRANGER
        (tmp_path / name).write_bytes(authority.cert_pem.bytes())
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "system"))
    assert len(Environment(Network()).verified.get_ca_certs()) == 1
    environment = Environment(Network(ca_file=tmp_path / "own"))
    assert len(environment.verified.get_ca_certs()) == 2
