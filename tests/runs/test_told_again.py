"""What was dismissed is told again when that has ended, once, on both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from tests.runs.test_letters import ANNE, MONDAY, A, B, C, Story

from perenne.clock import SetClock
from perenne.demo.mailbox import Mailbox
from perenne.domain.people import OverlayKind, Pace
from perenne.domain.sites import Site
from perenne.domain.verdicts import VerdictKind as V
from perenne.runs.dismissing import dismiss, end_of, undismiss
from perenne.runs.reporting import previews
from perenne.runs.service import Service
from perenne.settings import Settings, Smtp
from perenne.store import links, outbox, overlays, recipients
from perenne.store.database import Database


@pytest.fixture
def story(database: Database, database_url: str) -> Iterator[Story]:
    """Begin on the Sunday before, with a mail server."""
    clock = SetClock(MONDAY - timedelta(hours=12))
    with Mailbox() as box:
        smtp = Smtp(host=box.host, port=box.port, security="none", sender="p@centre.example")
        settings = Settings(database_url=database_url, smtp=smtp)
        yield Story(Service(settings, clock, lambda _host: Site(), database), clock, box)


def dead(story: Story, *urls: str) -> None:
    """Let links be told as dead in the third night, whatever else the dossier cites."""
    story.add("Eau", A, B, C)
    story.night(1, dict.fromkeys((A, B, C), V.OK))
    story.night(2, dict.fromkeys(urls, V.GONE))
    assert len(story.night(3)) == 1


def set_aside(story: Story, url: str, until: str = "", centre: str | None = None) -> None:
    """Dismiss a link, for good or until a day."""
    end = end_of(until, story.service) if until else None
    dismiss(story.service, url, author="Léa", reason="travaux", until=end, centre=centre)


def test_a_dismissal_that_ends_is_told_in_a_mail_of_its_own(story: Story) -> None:
    """Nothing else has happened: the reader is told all the same, and once."""
    dead(story, A)
    set_aside(story, A, until="2026-03-06")
    assert [story.night(number) for number in (4, 5)] == [[], []]
    assert story.night(6) == ["1 lien toujours cassé – Eau"]
    said = story.text().replace("\u00a0", " ")
    assert A in said
    assert "Vous l’aviez écarté jusqu’au 6 mars 2026." in said
    assert [story.night(number) for number in (7, 8)] == [[], []]


def test_a_preview_tells_it_too_and_changes_nothing(story: Story) -> None:
    """It can be read as often as one likes before the mail leaves."""
    dead(story, A)
    set_aside(story, A, until="2026-03-05")
    assert list(previews(story.service, "", "text")) == []
    story.clock.instant = datetime(2026, 3, 6, 12, tzinfo=UTC)
    for _ in range(2):
        [(address, document)] = previews(story.service, "", "text")
        assert address == ANNE
        assert A in document.decode()
    assert len(story.night(6)) == 1


def test_what_was_taken_back_is_told_again(story: Story) -> None:
    """As by its date; who asked for silence is not the only reader."""
    dead(story, A)
    set_aside(story, A)
    assert story.night(4) == []
    undismiss(story.service, A, author="Zoé")
    assert story.night(5) == ["1 lien toujours cassé – Eau"]
    assert "Il n’est plus écarté." in story.text().replace("\u00a0", " ")


def test_a_dead_link_that_was_never_told_is_told_as_new(story: Story) -> None:
    """It was dismissed before its death could be told."""
    story.add("Eau", A, B, C)
    story.night(1, dict.fromkeys((A, B, C), V.OK))
    set_aside(story, A, until="2026-03-05")
    assert [story.night(2, {A: V.GONE}), story.night(3), story.night(4)] == [[], [], []]
    assert story.night(5) == ["1 lien cassé – Eau"]


def test_a_link_that_lives_again_meanwhile_is_told_as_recovered(story: Story) -> None:
    """Nobody is reminded of what is well."""
    dead(story, A)
    set_aside(story, A, until="2026-03-05")
    assert story.night(4, {A: V.OK}) == []
    [subject] = story.night(5)
    assert "rétabli" in subject
    assert story.night(6) == []


def test_a_link_to_check_by_hand_is_told_again_too(story: Story) -> None:
    """It stands as before: nobody can decide about it."""
    story.add("Eau", A, B)
    story.night(1, {A: V.BLOCKED, B: V.OK})
    assert "à vérifier à la main" in story.text()
    set_aside(story, A, until="2026-03-04")
    assert [story.night(2), story.night(3)] == [[], []]
    [subject] = story.night(4)
    assert "à vérifier à la main" in subject
    assert story.night(5) == []


def test_a_weekly_reader_is_told_with_her_next_mail(story: Story) -> None:
    """Not before, and it comes first among what is still broken."""
    story.add("Eau", A, B, C, to={ANNE: Pace.WEEKLY})
    story.night(1, dict.fromkeys((A, B, C), V.OK))
    story.night(2, {A: V.GONE})
    story.night(3)
    assert story.night(8) == ["1 lien cassé – Eau"]
    set_aside(story, A, until="2026-03-10")
    assert story.night(10, {B: V.GONE}) == []
    story.night(11)
    assert story.night(15) == ["1 lien cassé – Eau"]
    assert "1 lien toujours cassé" in story.text().replace("\u00a0", " ")
    assert story.night(22) == []


def test_a_mail_that_was_refused_for_good_has_told_nobody(story: Story) -> None:
    """The next one tells it again."""
    dead(story, A)
    set_aside(story, A, until="2026-03-05")
    story.night(4)
    story.mailbox.refuse("550 5.1.1 No such user", times=1)
    assert story.night(5) == []
    assert story.night(6) == ["1 lien toujours cassé – Eau"]


def test_who_subscribes_afterwards_is_not_reminded(story: Story) -> None:
    """What ended before her time is no news to her."""
    dead(story, A)
    set_aside(story, A, until="2026-03-04")
    assert len(story.night(4, {B: V.TIMEOUT})) == 1
    with story.service.database.transaction() as session:
        recipients.subscribe(session, "new@centre.example", Pace.NIGHTLY)
        assert outbox.latest(session, "new@centre.example", ["news"]) is None
    assert story.night(5, {B: V.OK}) == []


def test_one_centre_is_reminded_of_its_own_dismissals_alone(story: Story) -> None:
    """The other has been told all the while."""
    for title, centre in (("Eau", "Pantin"), ("Feu", "Angers")):
        story.add(title, A, to={f"{centre.lower()}@centre.example": Pace.NIGHTLY}, centre=centre)
    story.night(1, {A: V.OK})
    story.night(2, {A: V.GONE})
    story.night(3)
    set_aside(story, A, until="2026-03-05", centre="Pantin")
    story.night(4)
    before = len(story.mailbox.messages)
    assert story.night(5) == ["1 lien toujours cassé – Eau"]
    assert story.mailbox.messages[before].recipients == ("pantin@centre.example",)


def test_a_first_look_leaves_out_what_is_dismissed(story: Story) -> None:
    """Another dossier cites a link that is dismissed for all."""
    dead(story, A)
    set_aside(story, A)
    story.add("Feu", A, B)
    [subject] = story.night(4)
    assert "aucun cassé" in subject
    assert A not in story.text()


def test_a_replacement_that_was_chosen_is_offered_first(story: Story) -> None:
    """With who chose it, and why; the address itself stands once."""
    dead(story, A, B)
    with story.service.database.transaction() as session:
        found = links.find(session, A)
        assert found
        overlays.say(
            session,
            found,
            OverlayKind.REPLACEMENT_ACCEPTED,
            author="Léa",
            reason="vu avec la revue",
            at=story.clock.now(),
            replacement="https://a.exemple.fr/nouvelle",
        )
    story.night(4, {C: V.GONE})
    story.night(5)
    said = " ".join(story.text().replace("\u00a0", " ").split())
    assert "→ Adresse retenue par Léa le 4 mars 2026 : vu avec la revue" in said
    assert said.count("https://a.exemple.fr/nouvelle") == 1
