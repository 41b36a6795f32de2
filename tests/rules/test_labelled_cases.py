"""The judge on cases that were labelled from the facts by someone who had not read the rules."""

import pytest
from tests.labelled.measure import PAGE, Judged, cries_of_wolf, judge_all, misses, page
from tests.labelled.parts import PARTS, Part


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    """Judge them all once."""
    return judge_all()


def test_no_living_page_is_called_broken(judged: list[Judged]) -> None:
    """The one mistake that costs the reader's trust."""
    assert cries_of_wolf(judged) == []


def test_few_broken_pages_are_missed(judged: list[Judged]) -> None:
    """Two in a hundred at most."""
    broken = [each for each in judged if each.case.expected.family.value == "broken"]
    assert len(misses(judged)) <= 0.02 * len(broken), misses(judged)


def test_the_published_figures_are_those_of_this_code() -> None:
    """`make verdicts` writes them."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_names_are_unique_and_both_sides_are_there(part: Part) -> None:
    """At least as many living or walled pages as broken ones, in every part."""
    assert len({case.name for case in part.cases}) == len(part.cases) >= 200
    families = [case.expected.family.value for case in part.cases]
    assert families.count("alive") >= families.count("broken")
