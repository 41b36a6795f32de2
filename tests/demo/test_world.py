"""The simulated world comes with a configuration that leads to it, and nowhere else."""

from __future__ import annotations

import smtplib
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx
from sqlalchemy.engine import make_url

from perenne import settings
from perenne.clock import SetClock
from perenne.demo.certificates import Certificates
from perenne.demo.configuration import write_configuration
from perenne.demo.mailbox import Mailbox
from perenne.demo.web import SimulatedWeb, simulated_web
from perenne.demo.world import simulated_world

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_configuration_is_read_by_the_product(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every way out of the product ends on loopback, in the directory given."""
    with simulated_world(tmp_path, recipients=["a@x.example"]) as world:
        monkeypatch.setenv("PERENNE_CONFIG", str(world.config))
        read = settings.load()
    assert make_url(read.database_url).database == str(tmp_path / "perenne.sqlite")
    assert (read.network.resolve, read.network.ca_file) == (world.web.resolve, world.web.ca_file)
    assert (read.wayback.url, read.wayback.keys) == (world.wayback.url, world.wayback.keys)
    assert (read.smtp.host, read.smtp.port) == ("127.0.0.1", world.mailbox.port)
    assert read.report.recipients == ("a@x.example",)
    assert read.politeness.interval < 0.1
    assert read.limits.second_opinion_after < 1


def test_its_canaries_answer_in_the_simulated_web(web: SimulatedWeb, tmp_path: Path) -> None:
    """The names are among those that resolve."""
    config = write_configuration(tmp_path, web)
    assert '"https://www.service-public.fr/"' in config.read_text(encoding="utf-8")
    assert any(entry.startswith("www.service-public.fr:443:127.0.0.1:") for entry in web.resolve)


def test_without_archive_and_mail_the_configuration_names_none(
    web: SimulatedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No keys, no mail server: nothing is submitted and no mail leaves."""
    monkeypatch.setenv("PERENNE_CONFIG", str(write_configuration(tmp_path, web)))
    read = settings.load()
    assert (read.wayback.enabled, read.smtp.host) == (False, "")


def test_a_mail_server_with_a_login_is_configured_with_it(
    web: SimulatedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Security, user and password; its authority is that of the web."""
    login = ("perenne", 'mot de "passe"')
    mailbox = Mailbox(security="starttls", login=login, certificates=web.certificates)
    with mailbox as box:
        monkeypatch.setenv("PERENNE_CONFIG", str(write_configuration(tmp_path, web, mailbox=box)))
    read = settings.load().smtp
    assert (read.security, read.user, read.password.get_secret_value()) == ("starttls", *login)


def test_captures_are_dated_by_the_clock_of_the_player(tmp_path: Path) -> None:
    """And mail arrives in the mailbox."""
    with simulated_world(tmp_path, clock=SetClock(datetime(2019, 7, 1, tzinfo=UTC))) as world:
        access, secret = world.wayback.keys
        httpx.post(
            f"{world.wayback.url}/save",
            data={"url": "https://exemple.fr/"},
            headers={"Authorization": f"LOW {access}:{secret}"},
            trust_env=False,
        )
        with smtplib.SMTP(world.mailbox.host, world.mailbox.port) as smtp:
            smtp.sendmail("a@x.example", ["b@x.example"], "Subject: x\r\n\r\n")
    assert [capture.timestamp for capture in world.wayback.captures] == ["20190701000000"]
    assert len(world.mailbox.messages) == 1


def test_another_process_reaches_the_simulated_web(web: SimulatedWeb) -> None:
    """It is served while this process waits for the other."""
    address = web.resolve[0].split(":", 2)[2]
    code = f"import http.client as h; c = h.HTTPConnection('{address}'); c.request('GET', '/', \
headers={{'Host': 'sante.gouv.fr'}}); print(c.getresponse().status)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "404\n"


def test_an_authority_is_made_anew_every_time(tmp_path: Path) -> None:
    """No key outlives its simulation: only the certificate is written."""
    with simulated_web(tmp_path, []):
        first = (tmp_path / "ca.pem").read_text()
    Certificates(tmp_path)
    assert (tmp_path / "ca.pem").read_text() != first
    assert [file.name for file in tmp_path.iterdir()] == ["ca.pem"]
