"""``perenne decisions``: what readers decide in the sheets they send back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perenne.cli.authors import AuthorOption, author_of
from perenne.cli.commands import Commands
from perenne.cli.context import Context
from perenne.cli.exits import ExitCode
from perenne.texts import _, plural

if TYPE_CHECKING:
    from perenne.domain.decisions import Answer, Fate, Outcome

app = Commands()


@app.callback()
def decisions() -> None:
    """Hold the group, which has but one command today."""


@app.command("import", help=_("Take in a sheet that came back, filled in: CSV or XLSX."))
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help=_("The sheet, as it came back."), metavar=_("FILE"))],
    author: AuthorOption = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Tell what would be done, and record nothing."))
    ] = False,
) -> int:
    """Print what became of each row that was filled in, then the figures."""
    from perenne.runs.deciding import take_in

    sheet = _read(file)
    context: Context = ctx.obj
    with context.service() as service:
        outcomes = take_in(service, sheet, author=author_of(author), dry_run=dry_run)
    for outcome in outcomes:
        typer.echo(_line(outcome))
    for line in _figures(outcomes, len(sheet)):
        typer.echo(line)
    if dry_run:
        typer.echo(_("Only a trial: nothing was recorded."))
    return ExitCode.BROKEN if any(each.refusal for each in outcomes) else ExitCode.OK


def _read(file: Path) -> list[Answer]:
    from perenne.dossiers.errors import UnreadableError
    from perenne.report.returned import SheetError
    from perenne.runs.deciding import read_sheet

    try:
        return read_sheet(file)
    except (UnreadableError, SheetError) as error:
        error.add_note(str(file))
        raise


def _line(outcome: Outcome) -> str:
    from perenne.texts.decisions import fate_name, refusal_sentence
    from perenne.texts.plain import address, one_line

    shown = one_line(address(outcome.url)) or "–"
    if outcome.replacement:
        shown += f" → {outcome.replacement}"
    told = _("Row {n}: {fate} · {url}", n=outcome.row, fate=fate_name(outcome.fate), url=shown)
    if outcome.refusal is None:
        return told
    return f"{told}\n    {refusal_sentence(outcome.refusal, outcome.fact)}"


def _figures(outcomes: Sequence[Outcome], rows: int) -> Iterator[str]:
    counted = Counter(outcome.fate for outcome in outcomes)
    figures = [_count(fate, n) for fate, n in sorted(counted.items(), key=_place)]
    if figures:
        yield " · ".join(figures)
    left = rows - len(outcomes)
    if left:
        yield plural("{n} row without a decision.", "{n} rows without a decision.", left)


def _place(counted: tuple[Fate, int]) -> int:
    return list(type(counted[0])).index(counted[0])


def _count(fate: Fate, n: int) -> str:
    return {
        "dismissed": plural("{n} dismissed", "{n} dismissed", n),
        "accepted": plural("{n} proposed address accepted", "{n} proposed addresses accepted", n),
        "corrected": plural("{n} corrected address noted", "{n} corrected addresses noted", n),
        "undone": plural("{n} decision undone", "{n} decisions undone", n),
        "unchanged": plural("{n} already known", "{n} already known", n),
        "refused": plural("{n} row refused", "{n} rows refused", n),
    }[fate.value]
