"""What was wrong with a command line, in a sentence, and where to read more."""

from __future__ import annotations

import re
import sys

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
    parameter = getattr(getattr(error, "param", None), "name", None) or ""
    if kind == "NoSuchOption":
        return _("there is no option {name}.", name=getattr(error, "option_name", ""))
    if kind == "MissingParameter":
        return _("{name} is missing.", name=parameter.upper())
    if unknown := re.match(r"No such command '(.*)'", said):
        return _("there is no command {name}.", name=unknown[1])
    if choice := re.search(r"'(.*)' is not one of (.*)\.", said):
        return _("{value} is not one of {choices}.", value=choice[1], choices=choice[2])
    if kind == "BadParameter":
        return _("{name} does not fit: {said}", name=parameter.upper(), said=said)
    return said
