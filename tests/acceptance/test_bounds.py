"""Memory and time stay within bounds, whatever sites send and however many links there are."""

import gzip
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest
from tests.net.hostile.judging import HEAD, TEXT, endless
from tests.net.servers import Behaviour, RawServer, page, says

from perenne.demo.answers import Answer, Site
from perenne.demo.background import in_background
from perenne.demo.world import simulated_world
from perenne.net.codings import zstd

MEGABYTE = 1024
"""In kilobytes, as the kernel counts."""
MEASURED = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[2:])
_pid, status, usage = os.wait4(process.pid, 0)
with open(sys.argv[1], "w") as told:
    told.write(f"{os.waitstatus_to_exitcode(status)} {usage.ru_maxrss}")
"""
"""A small process between us and what is measured: to begin with, the kernel counts for a process
what the one that started it has used at its most (Linux, `setmax_mm_hiwater_rss`)."""


@dataclass(frozen=True)
class Used:
    """What a process has used, and said."""

    code: int
    kilobytes: int
    seconds: float
    out: str
    err: str


def perenne(tmp_path: Path, env: dict[str, str], arguments: list[str], stdin: str = "") -> Used:
    """Run the command in a process of its own, whose memory the kernel measures."""
    given = tmp_path / "given.txt"
    given.write_text(stdin, encoding="utf-8")
    began = time.monotonic()
    with (
        given.open() as stdin_,
        (tmp_path / "out").open("w") as out,
        (tmp_path / "err").open("w") as err,
    ):
        measured = [sys.executable, "-I", "-c", MEASURED, str(tmp_path / "used")]
        subprocess.run(
            [*measured, sys.executable, "-m", "perenne", *arguments],
            env={**os.environ, **env},
            cwd=tmp_path,
            stdin=stdin_,
            stdout=out,
            stderr=err,
            check=True,
        )
    seconds = time.monotonic() - began
    said = [(tmp_path / name).read_text(encoding="utf-8") for name in ("out", "err")]
    code, kilobytes = map(int, (tmp_path / "used").read_text().split())
    return Used(code, kilobytes, seconds, *said)


class Servers:
    """Raw servers as a context, ``h0.fr`` being the first."""

    def __init__(self, *behaviours: Behaviour) -> None:
        self._servers = [RawServer(behaviour) for behaviour in behaviours]

    async def __aenter__(self) -> list[RawServer]:
        for server in self._servers:
            await server.start(None)
        return self._servers

    async def __aexit__(self, *_: object) -> None:
        for server in self._servers:
            await server.stop()


BOMB = b"\0" * 100_000_000
CODED = "Content-Type: text/html"
HOSTILE = (
    says(page(gzip.compress(BOMB, 9), CODED, "Content-Encoding: gzip")),
    says(page(brotli.compress(BOMB, quality=4), CODED, "Content-Encoding: br")),
    says(page(zstd.compress(BOMB), CODED, "Content-Encoding: zstd")),
    endless(HEAD + b"\r\n" + TEXT, b"x" * 65_536),
    endless(HEAD + b"X: ", b"x" * 65_536),
    endless(HEAD, b"X: %s\r\n" % (b"y" * 120_000)),
    endless(HEAD, b"X: y\r\n" * 1000),
    endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100),
    endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5;", b"x" * 65_536),
    endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 1000),
)


@contextmanager
def env_for(tmp_path: Path, *behaviours: Behaviour) -> Iterator[dict[str, str]]:
    """Give a configuration in which h0.fr, h1.fr … behave so, and nothing else exists."""
    with in_background(Servers(*behaviours)) as servers:
        hosts = [f'"h{n}.fr:*:127.0.0.1:{server.port}"' for n, server in enumerate(servers)]
        yield {
            "PERENNE_DATABASE_URL": f"sqlite:///{tmp_path}/perenne.sqlite",
            "PERENNE_LOG_FILE": f"{tmp_path}/perenne.log",
            "PERENNE_NETWORK__RESOLVE": f'[{", ".join(hosts)}, "*:*:nxdomain"]',
            "PERENNE_POLITENESS__INTERVAL": "0",
            "PERENNE_LIMITS__SECOND_OPINION_AFTER": "0.05",
            "PERENNE_LIMITS__EXCHANGE": "2",
        }


@pytest.mark.slow
def test_ten_attackers_at_once_cost_little_more_than_ten_pages(tmp_path: Path) -> None:
    """Bombs of 100 MB, bodies, heads and chunks without end, all in one run."""
    urls = [f"http://h{n}.fr/page" for n in range(len(HOSTILE))]
    quiet = says(page(TEXT, CODED))
    with env_for(tmp_path, *[quiet] * len(HOSTILE)) as env:
        usual = perenne(tmp_path, env, ["check", "--no-record", *urls])
    with env_for(tmp_path, *HOSTILE) as env:
        attacked = perenne(tmp_path, env, ["check", "--no-record", *urls, "-v"])
    assert usual.code == 0, usual.err
    assert attacked.code == 1, attacked.err
    assert "Traceback" not in attacked.err
    assert attacked.kilobytes - usual.kilobytes < 100 * MEGABYTE
    assert attacked.seconds < 40


CROWD = 100_000


@pytest.mark.slow
@pytest.mark.parametrize("line", ["{url}\n", "Titre, voir {url} pour la suite\n\n"])
def test_two_hundred_thousand_addresses_are_no_dossier(tmp_path: Path, line: str) -> None:
    """A clear sentence, and nothing registered."""
    file = tmp_path / "trop.md"
    urls = (f"https://h{n % 5000}.exemple.fr/page/{n}" for n in range(200_000))
    file.write_text("".join(line.format(url=url) for url in urls), encoding="utf-8")
    env = {"PERENNE_DATABASE_URL": f"sqlite:///{tmp_path}/p.sqlite"}
    said = perenne(tmp_path, env, ["add", str(file)])
    assert said.code == 2
    assert "demanderait trop de temps ou de mémoire" in said.err
    assert "Traceback" not in said.err
    assert "Pas encore de dossier" in perenne(tmp_path, env, ["dossier", "list"]).out


@pytest.mark.slow
def test_a_hundred_thousand_links_on_one_host_that_wants_rest(tmp_path: Path) -> None:
    """It is asked a handful of times; all others are told not to be checked, in bounded memory."""
    rest = Site("seul.exemple.fr", lambda _visit: Answer(429, headers={"Retry-After": "3600"}))
    with simulated_world(tmp_path, sites=[rest]) as world:
        env = {"PERENNE_CONFIG": str(world.config), "PERENNE_POLITENESS__INTERVAL": "0"}
        few, many = (
            perenne(
                tmp_path,
                {**env, "PERENNE_DATABASE_URL": f"sqlite:///{tmp_path}/{n}.sqlite"},
                ["check", "-", "--format", "csv"],
                "\n".join(f"http://seul.exemple.fr/page/{k}" for k in range(n)),
            )
            for n in (1_000, CROWD)
        )
        assert len(world.web.log) <= 8
    assert (few.code, many.code) == (0, 0), many.err[-500:]
    codes = Counter(line.split(";")[13].strip('"') for line in many.out.splitlines()[1:])
    assert codes["host_put_off"] >= CROWD - 4
    assert sum(codes.values()) == CROWD
    assert many.kilobytes < 700 * MEGABYTE
    assert many.seconds < 600
