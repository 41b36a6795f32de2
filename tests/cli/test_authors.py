"""Who says something of a link, where nobody is named."""

import os
import subprocess
import sys

import pytest

from perenne.cli.authors import author_of

AS_NOBODY = """
import os, pwd
from perenne.cli.authors import author_of
author_of("")  # loads all that it needs, while the files can still be read
os.setuid(54_321)
print(author_of(""))
"""


def test_who_is_named_is_the_author() -> None:
    """On one line, and short enough for a column."""
    assert author_of(" Marie\r\nDupont ") == "Marie Dupont"
    assert len(author_of("x" * 999)) == 200


def test_else_it_is_the_user_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the system tells it."""
    monkeypatch.setenv("LOGNAME", "marie")
    assert author_of("") == "marie"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become nobody in particular")
def test_a_user_without_a_name_is_unknown() -> None:
    """As in a container that runs under a number."""
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "inconnu\n"
