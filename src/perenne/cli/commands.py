"""Commands, and groups of them, whose help is in the language of all else that we say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from typer import Typer
from typer.core import TyperCommand, TyperGroup

from perenne.texts import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

ASKED_OF_GETTEXT = (N_("Commands"), N_("default: {default}"), N_("required"))
"""Words that typer looks up in our catalogue by itself."""
_TYPE = re.compile(r"\s<(?:list\[)?(?P<type>str|path|int)(?: range)?\]?>")
_ENGLISH = "Show this message and exit."
"""What typer says of ``--help``, in any language."""


class Command(TyperCommand):
    """A command whose help names what a value is as users do."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own
        """Write how it is called."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own
        """Write what it takes."""
        _write_parameters(self, ctx, formatter)


class Group(TyperGroup):
    """A group of such commands."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own
        """Write how it is called."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own
        """Write what it takes, and its commands."""
        _write_parameters(self, ctx, formatter)
        self.format_commands(ctx, formatter)


class Commands(Typer):
    """What commands are registered in; alone, it shows its help."""

    def __init__(self, **how: Any) -> None:  # noqa: ANN401 - as `Typer`
        super().__init__(cls=Group, no_args_is_help=True, **how)

    def command(self, name: str | None = None, **how: Any) -> Callable[..., Any]:  # noqa: ANN401
        """Register a command; its `help` is not cut short in the list of all."""
        return super().command(name, cls=Command, short_help=how.get("help"), **how)


def _write_usage(command: Command | Group, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
    pieces = " ".join(command.collect_usage_pieces(ctx))
    shown = pieces.replace("COMMAND [ARGS]...", _("COMMAND [ARGS]..."))
    formatter.write_usage(ctx.command_path, shown, prefix=_("Usage:") + " ")


def _write_parameters(command: Command | Group, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
    found: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in command.get_params(ctx):
        if record := parameter.get_help_record(ctx):
            found[parameter.param_type_name].append(_in_words(parameter.param_type_name, *record))
    for heading, records in ((_("Arguments"), found["argument"]), (_("Options"), found["option"])):
        if records:
            with formatter.section(heading):
                formatter.write_dl(records)


def _in_words(kind: str, name: str, told: str) -> tuple[str, str]:
    """Return a line of the help; an argument is named for what it is already."""
    words = {"str": _("TEXT"), "path": _("FILE"), "int": _("NUMBER")}
    shown = _TYPE.sub(lambda of: "" if kind == "argument" else f" {words[of['type']]}", name)
    return shown, told.replace(_ENGLISH, _("Show this help."))
