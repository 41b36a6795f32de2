"""Proposals accepted and turned down, on both databases: stored as overlays, told by dossier."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.store.news_stories import FIRE, LAW, NEWS, die, two_dossiers
from tests.store.store_stories import DAY, MONDAY, check

from perenne.clock import SetClock
from perenne.domain import offers
from perenne.domain.choices import rejected
from perenne.domain.decisions import Answer, Fate, Refusal, Standing
from perenne.domain.links import LinkStatus, Replacement
from perenne.domain.people import Overlay, OverlayKind
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.domain.sites import Site
from perenne.domain.verdicts import VerdictKind
from perenne.runs.choosing import Choice, Word, choose_many, choose_one
from perenne.runs.deciding import take_in
from perenne.runs.dismissing import DismissalError
from perenne.runs.meant import ChoiceError
from perenne.runs.mending import corrections
from perenne.runs.proposed import Narrowing, listed
from perenne.runs.service import Service
from perenne.settings import Settings
from perenne.store import links, overlays, replacements
from perenne.store.database import Database
from perenne.store.recipients import UnknownDossierError

NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
HTTPS, DOI, COPY = (f"https://new.example/{name}" for name in ("https", "doi", "copy"))
PROPOSED = [
    Replacement(HTTPS, "variant", "https", 0.9),
    Replacement(DOI, "permalink", "DOI", 0.9),
    Replacement(COPY, "capture", "copie", 0.8),
]


@pytest.fixture
def service(database: Database, database_url: str) -> Service:
    """Two dossiers of two centres share a dead link, for which there are three proposals."""
    two_dossiers(database)
    die(database, LAW, FIRE)
    settings = Settings(database_url=database_url)
    made = Service(settings, SetClock(NOW), lambda _host: Site(), database)
    propose(made, LAW, *PROPOSED)
    return made


def propose(
    service: Service, url: str, *found: Replacement, at: datetime = MONDAY + 2 * DAY
) -> None:
    """Propose addresses for a link."""
    with service.database.transaction() as session:
        replacements.propose(session, links.find(session, url) or 0, found, at)


def accept(service: Service, which: str = "", url: str = LAW, **facts: object) -> Choice:
    """Let Anne accept a proposal."""
    return choose_one(service, url, which, Word(True, "Anne", **facts))


def reject(service: Service, which: str = "", url: str = LAW, **facts: object) -> Choice:
    """Let Zoé turn a proposal down."""
    return choose_one(service, url, which, Word(False, "Zoé", **facts))


def many(service: Service, *, accepts: bool = True, **narrowing: object) -> list[tuple[str, str]]:
    """Decide about many proposals; return the links with the addresses decided about."""
    centre = narrowing.pop("centre", None)
    word = Word(accepts, "Anne", "", centre)
    made = choose_many(service, Narrowing(**narrowing), word)
    return [(each.link.url, each.url) for each in made if each.known is None]


def status(service: Service, url: str = LAW) -> LinkStatus:
    """Return a link as it is told."""
    with service.database.reading() as session:
        [told] = links.statuses(session, [links.find(session, url) or 0], now=NOW)
    return told


def offered(service: Service, slug: str) -> list[str]:
    """Return what is offered for the law in one dossier."""
    told = status(service)
    here = [citation for citation in told.citations if citation.slug == slug]
    return [each.url for each in offers.replacements(told, here)]


def waiting(service: Service, state: Standing = Standing.PROPOSED, **facts: str) -> list[str]:
    """Return what the list of proposals shows."""
    return [
        f"{each.citation.slug} {each.number} {each.replacement.url}"
        for each in listed(service, Narrowing(**facts), state)
    ]


def everything(service: Service) -> tuple[Overlay, ...]:
    """Return all that was ever said of the law."""
    with service.database.reading() as session:
        return overlays.all_of(session, links.find(session, LAW) or 0)


def test_the_best_proposal_is_accepted_and_the_second_time_changes_nothing(
    service: Service,
) -> None:
    """With author, reason and instant; the mended file reads the same overlay."""
    first = accept(service, reason="vu")
    assert (first.url, first.known, first.takes_back) == (HTTPS, None, False)
    before = everything(service)
    [said] = before
    assert (said.kind, said.author, said.reason) == (
        OverlayKind.REPLACEMENT_ACCEPTED,
        "Anne",
        "vu",
    )
    assert (said.replacement, said.created_at, said.centre) == (HTTPS, NOW, None)
    again = accept(service)
    assert again.known is not None
    assert again.known.author == "Anne"
    assert everything(service) == before
    assert [each.url for each in corrections(service, cites(LAW))] == [HTTPS]


def cites(url: str) -> Dossier:
    """Return a dossier that cites a URL."""
    place = Place(PlaceKind.LINE, 1)
    return Dossier("Eau", (Reference("Loi", place, citations=(Citation(url, url, place),)),))


def test_what_is_turned_down_gives_way_to_the_next(service: Service) -> None:
    """Until nothing is left, which is said."""
    for expected in (HTTPS, DOI, COPY):
        assert offered(service, "eau")[0] == expected
        assert reject(service).url == expected
    assert offered(service, "eau") == []
    assert reject(service).known is not None
    with pytest.raises(ChoiceError, match="all_rejected"):
        accept(service)
    assert accept(service, DOI).takes_back


def test_one_takes_the_other_back_and_nothing_is_forgotten(service: Service) -> None:
    """Who ended it, and when, stays written."""
    accept(service)
    turned = reject(service)
    assert (turned.url, turned.takes_back) == (HTTPS, True)
    assert status(service).citations[0].accepted is None
    assert reject(service, HTTPS).known is not None
    assert accept(service, HTTPS).takes_back
    told = [(each.kind.value, each.author, each.ended_by) for each in everything(service)]
    assert told == [
        ("replacement_accepted", "Anne", "Zoé"),
        ("replacement_rejected", "Zoé", "Anne"),
        ("replacement_accepted", "Anne", None),
    ]


def test_another_choice_ends_the_one_before(service: Service) -> None:
    """Turning down what was not chosen leaves the choice alone."""
    accept(service)
    assert not accept(service, DOI).takes_back
    reject(service, COPY)
    accepted = status(service).citations[0].accepted
    assert accepted is not None
    assert accepted.replacement == DOI


def test_a_centre_decides_for_its_own_dossiers(service: Service) -> None:
    """The other one is proposed what it was."""
    reject(service, centre="Pantin")
    assert offered(service, "eau") == [DOI, COPY]
    assert offered(service, "feu") == [HTTPS, DOI, COPY]
    assert HTTPS in [each.url for each in offers.replacements(status(service))]
    reject(service, HTTPS, centre="Angers")
    assert [each.url for each in offers.replacements(status(service))] == [DOI, COPY]


def test_a_centre_may_have_its_own_mind_about_what_holds_for_all(service: Service) -> None:
    """Accepted by all but one; turned down by all but one."""
    accept(service, HTTPS)
    reject(service, HTTPS, centre="Pantin")
    assert waiting(service, Standing.ACCEPTED) == [f"feu 1 {HTTPS}"]
    assert waiting(service, Standing.REJECTED) == [f"eau 1 {HTTPS}"]
    assert waiting(service) == [f"eau 2 {DOI}", f"eau 3 {COPY}"]
    reject(service, DOI)
    accept(service, DOI, centre="Pantin")
    assert waiting(service, Standing.ACCEPTED) == [f"eau 2 {DOI}", f"feu 1 {HTTPS}"]
    assert [each.url for each in corrections(service, cites(LAW), "Pantin")] == [DOI]
    assert [each.url for each in corrections(service, cites(LAW), "Angers")] == [HTTPS]


def test_many_are_accepted_at_once_each_with_its_best(service: Service) -> None:
    """By site, kind, dossier or centre; and again, nothing."""
    propose(service, FIRE, Replacement(f"{COPY}/fire", "capture", "copie", 0.7))
    assert many(service, host="WWW.law.example", dossier="eau") == [(LAW, HTTPS)]
    assert many(service, host="law.example") == []
    assert many(service, kind="capture") == [(FIRE, f"{COPY}/fire")]
    assert waiting(service) == []


def test_what_each_centre_has_chosen_for_itself_is_not_chosen_for_all(service: Service) -> None:
    """It is told as known; a centre that has not spoken is a reason to choose for all."""
    accept(service, DOI, centre="Pantin")
    assert many(service, host="law.example", dossier="eau") == []
    assert len(everything(service)) == 1
    assert many(service, host="law.example") == [(LAW, HTTPS)]
    assert waiting(service, Standing.ACCEPTED) == [f"eau 2 {DOI}", f"feu 1 {HTTPS}"]


def test_many_are_turned_down_at_once_and_choices_stay(service: Service) -> None:
    """All that still waits and is of the kind; what was accepted is no proposal any more."""
    propose(service, FIRE, Replacement(f"{COPY}/fire", "capture", "copie", 0.7))
    accept(service, f"{COPY}/fire", FIRE)
    assert many(service, accepts=False, kind="capture") == [(LAW, COPY)]
    assert many(service, accepts=False, host="law.example") == [(LAW, HTTPS), (LAW, DOI)]
    with pytest.raises(ChoiceError, match="nothing_meant"):
        many(service, accepts=False, host="law.example")
    assert waiting(service, Standing.ACCEPTED) == [f"feu 1 {COPY}/fire"]


def test_only_what_was_seen_since_the_link_fails_is_accepted_in_bulk(service: Service) -> None:
    """One that lives needs none; what was found before it died may have died too."""
    propose(service, NEWS, Replacement(HTTPS, "variant", "https", 0.9))
    check(service.database, {NEWS: VerdictKind.OK}, MONDAY + 3 * DAY)
    propose(service, FIRE, Replacement(DOI, "permalink", "DOI", 0.9), at=MONDAY)
    assert many(service, kind="permalink") == [(LAW, DOI)]
    with pytest.raises(ChoiceError, match="nothing_meant"):
        many(service, host="news.example")
    assert accept(service, DOI, FIRE).url == DOI


def test_a_page_that_has_moved_is_offered_where_its_site_leads(service: Service) -> None:
    """It is alive, and its readers are to be sent there all the same."""
    at = MONDAY + 3 * DAY
    check(service.database, {NEWS: VerdictKind.MOVED}, at)
    assert waiting(service, host="news.example") == []
    propose(service, NEWS, Replacement(HTTPS, "redirect", "new.example", 0.95), at=at)
    assert waiting(service, kind="redirect") == [f"eau 1 {HTTPS}"]


def test_a_trial_records_nothing(service: Service) -> None:
    """And tells the same."""
    assert accept(service, dry_run=True).url == HTTPS
    assert everything(service) == ()


def test_a_sheet_reads_and_ends_what_was_said_here(service: Service) -> None:
    """What was turned down is not accepted by a sheet from before; a correction is her own word."""
    reject(service, HTTPS, centre="Pantin")
    mark = f"eau#{status(service).id}"
    stale = Answer(2, mark, LAW, decision="accepter", offered=(HTTPS,))
    [refused] = take_in(service, [stale], author="Léa")
    assert refused.refusal is Refusal.PROPOSAL_CHANGED
    [corrected] = take_in(service, [Answer(2, mark, LAW, corrected=HTTPS)], author="Léa")
    assert corrected.fate is Fate.CORRECTED
    [before, after] = everything(service)
    assert (before.ended_by, after.ended_by) == ("Léa", None)
    [undone] = take_in(service, [Answer(2, mark, LAW, decision="annuler")], author="Léa")
    assert undone.fate is Fate.UNDONE
    assert offered(service, "eau") == [HTTPS, DOI, COPY]


def test_what_somebody_gave_by_hand_is_listed_too(service: Service) -> None:
    """It was never proposed, and can be turned down."""
    mark, own = f"eau#{status(service).id}", "https://law.example/own"
    take_in(service, [Answer(2, mark, LAW, corrected=own)], author="Léa")
    [given] = listed(service, Narrowing(), Standing.ACCEPTED)
    assert (given.replacement.url, given.replacement.kind, given.number) == (own, "by_hand", 4)
    assert reject(service, centre="Pantin").url == own
    assert own in {each.replacement for each in rejected(everything(service)).values()}


@pytest.mark.parametrize(
    ("url", "which", "centre", "error", "code"),
    [
        ("https://nowhere.example/", "", None, DismissalError, "unknown_url"),
        (LAW, "https://other.example/", None, ChoiceError, "not_proposed"),
        (FIRE, "", None, ChoiceError, "no_proposal"),
        (FIRE, HTTPS, None, ChoiceError, "no_proposal"),
        (LAW, "", "Nulle Part", DismissalError, "unknown_centre"),
        (FIRE, "", "Pantin", DismissalError, "not_cited"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    service: Service, url: str, which: str, centre: str | None, error: type, code: str
) -> None:
    """With a code that has its sentence, and nothing is recorded."""
    with pytest.raises(error) as refused:
        accept(service, which, url, centre=centre)
    assert isinstance(refused.value, ChoiceError | DismissalError)
    assert refused.value.code == code
    assert refused.value.sentence
    assert everything(service) == ()


def test_a_dossier_or_a_centre_that_is_not_there_is_named(service: Service) -> None:
    """Before anything is decided."""
    with pytest.raises(UnknownDossierError):
        many(service, dossier="nulle-part")
    with pytest.raises(UnknownDossierError):
        waiting(service, dossier="nulle-part")
    with pytest.raises(DismissalError, match="unknown_centre"):
        many(service, host="law.example", centre="Nulle Part")
