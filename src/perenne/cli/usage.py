"""What was wrong with a command line, in a sentence, and where to read more."""

from __future__ import annotations

import re
import sys
from typing import Any

from typer.exceptions import TyperException

from perenne.texts import _


def print_usage(error: TyperException) -> None:
    """Write on the error output what was wrong; a bare group of commands shows its help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error, file=sys.stderr)
        return
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "perenne"
    print(_("The command is not well formed: {cause}", cause=_cause(error)), file=sys.stderr)
    print(_("`{command} --help` shows what it takes.", command=command), file=sys.stderr)


def _cause(error: TyperException) -> str:
    """Put typer's own words, which are English, into the language in use where we know them."""
    kind, said = type(error).__name__, str(error)
    if kind == "NoSuchOption":
        return _("there is no option {name}.", name=getattr(error, "option_name", ""))
    if kind == "MissingParameter":
        return _("{name} is missing.", name=_named(error))
    if unknown := re.match(r"No such command '([^']*)'", said):
        return _unknown(unknown[1], re.findall(r"'([^']*)'", said[unknown.end() :]))
    if choice := re.search(r"'(.*)' is not one of (.*)\.", said):
        among = choice[2].replace("'", "")
        return _("{value} is not one of {choices}.", value=choice[1], choices=among)
    if kind == "BadParameter":
        return _("{name} does not fit: {said}", name=_named(error), said=said)
    return said


def _unknown(name: str, near: list[str]) -> str:
    told = _("there is no command {name}.", name=name)
    hint = _("Did you mean {names}?", names=", ".join(near)) if near else ""
    return f"{told} {hint}".rstrip()


def _named(error: TyperException) -> str:
    """Return an argument, or an option, as the help names it."""
    parameter: Any = getattr(error, "param", None)
    if getattr(parameter, "param_type_name", "") == "option":
        return str(max(parameter.opts, key=len))
    return str(getattr(parameter, "metavar", None) or getattr(parameter, "name", "") or "").upper()
