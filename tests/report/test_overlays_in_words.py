"""What humans said, in words: one sentence for each thing that can be said, and for its end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.report.samples import BAD_TITLE, NOW
from tests.report.samples import said as said_of

from perenne import texts
from perenne.domain.people import OverlayKind
from perenne.report.overlays import ended, last_day, said, said_with_address

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_everything_that_can_be_said_has_its_own_words(language: str) -> None:
    """And so has its end, by hand or by its date."""
    texts.use(language)
    told = [said_of(kind) for kind in OverlayKind]
    over = [replace(each, ended_at=NOW, ended_by="Zoé") for each in told]
    for sentences in ([said(each, PARIS) for each in told], [ended(each) for each in over]):
        assert len(set(sentences)) == len(OverlayKind)
    assert all("Zoé" in ended(each) for each in over)
    expired = said_of(until=NOW)
    assert "Zoé" not in ended(replace(expired, ended_at=NOW + timedelta(1), ended_by="Zoé"))


def test_the_last_day_is_the_one_that_was_given() -> None:
    """What ends at midnight holds on the day before, in the zone of the service."""
    midnight = datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert last_day(midnight, PARIS).replace("\u00a0", " ") == "March 28, 2026"


def test_nothing_that_was_written_breaks_the_sentence() -> None:
    """Names and reasons come from files too: on one line, and not without end."""
    hostile = said_of(author=BAD_TITLE * 50, reason=BAD_TITLE * 50, replacement="javascript:x y")
    sentence = said_with_address(hostile, PARIS)
    assert len(sentence) < 500
    assert not set(sentence) & set("\r\n\x07\u202e\u2066")
    assert sentence.endswith("→ javascript:x%20y")
