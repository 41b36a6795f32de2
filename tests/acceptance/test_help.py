"""Every command tells what it takes, in the language of all else that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.acceptance.conftest import Shell

ENGLISH = re.compile(r"show this|commands:|default:|required|<str>|<path>")
CUT_SHORT = re.compile(r"\w\.\.\.\s*$", re.MULTILINE)


def commands(shell: Shell, *group: str) -> Iterator[tuple[str, ...]]:
    """Yield each command and each group of them, as the help lists them."""
    yield group
    listed = shell(*group, "--help").out.partition("Commandes\u00a0:")[2]
    for name in re.findall(r"^  (\w+)", listed, re.MULTILINE):
        yield from commands(shell, *group, name)


def test_no_help_has_a_word_of_english_or_a_sentence_cut_short(alone: Shell) -> None:
    """Those of the library that reads the command line included."""
    found = list(commands(alone))
    assert len(found) > 40
    assert ("replacements", "accept") in found
    for command in found:
        said = alone(*command, "--help")
        assert said.code == 0, command
        assert "Montrer cette aide." in said.out, command
        told = said.out.partition("\n")[2]
        assert ENGLISH.findall(told.lower()) == [], command
        assert CUT_SHORT.findall(told) == [], command


def test_a_slip_in_a_command_is_told_with_what_was_meant(alone: Shell) -> None:
    """And what is missing, or is not among the choices, by the name that the help gives it."""
    for arguments, told in {
        ("chek",): "la commande chek n’existe pas. Vouliez-vous dire check ?",
        ("nulle-part",): "la commande nulle-part n’existe pas.\n",
        ("dismiss", "https://a.example/"): "il manque --reason.",
        ("read",): "il manque FICHIER.",
        ("read", "a", "--format", "xml"): "xml n’est pas parmi table, json.",
        ("--lang", "de", "read"): "de n’est pas parmi fr, en.",
    }.items():
        said = alone(*arguments)
        assert said.code == 2
        assert told in said.err.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_value_is_is_named_as_users_name_it(alone: Shell, language: str) -> None:
    """Each argument and each option, in a process that speaks the language from its start."""
    process = alone.process("--lang", language, "mend", "--help")
    told, _error = process.communicate()
    assert process.returncode == 0
    words = {
        "fr": ("-o, --output FICHIER", "--centre TEXTE"),
        "en": ("--output FILE", "--centre TEXT"),
    }
    for word in words[language]:
        assert word in told
