"""``perenne explain``: why a link has its verdict, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.context import Context
from perenne.texts import _
from perenne.texts.plain import address, one_line

if TYPE_CHECKING:
    from perenne.domain.cases import Ask, Look
    from perenne.domain.exchanges import Hop
    from perenne.domain.pages import Page
    from perenne.domain.verdicts import Verdict
    from perenne.runs.explaining import Explained

_LONGEST = 100


def explain(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(help=_("The URL, as cited."), metavar="URL")],
    title: Annotated[
        list[str] | None,
        typer.Option(help=_("The title of a reference that cites it; may be repeated.")),
    ] = None,
) -> None:
    """Print hops, page facts, each rule's answer and the verdict; leaves no trace."""
    import asyncio

    from perenne.runs import explaining

    context: Context = ctx.obj
    explained = asyncio.run(explaining.explain(context.outside(), url, tuple(title or ())))
    for line in _lines(explained):
        typer.echo(line)


def _lines(explained: Explained) -> Iterator[str]:
    from perenne.texts.reasons import note, reason, verdict_name

    for look in explained.case.looks:
        yield from _look(look)
    if explained.answers:
        yield _("Rules, in their order:")
    for rule, answer in explained.answers:
        yield f"  {rule}: {_answer(answer)}"
    verdict = explained.verdict
    yield _("Verdict: {verdict}", verdict=f"{verdict_name(verdict.kind)} ({verdict.kind.value})")
    yield f"  {reason(verdict)}"
    if verdict.moved_to:
        yield f"  → {address(verdict.moved_to)}"
    yield from (f"  {note(each)}" for each in verdict.notes)


def _look(look: Look) -> Iterator[str]:
    yield _("Look: {variant}", variant=look.exchange.variant.value)
    yield from (f"  {_hop(hop)}" for hop in look.exchange.hops)
    if look.exchange.failure is None:
        yield from (f"    {name}: {fact}" for name, fact in _facts(look.page) if fact)


def _hop(hop: Hop) -> str:
    outcome = hop.failure.value if hop.failure else str(hop.status)
    told = f"{outcome}  {address(hop.url)}  ({hop.seconds:.2f} s)"
    return f"{told}  {one_line(hop.detail, _LONGEST)}" if hop.detail else told


def _facts(page: Page) -> Iterator[tuple[str, str]]:
    yield "kind", page.kind.value
    yield "title", one_line(page.title, _LONGEST)
    yield "h1", one_line(page.h1, _LONGEST)
    yield "og:title", one_line(page.og_title, _LONGEST)
    yield "language", page.language
    yield "robots", page.robots
    yield "refresh", address(page.refresh)
    yield "main text", _("{n} characters", n=len(page.main_text))
    free = page.accessible_for_free
    yield "accessible for free", "" if free is None else str(free).lower()
    yield "password field", "true" if page.password_field else ""
    yield "course", page.course.code if page.course else ""
    yield "404 told to scripts", "true" if page.scripts_told_404 else ""


def _answer(answer: Verdict | Ask | None) -> str:
    from perenne.domain.cases import Ask

    if answer is None:
        return "–"
    if isinstance(answer, Ask):
        return _("asks: {kind}", kind=answer.kind.value)
    evidence = "; ".join(f"{each.code} {each.fact}".strip() for each in answer.evidence)
    return f"{answer.kind.value} ({one_line(evidence, _LONGEST)})"
