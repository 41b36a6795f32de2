"""The judge on cases that were labelled from the facts by someone who had not read the rules."""

import pytest
from tests.labelled.measure import PAGE, Judged, cries_of_wolf, judge_all, misses, page


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


def test_the_published_figures_are_those_of_this_code(judged: list[Judged]) -> None:
    """`make verdicts` writes them."""
    assert PAGE.read_text(encoding="utf-8") == page(judged)


def test_names_are_unique_and_both_sides_are_there(judged: list[Judged]) -> None:
    """At least as many living or walled pages as broken ones."""
    assert len({each.case.name for each in judged}) == len(judged) >= 200
    families = [each.case.expected.family.value for each in judged]
    assert families.count("alive") >= families.count("broken")
