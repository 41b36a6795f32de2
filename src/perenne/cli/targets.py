"""The targets of ``check``: a file, a folder, a URL, a registered dossier, or standard input."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from perenne.cli.files import Gathered, read_dossiers
from perenne.cli.published import is_address
from perenne.cli.refusals import UnknownTargetError
from perenne.domain.links import CitedIn
from perenne.domain.urls import without_credentials
from perenne.runs.wanted import Wanted

if TYPE_CHECKING:
    from perenne.cli.context import Context

STANDARD_INPUT = "-"


def gather(
    context: Context,
    targets: Sequence[str],
    slugs: Collection[str],
    *,
    strict: bool = False,
    published: bool = False,
) -> tuple[Wanted, Gathered]:
    """Sort `targets`; what was refused in folders is gathered beside.

    `published`: addresses lead to dossiers, whose links are wanted.

    Raises `UnknownTargetError` and what reading a file raises.
    """
    gathered = Gathered()
    if not targets:
        return Wanted(slugs=None), gathered
    wanted, asked_slugs = Wanted(), list[str]()
    for target in targets:
        if target == STANDARD_INPUT:
            _add_lines(wanted, sys.stdin or ())
        elif "://" in target and not (published and is_address(target)):
            wanted.add(target, CitedIn(without_credentials(target)))
        elif "://" in target or Path(target).exists():
            found = read_dossiers(context, target, strict=strict)
            gathered.refused += found.refused
            for _path, dossier in found.dossiers:
                wanted.add_dossier(dossier)
        elif target in slugs:
            asked_slugs.append(target)
        else:
            raise UnknownTargetError(target)
    wanted.slugs = asked_slugs
    return wanted, gathered


def need_database(targets: Sequence[str]) -> bool:
    """Tell whether a target can only be a registered dossier, or all of them."""
    return not targets or any(
        target != STANDARD_INPUT and "://" not in target and not Path(target).exists()
        for target in targets
    )


def _add_lines(wanted: Wanted, lines: Iterable[str]) -> None:
    """Add a URL a line; empty lines and comments (#) are passed over."""
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text and not text.startswith("#"):
            url = f"http://{text}" if text.startswith("www.") else text
            wanted.add(url, CitedIn(without_credentials(text), place=f"line:{number}"))
