"""Who says something of a link."""

from __future__ import annotations

from typing import Annotated

import typer

from perenne.texts import _

AuthorOption = Annotated[
    str, typer.Option(help=_("Who decides so; by default, the user of this computer."))
]
_LONGEST = 200
"""Characters: a name with its function, or a mail address."""


def author_of(given: str) -> str:
    """Return the author given, else the name of the user, else that nobody knows."""
    import getpass

    from perenne.texts.plain import one_line

    named = one_line(given, _LONGEST)
    if named:
        return named
    try:
        return one_line(getpass.getuser(), _LONGEST) or _("unknown")
    except (ImportError, KeyError, OSError):  # a container whose user has no name
        return _("unknown")
