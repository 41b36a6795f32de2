"""The entry point: language first, then the sub-command, then errors as sentences."""

from __future__ import annotations

import gettext
import io
import os
import sys
from collections.abc import Sequence

from perenne import texts
from perenne.cli import collecting
from perenne.cli.exits import ExitCode, drop_output
from perenne.texts import _


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line `arguments` and exit; those of the process by default."""
    if arguments is None:  # the process is ours, and ends with the command
        collecting.rest()
        # Pydantic would look for plug-ins in all that is installed; we use none.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    given = _global_first(list(sys.argv[1:] if arguments is None else arguments))
    _speak(_wanted_language(given))
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if isinstance(stream, io.TextIOWrapper):  # French on an ASCII terminal, odd bytes given
            stream.reconfigure(errors="replace")
    try:
        code = _run(given)
    finally:
        if log := sys.modules.get("perenne.log"):  # never started by `--help`
            log.stop_log()
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    # Typer builds its help on import, in the language that is then in use.
    from typer import Abort
    from typer.exceptions import TyperException

    from perenne.cli.app import app
    from perenne.cli.usage import print_usage

    try:
        return int(app(arguments or ["--help"], prog_name="perenne", standalone_mode=False) or 0)
    except TyperException as error:
        print_usage(error)
        return ExitCode.USAGE
    except (Abort, KeyboardInterrupt, _cancelled()):
        return ExitCode.FAILED
    except BrokenPipeError:
        drop_output()
        return ExitCode.OK
    except Exception as error:  # noqa: BLE001 - told, logged, and an exit code of its own
        return _tell(error, technical=bool({"-v", "--verbose"} & set(arguments)))


def _cancelled() -> type[BaseException]:
    """Return what ends a cancelled task; asked for once something was raised."""
    from asyncio import CancelledError

    return CancelledError


def _tell(error: Exception, *, technical: bool) -> int:
    """Print what a user can understand of `error`; the log holds what nobody foresaw, whole."""
    from perenne.cli.errors import explain
    from perenne.log import causes, log_failure

    explanation = explain(error)
    log_failure(error, whole=explanation is None)
    if explanation is None:
        print(
            _("Pérenne has met a fault of its own: {cause}", cause=causes(error)), file=sys.stderr
        )
        return ExitCode.FAILED
    print(explanation.sentence, file=sys.stderr)
    if technical:
        print(causes(error), file=sys.stderr)
    return explanation.exit_code


def _global_first(arguments: list[str]) -> list[str]:
    """Return the arguments with the options that every sub-command takes in front."""
    ours, others = [], []
    words = iter(arguments)
    for word in words:
        if word == "--":
            others += [word, *words]
        elif word == "--lang":
            ours += [word, *[next(words, "")]]
        elif word in ("-v", "--verbose") or word.startswith("--lang="):
            ours.append(word)
        else:
            others.append(word)
    return ours + others


def _wanted_language(arguments: list[str]) -> str:
    """Return the language asked for by ``--lang`` or ``PERENNE_LANGUAGE``, French otherwise."""
    wanted = os.environ.get("PERENNE_LANGUAGE", "fr")
    for before, argument in zip(["", *arguments], arguments, strict=False):
        if before == "--lang":
            wanted = argument
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return wanted if wanted in texts.LANGUAGES else "fr"


def _speak(language: str) -> None:
    """Use `language` for our texts and for the headings that typer asks gettext for."""
    texts.use(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("perenne", texts.LOCALE)
    gettext.textdomain("perenne")
