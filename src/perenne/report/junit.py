"""JUnit XML, as continuous integration reads it: one test case per link.

Broken is a failure; undecided is skipped, since nothing was proven, and so is what was dismissed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from perenne.domain.verdicts import Family
from perenne.texts.plain import address, one_line
from perenne.texts.reasons import reason, verdict_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perenne.domain.links import LinkStatus


def document(links: Sequence[LinkStatus]) -> str:
    """Return the test suite of these links, with its XML declaration."""
    suite = ET.Element("testsuite", name="perenne", tests=str(len(links)), errors="0")
    for link in links:
        suite.append(_case(link))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    ET.indent(suite)
    body: str = ET.tostring(suite, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _case(link: LinkStatus) -> ET.Element:
    dossier = link.citations[0].dossier if link.citations else ""
    case = ET.Element("testcase", classname=one_line(dossier) or "perenne", name=address(link.url))
    outcome = _outcome(link)
    if outcome is not None:
        case.append(outcome)
    return case


def _outcome(link: LinkStatus) -> ET.Element | None:
    verdict = link.verdict
    if verdict is None:
        return ET.Element("skipped")
    if verdict.family is Family.ALIVE:
        return None
    failed = verdict.family is Family.BROKEN and not link.dismissed
    outcome = ET.Element("failure" if failed else "skipped", message=reason(verdict))
    if failed:
        outcome.set("type", verdict.kind.value)
        outcome.text = "\n".join([verdict_name(verdict.kind), *_references(link)])
    return outcome


def _references(link: LinkStatus) -> list[str]:
    return [one_line(f"{c.title} ({c.dossier}, {c.section}, {c.place})") for c in link.citations]
