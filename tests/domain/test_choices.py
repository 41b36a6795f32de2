"""Addresses accepted, turned down and taken back in any order: against a model of what holds."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from perenne.domain.choices import (
    accepted,
    ended_by_accepting,
    ended_by_rejecting,
    key_of,
    rejected,
)
from perenne.domain.people import Overlay, OverlayKind

NOW = datetime(2026, 3, 2, tzinfo=UTC)
URLS = st.sampled_from([f"https://exemple.fr/{name}" for name in "abc"])
CENTRES = st.sampled_from([None, "Pantin", "Angers"])
YES, NO = OverlayKind.REPLACEMENT_ACCEPTED, OverlayKind.REPLACEMENT_REJECTED


class Decisions(RuleBasedStateMachine):
    """What is in force, as the product keeps it, beside what each centre and all would say."""

    def __init__(self) -> None:
        super().__init__()
        self.ever: list[Overlay] = []
        self.running: dict[int, Overlay] = {}
        self.chosen: dict[str | None, str] = {}
        """By scope: the one address that is accepted."""
        self.refused: dict[str | None, set[str]] = {}
        """By scope: the addresses that are turned down."""

    @rule(url=URLS, centre=CENTRES)
    def accept(self, url: str, centre: str | None) -> None:
        """A later choice gives way to no earlier one."""
        self._say(YES, url, centre, ended_by_accepting(self.running.values(), url, centre))
        self.chosen[centre] = url
        self.refused.get(centre, set()).discard(url)

    @rule(url=URLS, centre=CENTRES)
    def reject(self, url: str, centre: str | None) -> None:
        """What another scope says of it stays."""
        self._say(NO, url, centre, ended_by_rejecting(self.running.values(), url, centre))
        self.refused.setdefault(centre, set()).add(url)
        if self.chosen.get(centre) == url:
            del self.chosen[centre]

    @rule(centre=CENTRES)
    def take_back(self, centre: str | None) -> None:
        """As a sheet that says « annuler »."""
        self._end(tuple(i for i, each in self.running.items() if each.centre == centre))
        self.chosen.pop(centre, None)
        self.refused.pop(centre, None)

    @invariant()
    def each_centre_is_told_what_it_said_itself_and_else_what_was_said_for_all(self) -> None:
        """For a centre that never spoke, too."""
        for centre in ("Pantin", "Angers", "Lyon"):
            said = [o for o in self.running.values() if o.centre in (None, centre)]
            own, all_ = self.refused.get(centre, set()), self.refused.get(None, set())
            mine, common = self.chosen.get(centre), self.chosen.get(None)
            expected = own | {url for url in all_ if url != mine}
            assert set(rejected(said)) == expected
            choice = accepted(said)
            shown = mine or (common if common not in expected else None)
            assert (choice and choice.replacement) == shown

    @invariant()
    def no_two_words_hold_of_one_address_in_one_scope(self) -> None:
        """And one address is accepted at most; nothing said is ever forgotten."""
        said = [(each.centre, key_of(each)) for each in self.running.values()]
        assert len(set(said)) == len(said)
        chosen = [each.centre for each in self.running.values() if each.kind is YES]
        assert len(set(chosen)) == len(chosen)
        assert len(self.ever) >= len(self.running)

    def _say(self, kind: OverlayKind, url: str, centre: str | None, ends: tuple[int, ...]) -> None:
        self._end(ends)
        said = Overlay(len(self.ever), 1, kind, "Léa", "", centre, NOW, None, url)
        self.ever.append(said)
        self.running[said.id] = said

    def _end(self, ids: tuple[int, ...]) -> None:
        for each in ids:
            del self.running[each]


TestDecisions = Decisions.TestCase
TestDecisions.settings = settings(max_examples=200, stateful_step_count=20, deadline=None)
