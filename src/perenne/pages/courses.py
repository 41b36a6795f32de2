"""What a course page says of itself.

Richie (fun-mooc.fr) writes schema.org Course in RDFa and the sessions as JSON for its scripts;
the older Open edX page says only that its registration is closed. Sources: openfun/richie
`course_detail.html`, `extra_tags.py`, `serializers.py`; openfun/fun-apps `course_about.html`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from perenne.domain.pages import Course, CourseRun

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_COURSE = '[typeof~="Course"], [property="courseCode"], .course-about'
_KEY = re.compile(r"course-v1(?::|%3A)[^/?#]+", re.IGNORECASE)
_MOST_RUNS = 100


def read_course(tree: LexborHTMLParser) -> Course | None:
    """Return the course of this page, None where it is no course page."""
    if tree.css_first(_COURSE) is None:
        return None
    return Course(
        code=_content(tree.css_first('[property="courseCode"]')),
        runs=_runs_for_scripts(tree) or _runs_in_rdfa(tree),
        archived=tree.css_first(".course-detail__snapshot") is not None,
        closed=tree.css_first(".registration-closed") is not None,
    )


def _content(node: LexborNode | None) -> str:
    return (node.attributes.get("content") or node.text()).strip() if node else ""


def _runs_for_scripts(tree: LexborHTMLParser) -> tuple[CourseRun, ...]:
    node = tree.css_first('[data-props*="courseRuns"]')
    try:
        props = json.loads(node.attributes.get("data-props") or "") if node else {}
    except (ValueError, RecursionError):
        return ()
    runs = props.get("courseRuns") if isinstance(props, dict) else None
    found = runs if isinstance(runs, list) else []
    return tuple(_run(run) for run in found[:_MOST_RUNS] if isinstance(run, dict))


def _run(run: dict[str, Any]) -> CourseRun:
    key = _KEY.search(str(run.get("resource_link") or ""))
    fields = ("start", "end", "enrollment_start", "enrollment_end")
    dates = {name: str(run.get(name) or "") for name in fields}
    return CourseRun(unquote(key[0]) if key else "", **dates)


def _runs_in_rdfa(tree: LexborHTMLParser) -> tuple[CourseRun, ...]:
    runs = tree.css('[typeof~="CourseInstance"]')[:_MOST_RUNS]
    return tuple(
        CourseRun(
            key="",
            start=_content(run.css_first('[property="startDate"]')),
            end=_content(run.css_first('[property="endDate"]')),
        )
        for run in runs
    )
