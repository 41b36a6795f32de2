"""Links that fail are offered what others saved of them: the right copy, and seen to be one."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.archive.bodies import CONSENT_WALL, SOFT_404, page
from tests.archive.station import Archived
from tests.archive.together import together
from tests.store.store_stories import add, check, reference

from perenne.archive.cdx import LOOK_UPS_PER_MINUTE
from perenne.archive.finder import ANOTHER_NIGHT, RARELY
from perenne.demo.wayback import Script, Trouble
from perenne.domain.captures import Verification
from perenne.domain.links import Capture, Replacement
from perenne.domain.verdicts import VerdictKind
from perenne.runs.choosing import Word, choose_one
from perenne.runs.finding import find_lost
from perenne.store import captures, links, look_ups
from perenne.store.statuses import LookUpStatus

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from tests.archive.station import Station

    from perenne.archive.pace import Sleep
    from perenne.demo.wayback import SimulatedWayback
    from perenne.demo.wayback.arquivo import SimulatedArquivo

TITLE = "Un laboratoire pour la ville : trois ans après"
PAGE = "https://www.cnfpt.fr/un-laboratoire-pour-la-ville"
BODY = page(TITLE)
CITED = datetime(2018, 9, 3, 12, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
FOUND, NONE = LookUpStatus.FOUND, LookUpStatus.NONE
EXCLUDED, FAILED = LookUpStatus.EXCLUDED, LookUpStatus.FAILED
pytestmark = [
    pytest.mark.parametrize("backend", ["sqlite"]),
    pytest.mark.filterwarnings("ignore:datetime.datetime.utc:DeprecationWarning"),
]


def lose(station: Station, *urls: str, date_iso: str = "2018-09-03", title: str = TITLE) -> None:
    """Have pages cited, seen alive, and then fail for two nights."""
    now = station.clock.now()
    cited = [reference(title, url, date_iso=date_iso) for url in urls]
    with station.database.transaction() as session:
        add(session, "ville", *cited, at=now - 40 * DAY)
    for days, kind in ((-3, VerdictKind.OK), (-2, VerdictKind.GONE), (-1, VerdictKind.GONE)):
        check(station.database, dict.fromkeys(urls, kind), now + days * DAY)
    with station.database.reading() as session:
        station.links |= {url: links.find(session, url) or 0 for url in urls}


def find(station: Station) -> Counter[LookUpStatus]:
    """Search as after a night; return how the searches ended."""
    return asyncio.run(find_lost(station.service, station.sleep))


def offered(station: Station, url: str = PAGE) -> tuple[Replacement, ...]:
    """Return what readers are offered in the place of a page."""
    with station.database.reading() as session:
        [status] = links.statuses(session, [station.links[url]])
    return status.replacements


def whys(station: Station) -> list[str]:
    """Return why each of them is offered."""
    return [each.why.replace("\u00a0", " ") for each in offered(station)]


def asked(archive: SimulatedWayback | SimulatedArquivo, part: str) -> list[datetime]:
    """Return when the archive was asked for what has that in its path."""
    return [each.at for each in archive.asked if part in each.path]


def test_the_last_copy_before_the_references_date_is_offered_first(station: Station) -> None:
    """Then the nearest; three at most, each with its distance in days."""
    for days in (-2000, -900, 1, 30, 400):
        station.wayback.holdings.add(PAGE, CITED + days * DAY, body=BODY)
    lose(station, PAGE)
    assert find(station) == {FOUND: 1}
    assert whys(station) == [
        "copie du 17 mars 2016, 900 jours avant la référence",
        "copie du 4 septembre 2018, 1 jour après la référence",
        "copie du 3 octobre 2018, 30 jours après la référence",
    ]
    told = offered(station)
    assert {each.kind for each in told} == {"capture"}
    assert told[0].url == f"{station.wayback.url}/web/20160317120000/{PAGE}"
    assert {each.verification for each in station.known(PAGE)} == {Verification.VERIFIED}


def test_the_first_copy_after_the_date_is_offered_where_none_is_before(station: Station) -> None:
    """An article is saved after it has come out."""
    for days in (2, 700):
        station.wayback.holdings.add(PAGE, CITED + days * DAY, body=BODY)
    lose(station, PAGE)
    find(station)
    assert whys(station)[0] == "copie du 5 septembre 2018, 2 jours après la référence"


def test_a_copy_that_was_turned_down_gives_way_to_the_next(station: Station) -> None:
    """Three are offered, as before: a search that finds again what is known finds one more."""
    for days in (-2000, -1500, -900, -400):
        station.wayback.holdings.add(PAGE, CITED + days * DAY, body=BODY)
    lose(station, PAGE)
    find(station)
    [first, second, third] = (each.url for each in offered(station))
    choose_one(station.service, PAGE, "", Word(accepts=False, author="Zoé"))
    station.clock.advance(DAY)
    assert find(station) == {FOUND: 1}
    left = [each.url for each in offered(station) if each.url != first]
    assert left == [second, third, f"{station.wayback.url}/web/20130313120000/{PAGE}"]


def test_a_copy_that_was_turned_down_gives_way_to_those_of_another_archive(
    station: Station,
) -> None:
    """The search is made again, and nobody looks at that copy once more."""
    station.wayback.holdings.add(PAGE, CITED - DAY, body=BODY)
    station.arquivo.holdings.add(PAGE, CITED - 9 * DAY, body=BODY)
    lose(station, PAGE)
    find(station)
    [first] = (each.url for each in offered(station))
    station.wayback.asked.clear()
    choose_one(station.service, PAGE, "", Word(accepts=False, author="Zoé"))
    station.clock.advance(DAY)
    assert find(station) == {FOUND: 1}
    [second] = (each.url for each in offered(station) if each.url != first)
    assert second == f"{station.arquivo.url}/wayback/20180825120000/{PAGE}"
    assert not asked(station.wayback, "/20180902120000/")


@pytest.mark.parametrize(
    ("date_iso", "why"),
    [
        ("2018", "copie du 31 décembre 2018, le jour même de la citation"),
        ("2018-12", "copie du 31 décembre 2018, le jour même de la citation"),
        ("2018-12-30", "copie du 31 décembre 2018, 1 jour après la référence"),
        ("", "copie du 31 décembre 2018, 2843 jours avant le dossier"),
        ("vers 2018", "copie du 31 décembre 2018, 2843 jours avant le dossier"),
    ],
)
def test_a_year_is_cited_until_its_end_and_without_a_date_the_dossiers_counts(
    station: Station, date_iso: str, why: str
) -> None:
    """References are dated to the day, the month or the year, or not at all."""
    station.wayback.holdings.add(PAGE, datetime(2018, 12, 31, 10, tzinfo=UTC), body=BODY)
    lose(station, PAGE, date_iso=date_iso)
    find(station)
    assert whys(station) == [why]


def test_a_copy_that_shows_something_else_is_not_offered(station: Station) -> None:
    """Neither « not found » with 200, nor a wall, nor another page under the same address."""
    bodies = [SOFT_404, CONSENT_WALL, page("Recettes de saison", "Prenez trois œufs. " * 40)]
    for n, body in enumerate([*bodies, BODY]):
        station.wayback.holdings.add(PAGE, CITED - n * DAY, body=body)
    lose(station, PAGE)
    assert find(station) == {FOUND: 1}
    assert whys(station) == ["copie du 31 août 2018, 3 jours avant la référence"]


def test_good_copies_after_the_date_make_up_for_bad_ones_before(station: Station) -> None:
    """However many of these there are."""
    for n in range(4):
        station.wayback.holdings.add(PAGE, CITED - n * DAY, body=SOFT_404)
    station.wayback.holdings.add(PAGE, CITED + 9 * DAY, body=BODY)
    lose(station, PAGE)
    assert find(station) == {FOUND: 1}
    assert whys(station) == ["copie du 12 septembre 2018, 9 jours après la référence"]


def test_copies_that_all_show_something_else_are_none(station: Station) -> None:
    """Nothing is offered rather than that."""
    for n in range(20):
        station.wayback.holdings.add(PAGE, CITED - n * DAY, body=SOFT_404)
    lose(station, PAGE)
    assert find(station) == {NONE: 1}
    assert offered(station) == ()
    assert len(asked(station.wayback, "/web/")) <= 6


def test_what_was_saved_after_the_page_was_last_alive_is_left_out(station: Station) -> None:
    """It may show the failure."""
    station.wayback.holdings.add(PAGE, station.clock.now() - DAY, body=BODY)
    lose(station, PAGE)
    assert find(station) == {NONE: 1}


def test_our_own_copy_is_offered_too(station: Station) -> None:
    """Whatever others have; also where the search fails."""
    lose(station, PAGE)
    capture = station.wayback.holdings.add(PAGE, station.clock.now() - 30 * DAY, body=BODY)
    ours = f"{station.wayback.url}/web/{capture.timestamp}/{PAGE}"
    with station.database.transaction() as session:
        kept = Capture(ours, capture.at)
        captures.add_verified(session, station.links[PAGE], [kept], "spn2", capture.at)
    station.wayback.script(PAGE, Script(index=Trouble.DOWN))
    assert find(station) == {FAILED: 1}
    assert [each.url for each in offered(station)] == [ours]


def test_another_archive_is_asked_where_the_first_has_none(station: Station) -> None:
    """And there alone: its copies are looked at in the same way."""
    other = f"{PAGE}/2"
    station.wayback.holdings.add(other, CITED, body=BODY)
    for n, body in enumerate([SOFT_404, BODY]):
        station.arquivo.holdings.add(PAGE, CITED - n * DAY, body=body)
    lose(station, PAGE, other)
    assert find(station) == {FOUND: 2}
    assert [each.url for each in offered(station)] == [
        f"{station.arquivo.url}/wayback/20180902120000/{PAGE}"
    ]
    assert len(asked(station.arquivo, "/timemap/")) == 1


def test_none_excluded_and_failed_are_three_things_and_stay_so(station: Station) -> None:
    """A failed search is made again another night, one without a find a month later."""
    none, out, failed = (f"{PAGE}/{n}" for n in range(3))
    station.wayback.script(out, Script(index=Trouble.BLOCKED))
    station.wayback.script(failed, Script(index=Trouble.DOWN), Script())
    station.wayback.holdings.add(failed, CITED, body=BODY)
    lose(station, none, out, failed)
    assert find(station) == {NONE: 2, FAILED: 1}  # of `out`, the second archive has none
    name = station.wayback.url.split("/")[2]
    with station.database.reading() as session:
        known = look_ups.of_links(session, station.links.values())
    stored = {url: known[station.links[url]][name] for url in (none, out, failed)}
    assert [each.status for each in stored.values()] == [NONE, EXCLUDED, FAILED]
    assert stored[failed].code == "http_503"
    assert find(station) == {}, "nothing is due the same night"
    station.clock.advance(ANOTHER_NIGHT)
    assert find(station) == {FOUND: 1}
    asks = len(asked(station.wayback, "/cdx/"))
    station.clock.advance(RARELY[NONE] - DAY)
    assert find(station) == {}
    station.clock.advance(DAY)
    assert find(station) == {NONE: 2}
    assert len(asked(station.wayback, "/cdx/")) > asks


def test_an_archive_that_finds_copies_and_cannot_show_them_has_failed(station: Station) -> None:
    """They are looked at another night; the second archive is not asked for that."""
    station.wayback.holdings.add(PAGE, CITED, body=BODY)
    station.wayback.script(PAGE, Script(playback=Trouble.THROTTLED), Script())
    lose(station, PAGE)
    assert find(station) == {FAILED: 1}
    assert not station.arquivo.asked
    station.clock.advance(ANOTHER_NIGHT)
    assert find(station) == {FOUND: 1}


def test_one_good_copy_is_enough_where_the_archive_fails_at_the_next(station: Station) -> None:
    """What was seen is offered."""
    for n in range(3):
        station.wayback.holdings.add(PAGE, CITED - n * DAY, body=BODY)
    station.wayback.script(PAGE, Script(), Script(playback=Trouble.THROTTLED))
    lose(station, PAGE)
    assert find(station) == {FOUND: 1}
    assert len(offered(station)) == 1


def test_the_rest_is_left_alone_after_a_refusal(station: Station) -> None:
    """One 429 ends the asking for the night; nothing is taken for « none found »."""
    pages = [f"{PAGE}/{n}" for n in range(5)]
    for each in pages:
        station.wayback.script(each, Script(index=Trouble.THROTTLED), Script())
    lose(station, *pages)
    assert find(station) == {FAILED: 5}
    assert len(station.wayback.asked) == 1


def test_two_workers_share_look_ups_and_their_pace(station: Station) -> None:
    """No page twice, and 24 look-ups in any minute, by the archive's own log."""
    pages = [f"{PAGE}/{n}" for n in range(40)]
    lose(station, *pages)

    def work(sleep: Sleep) -> Awaitable[Counter[LookUpStatus]]:
        return find_lost(station.service, sleep)

    first, second = asyncio.run(together(station.clock, work, work))
    assert first + second == {NONE: 40}
    assert all((first, second))
    times = asked(station.wayback, "/cdx/")
    assert len(times) == 80, "before and after the date"
    busiest = max(sum(t <= u < t + timedelta(minutes=1) for u in times) for t in times)
    assert busiest <= LOOK_UPS_PER_MINUTE


def test_a_copy_behind_a_subscription_is_told_as_such(station: Station) -> None:
    """Its beginning is better than nothing, where nothing else is left."""
    wall = page(TITLE, "Cet article est réservé aux abonnés. Il vous reste 80 % à lire.")
    station.wayback.holdings.add(PAGE, CITED, body=wall)
    lose(station, PAGE)
    find(station)
    [offer] = offered(station)
    assert offer.why.endswith("le jour même de la citation, derrière un abonnement")
    assert offer.confidence < 0.5


def test_a_copy_is_offered_no_more_once_the_page_lives_again(station: Station) -> None:
    """What is remembered of it stays."""
    station.wayback.holdings.add(PAGE, CITED, body=BODY)
    lose(station, PAGE)
    find(station)
    assert offered(station)
    check(station.database, {PAGE: VerdictKind.OK}, station.clock.now())
    assert offered(station) == ()
    assert station.known(PAGE) == [Archived(Verification.VERIFIED, "")]
