"""How often the judge agrees with the labels: ``python -m tests.labelled.measure``.

It writes ``docs/verdicts.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from perenne.checking.questions import with_answer
from perenne.domain.cases import Ask, Case, Look
from perenne.domain.exchanges import Exchange
from perenne.domain.sites import Site
from perenne.domain.urls import host_of
from perenne.domain.verdicts import Family, Verdict, VerdictKind
from perenne.pages import read_page
from perenne.rules.judge import judge
from perenne.sites import load_sites
from tests.labelled.labelled import Labelled
from tests.labelled.parts import CASES, PARTS, Part

PAGE = Path(__file__).parents[2] / "docs" / "verdicts.md"
TODAY = datetime(2026, 11, 22, tzinfo=UTC)
"""The day the cases were written; their courses end before 2021 or begin after 2030."""

INTRODUCTION = """# How true the verdicts are

These {n} cases were written and labelled from published facts about the sites by people who had
not read the rules; beside each dead or walled page stands an ordinary living one. They came in
parts. The rules were mended after each for the kinds of pages on which they had failed, so that
what a part gave when it was first judged, which says how they do on pages they have not seen, is
told beside what it gives now. `make verdicts` judges them again and writes this page.

"Right" counts the label, or another verdict that a careful librarian would accept too.
Precision: of the links given this verdict, how many deserve it. Recall: of the links that deserve
it, how many are given it.

"""


@dataclass(frozen=True)
class Judged:
    """A case and what the judge concluded."""

    case: Labelled
    kind: VerdictKind

    @property
    def right(self) -> bool:
        """Tell whether a librarian would agree."""
        return self.kind is self.case.expected or self.kind in self.case.accepted

    @property
    def deserved(self) -> VerdictKind:
        """Return the verdict it deserves: the given one where that is accepted."""
        return self.kind if self.right else self.case.expected


def judge_all(cases: Sequence[Labelled] = CASES) -> list[Judged]:
    """Judge cases."""
    site_of = load_sites().site_of
    return [Judged(case, _verdict(case, site_of(host_of(case.url))).kind) for case in cases]


def _verdict(labelled: Labelled, site: Site) -> Verdict:
    case = Case(labelled.url, (_look(labelled.plain),), labelled.titles, site, TODAY)
    while isinstance(answer := judge(case), Ask):
        further = labelled.answers.get(answer.kind)
        if further is None:
            case = replace(case, unavailable=case.unavailable | {answer.kind})
        else:
            case = with_answer(case, answer, _look(further))
    return answer


def _look(exchange: Exchange) -> Look:
    return Look(exchange, read_page(exchange))


def cries_of_wolf(judged: Sequence[Judged]) -> list[str]:
    """Return the names of living links that were called broken."""
    return [
        each.case.name
        for each in judged
        if not each.right
        and each.kind.family is Family.BROKEN
        and each.case.expected.family is Family.ALIVE
    ]


def misses(judged: Sequence[Judged]) -> list[str]:
    """Return the names of broken links that were called alive."""
    return [
        each.case.name
        for each in judged
        if not each.right
        and each.kind.family is Family.ALIVE
        and each.case.expected.family is Family.BROKEN
    ]


def page() -> str:
    """Return the whole page."""
    parts = "\n".join(_part(part) for part in PARTS)
    return INTRODUCTION.format(n=len(CASES)) + parts


def _part(part: Part) -> str:
    judged = judge_all(part.cases)
    broken = sum(each.case.expected.family is Family.BROKEN for each in judged)
    alive = sum(each.case.expected.family is Family.ALIVE for each in judged)
    wolf, missed = len(cries_of_wolf(judged)), len(misses(judged))
    return (
        f"## {part.name}: {len(judged)} cases\n\n"
        f"First judged: {part.first_run}. Now:\n\n"
        f"- living links called broken: **{wolf}** of {alive};\n"
        f"- broken links called alive: **{missed}** of {broken} ({missed / broken:.1%});\n"
        f"- verdicts that are right: **{sum(each.right for each in judged)}** of {len(judged)}.\n\n"
        + "\n".join(_table(judged))
        + "\n"
    )


def _table(judged: Sequence[Judged]) -> Iterator[str]:
    yield "| verdict | deserve it | given it | rightly | precision | recall |"
    yield "|---|---:|---:|---:|---:|---:|"
    for kind in VerdictKind:
        deserve = sum(each.deserved is kind for each in judged)
        given = sum(each.kind is kind for each in judged)
        rightly = sum(each.kind is kind and each.right for each in judged)
        if deserve or given:
            shares = f"{_share(rightly, given)} | {_share(rightly, deserve)}"
            yield f"| `{kind.value}` | {deserve} | {given} | {rightly} | {shares} |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
