"""What sites see of us, by their own access log."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Self

import pytest
from tests.acceptance.conftest import Shell
from tests.net.servers import RawServer, page

from perenne import __version__
from perenne.demo.answers import Answer, Behaviour, Site, Visit, redirect
from perenne.demo.background import in_background
from perenne.demo.world import World, simulated_world

INTERVAL = 0.1
TEXT = b"<p>" + b"Un vrai texte, qui se lit bien. " * 60
RICH = Answer(
    body=b"""<!DOCTYPE html><html><head><title>Une page pleine de choses</title>
    <link rel=stylesheet href=/s.css><link rel=icon href=/icon.png><script src=/s.js></script>
    <link rel=canonical href=/canonical><link rel=alternate href=/feed.xml>
    <link rel=prefetch href=/next><meta property=og:image content=/og.png></head>
    <body><h1>Une page pleine de choses</h1><img src=/i.png srcset="/i2.png 2x">
    <iframe src=/frame></iframe><a href=/other>autre</a><a href="//ailleurs.exemple.fr/">l</a>
    <video src=/v.mp4></video><form action=/search></form>"""
    + TEXT,
    headers={"Content-Type": "text/html; charset=utf-8", "Link": "</p.css>; rel=preload"},
)


@contextmanager
def visiting(tmp_path: Path, **sites: Behaviour) -> Iterator[tuple[Shell, World]]:
    """Give the command in a world of these sites, ``a=`` being a.exemple.fr."""
    served = [Site(f"{name}.exemple.fr", answer) for name, answer in sites.items()]
    with simulated_world(tmp_path, sites=served) as world:
        env = {
            "PERENNE_CONFIG": str(world.config),
            "PERENNE_LIMITS__SECOND_OPINION_AFTER": "0.05",
            "PERENNE_POLITENESS__INTERVAL": str(INTERVAL),
        }
        yield Shell(env, tmp_path), world


def asked(world: World) -> list[str]:
    """Return what was asked of whom, in order."""
    return [f"{seen.host}{seen.path}" for seen in world.web.log]


def test_nothing_is_asked_but_what_is_cited(tmp_path: Path) -> None:
    """No robots.txt, no icon, no image, no frame, no link of the page."""
    with visiting(tmp_path, a=lambda _visit: RICH) as (perenne, world):
        assert perenne("check", "https://a.exemple.fr/une-page-pleine-de-choses").code == 0
    assert asked(world) == ["a.exemple.fr/une-page-pleine-de-choses"]
    [seen] = world.web.log
    assert f"Perenne/{__version__}" in seen.headers["user-agent"]
    assert "referer" not in seen.headers


def test_hops_and_questions_are_all_that_is_added(tmp_path: Path) -> None:
    """A redirect's target; for a failure the second opinion; nothing else, and nothing unread."""
    with visiting(
        tmp_path,
        a=lambda _visit: redirect("https://b.exemple.fr/la-page"),
        b=lambda _visit: RICH,
        c=lambda _visit: Answer(500),
    ) as (perenne, world):
        perenne("check", "https://a.exemple.fr/la-page", "https://c.exemple.fr/en-panne")
    assert sorted(set(asked(world))) == [
        "a.exemple.fr/la-page",
        "b.exemple.fr/la-page",
        "c.exemple.fr/en-panne",
    ]
    assert asked(world).count("c.exemple.fr/en-panne") == 2
    assert {seen.method for seen in world.web.log} == {"GET"}


def test_what_a_host_needed_last_time_is_asked_at_once(tmp_path: Path) -> None:
    """A refusal for each link and night is no courtesy; who needs nothing is asked plainly."""

    def answer(visit: Visit) -> Answer:
        return RICH if "sec-fetch-mode" in visit.headers else Answer(403)

    urls = ["https://a.exemple.fr/la-page", "https://b.exemple.fr/la-page"]
    with visiting(tmp_path, a=answer, b=lambda _visit: RICH) as (perenne, world):
        assert [perenne("check", *urls).code for _night in range(3)] == [0, 0, 0]
    plainly = [(seen.host[0], "sec-fetch-mode" not in seen.headers) for seen in world.web.log]
    assert sorted(plainly) == [*[("a", False)] * 3, ("a", True), *[("b", True)] * 3]


def test_starts_are_an_interval_apart_whatever_is_asked(tmp_path: Path) -> None:
    """Links, hops, siblings, second opinions: all of them pass one gate.

    No request can come sooner than it was due, so that the log proves it on a busy machine too.
    """

    def answer(visit: object) -> Answer:
        path = str(getattr(visit, "path", ""))
        if path.startswith("/moved"):
            return redirect("/found" + path.removeprefix("/moved"))
        return Answer(500) if path.startswith("/down") else RICH

    urls = [f"http://a.exemple.fr/{kind}/{n}" for kind in ("moved", "down", "p") for n in range(4)]
    with visiting(tmp_path, a=answer) as (perenne, world):
        began = time.monotonic()
        perenne("check", *urls)
        times = sorted(seen.at for seen in world.web.log)
    assert len(times) >= 4 * 2 + 4 * 2 + 4
    for number, at in enumerate(times):
        assert at - began >= number * INTERVAL


def test_no_more_than_two_connections_at_once(tmp_path: Path) -> None:
    """By the count of a server that takes its time."""

    async def slow(_head: str, _reader: object, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.1)
        writer.write(page(TEXT, "Content-Type: text/html"))

    with in_background(_Serving(RawServer(slow))) as serving:
        shell = Shell(
            {
                "PERENNE_DATABASE_URL": f"sqlite:///{tmp_path}/perenne.sqlite",
                "PERENNE_LOG_FILE": f"{tmp_path}/perenne.log",
                "PERENNE_NETWORK__RESOLVE": f'["a.fr:*:127.0.0.1:{serving.server.port}"]',
                "PERENNE_POLITENESS__INTERVAL": "0.01",
            },
            tmp_path,
        )
        said = shell("check", "--no-record", *(f"http://a.fr/{n}" for n in range(10)))
    assert said.code == 0
    assert serving.server.connections == 10
    assert serving.server.most_at_once == 2


class _Serving:
    """A raw server as a context."""

    def __init__(self, server: RawServer) -> None:
        self.server = server

    async def __aenter__(self) -> Self:
        await self.server.start(None)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.server.stop()


@pytest.mark.parametrize(
    "wait",
    [
        lambda: "3600",
        lambda: format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True),
    ],
    ids=["seconds", "date"],
)
def test_a_host_that_asks_for_an_hour_is_left_alone(
    tmp_path: Path, wait: Callable[[], str]
) -> None:
    """For the rest of the run, and by the next; its other links are not checked."""
    urls = [f"http://a.exemple.fr/page/{n}" for n in range(20)]
    with visiting(tmp_path, a=lambda _visit: Answer(429, headers={"Retry-After": wait()})) as (
        perenne,
        world,
    ):
        first = perenne("check", *urls, "--format", "json").json
        assert len(world.web.log) <= 4, "what was on the wire already"
        told = [link["evidence"][0]["code"] for link in first["links"]]
        assert told.count("host_put_off") >= 16
        world.web.log.clear()
        second = perenne("check", *urls, "--format", "json").json
        assert world.web.log == []
    assert {link["evidence"][0]["code"] for link in second["links"]} == {"host_put_off"}
    assert {link["state"] for link in second["links"]} <= {"new", "undecided"}


@pytest.mark.parametrize(
    "wait",
    [
        lambda: "1",
        lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True),
    ],
    ids=["seconds", "date"],
)
def test_a_short_rest_is_waited_for(tmp_path: Path, wait: Callable[[], str]) -> None:
    """And the page is then seen; nobody is asked meanwhile."""

    def answer(visit: object) -> Answer:
        first = getattr(visit, "turn", 1) == 1
        return Answer(503, headers={"Retry-After": wait()}) if first else RICH

    with visiting(tmp_path, a=answer) as (perenne, world):
        said = perenne("check", "http://a.exemple.fr/page", "--format", "json")
        first, second = [seen.at for seen in world.web.log]
    assert [link["verdict"] for link in said.json["links"]] == ["ok"]
    assert second - first >= 0.9


def test_credentials_of_a_redirect_are_neither_sent_nor_kept(tmp_path: Path) -> None:
    """Nor those of the cited address, in the log, the database and every output."""
    with visiting(
        tmp_path,
        a=lambda _visit: redirect("http://moi:s3same@b.exemple.fr/page"),
        b=lambda _visit: RICH,
        c=lambda _visit: redirect("ftp://moi:s3same@b.exemple.fr/page"),
    ) as (perenne, world):
        urls = ("http://toi:s3same@a.exemple.fr/page", "http://c.exemple.fr/page")
        said = [perenne("check", *urls, "-v", "--format", form) for form in ("json", "csv")]
        said += [perenne(command, urls[0], "-v") for command in ("history", "explain")]
    assert "b.exemple.fr/page" in asked(world)
    assert not any("authorization" in seen.headers for seen in world.web.log)
    assert not any("s3same" in each.out + each.err for each in said)
    for file in tmp_path.glob("perenne.*"):
        assert b"s3same" not in file.read_bytes(), file.name


def test_an_address_of_65_kilobytes_is_not_asked_for(tmp_path: Path) -> None:
    """No server takes it; it is told as what it is, and the others are checked."""
    long = "http://a.exemple.fr/" + "a" * 65_000
    with visiting(tmp_path, a=lambda _visit: RICH) as (perenne, world):
        said = perenne("check", "-", "--format", "json", stdin=f"{long}\nhttp://a.exemple.fr/p\n")
    assert [link["verdict"] for link in said.json["links"]] == ["malformed", "ok"]
    assert said.json["links"][0]["evidence"][0]["code"] == "url_too_long"
    assert asked(world) == ["a.exemple.fr/p"]
