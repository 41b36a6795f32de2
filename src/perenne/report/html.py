"""A report as HTML for mail programs: tables and inline styles, nothing fetched, nothing run."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from css_inline import CSSInliner
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from perenne.texts.plain import bound

if TYPE_CHECKING:
    from perenne.report.letter import Letter


def html(letter: Letter) -> str:
    """Lay a report out as one HTML page; every text in it is escaped."""
    page = environment().get_template("report.html").render(letter=letter)
    return _inliner().inline(page)


@cache
def environment() -> Environment:
    """Return what lays pages out by templates; every text in them is escaped."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        finalize=bound,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _inliner() -> CSSInliner:
    """What is marked to be kept stays in the head: dark mode and small screens cannot be inline."""
    return CSSInliner(load_remote_stylesheets=False)
