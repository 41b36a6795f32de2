"""What is told to whom, night after night, on both databases."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from tests.store.store_stories import due

from perenne.clock import SetClock
from perenne.demo.mailbox import Mailbox
from perenne.domain.links import Result
from perenne.domain.people import Pace
from perenne.domain.references import Citation, Dossier, Place, PlaceKind, Reference
from perenne.domain.runs import RunKind, RunStatus
from perenne.domain.sites import Site
from perenne.domain.verdicts import Evidence, Verdict
from perenne.domain.verdicts import VerdictKind as V
from perenne.runs.claims import claim
from perenne.runs.closing import close
from perenne.runs.letters import write_letters
from perenne.runs.orders import Order
from perenne.runs.outbox import TRIES, deliver
from perenne.runs.registering import register
from perenne.runs.service import Service
from perenne.settings import Report, Settings, Smtp
from perenne.store import links, observations, outbox, recipients, runs
from perenne.store.database import Database
from perenne.store.statuses import MailStatus

MONDAY = datetime(2026, 3, 2, 2, 5, tzinfo=UTC)
ANNE = "anne@centre.example"
A, B, C = (f"https://{name}.exemple.fr/page" for name in "abc")


def dossier(title: str, *urls: str) -> Dossier:
    """Return a dossier that cites each URL in a reference of its own."""
    place = Place(PlaceKind.LINE, 1)
    return Dossier(
        title,
        tuple(
            Reference(f"Sur {url}", place, "I", citations=(Citation(url, url, place),))
            for url in urls
        ),
    )


@dataclass
class Story:
    """Nights whose verdicts are told by the test, and the mails they bring."""

    service: Service
    clock: SetClock
    mailbox: Mailbox
    seen: dict[str, V] = field(default_factory=dict)

    def add(
        self, title: str, *urls: str, to: Mapping[str, Pace] | None = None, centre: str = ""
    ) -> None:
        """Register a dossier and its readers."""
        done = register(self.service, dossier(title, *urls), file_name="d.md", centre=centre)
        with self.service.database.transaction() as session:
            for address, pace in (to or {ANNE: Pace.NIGHTLY}).items():
                recipients.subscribe(session, address, pace, dossier_slug=done.slug)

    def night(self, number: int, verdicts: Mapping[str, V] | None = None) -> list[str]:
        """Play a night (1 is Monday's); return the subjects of the mails that came of it."""
        self.clock.instant = MONDAY + timedelta(days=number - 1)
        self.seen |= verdicts or {}
        self._look()
        write_letters(self.service)
        return self.delivered()

    def delivered(self) -> list[str]:
        """Deliver what waits; return the new subjects."""
        before = len(self.mailbox.messages)
        deliver(self.service)
        return [str(m.message["Subject"]) for m in self.mailbox.messages[before:]]

    def text(self) -> str:
        """Return the words of the last mail."""
        body = self.mailbox.messages[-1].message.get_body(("plain",))
        assert body is not None
        return str(body.get_content())

    def _look(self) -> None:
        now, database = self.clock.now(), self.service.database
        claimed = claim(self.service, Order(RunKind.NIGHTLY, [], now))
        assert claimed is not None
        with database.transaction() as session:
            runs.enqueue(session, claimed.run_id, links.cited(session))
            results = [
                Result(
                    link,
                    Verdict(self.seen[link.url], (Evidence("test", self.seen[link.url].value),)),
                    now,
                    final_url=link.url,
                    answered=True,
                )
                for link in due(session, claimed.run_id)
            ]
            observations.record(session, claimed.run_id, results)
        close(self.service, claimed.run_id, RunKind.NIGHTLY, RunStatus.COMPLETED)


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """Run a mail server."""
    with Mailbox() as box:
        yield box


@pytest.fixture
def story(database: Database, database_url: str, mailbox: Mailbox) -> Story:
    """Begin a story on an empty database, on the Sunday before."""
    clock = SetClock(MONDAY - timedelta(hours=12))
    smtp = Smtp(host=mailbox.host, port=mailbox.port, security="none", sender="p@centre.example")
    settings = Settings(database_url=database_url, smtp=smtp)
    return Story(Service(settings, clock, lambda _host: Site(), database), clock, mailbox)


def test_a_new_dossier_gets_one_first_look(story: Story) -> None:
    """When its first suspicions are settled: not a mail a night."""
    story.add("Eau", A, B)
    assert story.night(1, {A: V.OK, B: V.NOT_FOUND}) == []
    [subject] = story.night(2)
    assert subject.startswith("1 lien cassé – premier examen")
    assert story.night(3) == []


def test_news_come_one_by_one_and_only_when_new(story: Story) -> None:
    """Dead, silent, back, moved, behind a subscription."""
    story.add("Eau", A, B, C)
    [first] = story.night(1, {A: V.OK, B: V.OK, C: V.OK})
    assert "premier examen" in first
    assert story.night(2, {A: V.GONE}) == []
    assert story.night(3) == ["1 lien cassé – Eau"]
    assert A in story.text()
    assert story.night(4) == []
    [back] = story.night(5, {A: V.OK})
    assert "rétabli" in back
    assert story.night(6, {B: V.RESTRICTED}) != []
    assert "abonnés" in story.text()
    assert story.night(7, {C: V.BLOCKED}) == []
    assert story.night(8) == []
    assert story.night(9) != []
    assert "à vérifier à la main" in story.text()


def test_a_bad_night_that_passes_is_told_to_nobody(story: Story) -> None:
    """503 tonight, well tomorrow."""
    story.add("Eau", A)
    story.night(1, {A: V.OK})
    assert story.night(2, {A: V.SERVER_ERROR}) == []
    assert story.night(3, {A: V.OK}) == []


def test_a_weekly_reader_has_one_mail_a_week(story: Story) -> None:
    """What comes after it waits for the next week, and nothing of it is lost."""
    story.add("Eau", A, B, C, to={ANNE: Pace.WEEKLY})
    assert len(story.night(1, dict.fromkeys((A, B, C), V.OK))) == 1
    story.night(2, {A: V.GONE, B: V.GONE})
    assert story.night(3) == []
    assert story.night(7) == []
    assert story.night(8) == ["2 liens cassés – Eau"]


def test_a_first_look_does_not_wait_for_the_next_month(story: Story) -> None:
    """It leaves on its own where the mail of the period has left."""
    story.add("Eau", A, to={ANNE: Pace.MONTHLY})
    assert len(story.night(1, {A: V.OK})) == 1
    story.add("Air", B, to={ANNE: Pace.MONTHLY})
    story.night(2, {B: V.NOT_FOUND, A: V.GONE})
    [subject] = story.night(3)
    assert "Air" in subject
    assert "Eau" not in story.text()
    assert story.night(4) == []
    assert story.night(31) == ["1 lien cassé – Eau"]


def test_a_link_in_doubt_delays_the_first_look_for_some_days_only(story: Story) -> None:
    """Flapping for ever must not keep a dossier silent for ever."""
    story.add("Eau", A, B)
    mails = [story.night(1, {A: V.OK, B: V.TIMEOUT})]
    mails += [story.night(number, {B: V.BLOCKED}) for number in range(2, 8)]
    assert [len(subjects) for subjects in mails] == [0, 0, 0, 0, 0, 1, 0]


def test_each_reader_reads_of_her_own_dossiers(story: Story) -> None:
    """Another centre's dossier is not her business; the coordinator reads everything."""
    settings = story.service.settings
    report = Report(recipients=("Réseau <reseau@centre.example>",), pace="nightly")
    object.__setattr__(settings, "report", report)
    story.add("Eau", A)
    story.add("Air", B, to={"bea@centre.example": Pace.NIGHTLY})
    story.night(1, {A: V.MALFORMED, B: V.MALFORMED})
    told = {message.recipients[0]: message.message for message in story.mailbox.messages}
    assert set(told) == {ANNE, "bea@centre.example", "reseau@centre.example"}
    bodies = {to: str(m.get_body(("plain",))) for to, m in told.items()}
    assert "exemple.fr" in bodies[ANNE]
    assert told[ANNE]["Subject"] == "1 lien cassé – premier examen de « Eau »"
    assert str(told["reseau@centre.example"]["Subject"]).startswith("2 liens cassés")


def test_a_night_without_mail_server_loses_nothing(story: Story) -> None:
    """Refused for now: tried again, with growing waits, and delivered once."""
    story.add("Eau", A)
    story.mailbox.refuse("451 4.7.1 Greylisted", times=2)
    assert story.night(1, {A: V.MALFORMED}) == []
    assert story.delivered() == []
    story.clock.advance(timedelta(minutes=6))
    assert story.delivered() == []
    story.clock.advance(timedelta(minutes=31))
    assert len(story.delivered()) == 1
    story.clock.advance(timedelta(days=1))
    assert story.delivered() == []


def test_what_is_refused_for_good_is_parked(story: Story) -> None:
    """At once for an address nobody has; after days for a server that never answers."""
    story.add("Eau", A)
    story.mailbox.refuse("550 5.1.1 No such user", times=1)
    story.night(1, {A: V.MALFORMED})
    with story.service.database.reading() as session:
        [message] = outbox.all_messages(session)
    assert message.status is MailStatus.PARKED
    assert "550" in (message.last_error or "")


def test_a_server_that_never_takes_a_mail_is_given_up_after_days(story: Story) -> None:
    """And the mail is shown as parked."""
    story.add("Eau", A)
    story.mailbox.refuse("451 4.3.0 Later")
    story.night(1, {A: V.MALFORMED})
    begun = story.clock.now()
    for _ in range(TRIES):
        story.clock.advance(timedelta(hours=12, minutes=1))
        story.delivered()
    with story.service.database.reading() as session:
        [message] = outbox.all_messages(session)
    assert message.status is MailStatus.PARKED
    assert message.attempts == TRIES
    assert story.clock.now() - begun > timedelta(days=4)


def test_what_she_corrected_is_told_as_such_and_once(story: Story) -> None:
    """In the next mail that has news, never as recovered."""
    story.add("Eau", A, B, C)
    story.night(1, {A: V.OK, B: V.OK, C: V.OK})
    story.night(2, {A: V.GONE})
    assert story.night(3) == ["1 lien cassé – Eau"]
    story.clock.advance(timedelta(hours=7))
    story.add("Eau", B, C)
    assert story.night(4, {A: V.OK, B: V.GONE}) == []
    assert story.night(5) == ["1 lien cassé – Eau"]
    assert "1 lien corrigé par vous" in story.text()
    assert "rétabli" not in story.text()
    assert story.night(6, {B: V.OK}) == ["1 lien rétabli – Eau"]
    assert "corrigé" not in story.text()


def test_a_link_that_was_fine_is_no_correction_when_it_goes(story: Story) -> None:
    """Nor is one of which she was not told."""
    story.add("Eau", A, B, C)
    story.night(1, {A: V.OK, B: V.OK, C: V.OK})
    story.clock.advance(timedelta(hours=7))
    story.add("Eau", B, C)
    story.night(2, {B: V.GONE})
    assert story.night(3) == ["1 lien cassé – Eau"]
    assert "corrigé" not in story.text()


def test_a_link_that_the_dossier_still_cites_elsewhere_is_not_corrected(story: Story) -> None:
    """One of its two references was mended."""
    story.add("Eau", A, A, B)
    story.night(1, {A: V.OK, B: V.OK})
    story.night(2, {A: V.GONE})
    story.night(3)
    story.clock.advance(timedelta(hours=7))
    story.add("Eau", A, B)
    story.night(4, {B: V.GONE})
    assert story.night(5) == ["1 lien cassé – Eau"]
    assert "corrigé" not in story.text()
    assert "1 lien toujours cassé" in story.text()


def test_a_flapping_link_is_named_once(story: Story) -> None:
    """Two breakages are told, the third makes it unstable, and then there is silence."""
    story.add("Eau", A, B)
    story.night(1, {A: V.OK, B: V.OK})
    mails = []
    for number in range(2, 22):
        dead = number % 4 in {2, 3}  # two nights dead, two nights well
        mails += story.night(number, {A: V.GONE if dead else V.OK})
    assert mails == [
        "1 lien cassé – Eau",
        "1 lien rétabli – Eau",
        "1 lien cassé – Eau",
        "1 lien rétabli – Eau",
        "1 lien instable – Eau",
    ]


def test_after_a_month_of_silence_she_hears_that_we_are_still_there(story: Story) -> None:
    """With what still stands; a mail of news begins the month anew."""
    story.add("Eau", A, B, to={ANNE: Pace.WEEKLY})
    story.night(1, {A: V.OK, B: V.BLOCKED})
    assert [story.night(number) for number in range(2, 31)] == [[]] * 29
    assert story.night(31) == ["2 liens examinés, rien de nouveau"]
    assert "1 lien à vérifier à la main" in story.text()
    assert story.night(32) == []
    story.night(40, {A: V.GONE})
    assert story.night(41) == ["1 lien cassé – Eau"]
    assert story.night(61) == []
    assert story.night(71) == ["2 liens examinés, rien de nouveau"]
    assert "1 lien toujours cassé" in story.text()


def test_who_follows_a_dossier_at_peace_hears_how_it_stands(story: Story) -> None:
    """The first mail of a new reader, the night after."""
    story.add("Eau", A)
    story.night(1, {A: V.OK})
    story.add("Eau", A, to={"bea@centre.example": Pace.NIGHTLY})
    assert story.night(2) == ["1 lien examiné, tout va bien"]
    assert story.mailbox.messages[-1].recipients == ("bea@centre.example",)
    assert story.night(3) == []
