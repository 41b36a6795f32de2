"""CSV for a spreadsheet, JSON for programs, JUnit for continuous integration."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.samples import ALIVE, BAD_TITLE, NEW, NOW, cited, link, said, verdict

from perenne.domain.exchanges import Failure, HopSummary
from perenne.domain.links import Capture, LinkStatus, Replacement
from perenne.domain.runs import Run, RunKind, RunStatus
from perenne.domain.states import State
from perenne.domain.verdicts import Evidence
from perenne.domain.verdicts import VerdictKind as Kind
from perenne.report import json as report_json
from perenne.report import junit
from perenne.report.tables import csv_table

PARIS = ZoneInfo("Europe/Paris")


def _rows(*links: LinkStatus) -> list[dict[str, str]]:
    content = csv_table(links, PARIS).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content), delimiter=";"))


def test_a_french_excel_opens_the_table_by_double_click() -> None:
    """It wants a UTF-8 mark, semicolons and CRLF."""
    content = csv_table([link()], PARIS)
    assert content.startswith(b'\xef\xbb\xbf"State";"Result";')
    assert content.endswith(b"\r\n")


def test_the_table_has_everything_known_of_a_link() -> None:
    """One row for each citation; times in the zone of the service."""
    shown = link(
        "https://a.fr/1",
        kind=verdict(
            Kind.MOVED,
            "redirect_permanent",
            "https://b.fr/",
            notes=(Evidence("n", "site_slow"),),
            moved_to="https://b.fr/",
        ),
        state=ALIVE,
        since=NOW,
        last_alive=NOW,
        last_checked=NOW,
        http_status=301,
        final_url="https://b.fr/",
        replacements=(Replacement("https://c.fr/", "k", "w", 0.5),),
        captures=(Capture("https://web.archive.org/1", NOW),),
        citations=(
            cited(authors=("A B", "C D"), place="line:3", as_written="http://a.fr/1"),
            cited("Other", slug="d2"),
        ),
    )
    first, second = _rows(shown)
    assert first == {
        "State": "online",
        "Result": "moved",
        "Reason": "The page has moved for good; its new address is on b.fr.",
        "Address": "https://a.fr/1",
        "Since": "2026-11-22 05:05",
        "Last seen online": "2026-11-22 05:05",
        "Last checked": "2026-11-22 05:05",
        "New address": "https://b.fr/",
        "Proposed replacement": "https://c.fr/",
        "Archived copy": "https://web.archive.org/1",
        "Remarks": "The site is very slow.",
        "HTTP status": "301",
        "Final address": "https://b.fr/",
        "Code": "redirect_permanent",
        "Dossier": "Innovation",
        "Section": "I – Bilan",
        "Title of the reference": "Les laboratoires",
        "Authors": "A B, C D",
        "Place in the file": "line 3",
        "Address as written": "http://a.fr/1",
    }
    assert second["Title of the reference"] == "Other"


def test_a_link_without_citation_or_verdict_has_a_row_too() -> None:
    """A bare URL, before its first check."""
    bare = LinkStatus("https://a.fr/", NEW, None)
    (row,) = _rows(bare)
    assert (row["Address"], row["Result"], row["Dossier"]) == ("https://a.fr/", "", "")


@pytest.mark.parametrize(
    "formula",
    [
        '=HYPERLINK("http://evil.example";"x")',
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r\n=1+1",
        "\u202e=1+1",
        "＝1+1",
        " =1+1",
    ],
)
def test_no_cell_is_a_formula(formula: str) -> None:
    """Wherever the text comes from: title, author, section, the address as written."""
    hostile = cited(
        formula, section=formula, authors=(formula,), as_written=formula, dossier=formula
    )
    (row,) = _rows(link(formula, citations=(hostile,)))
    assert sum(cell.startswith("'") for cell in row.values()) >= 5
    assert not any(cell.startswith(("=", "+", "-", "@", "＝")) for cell in row.values())


@given(st.text())
def test_any_title_gives_one_row(title: str) -> None:
    """Quotes, semicolons and line breaks do not break the table."""
    rows = _rows(link(citations=(cited(title),)))
    assert len(rows) == 1
    assert None not in rows[0]
    assert rows[0]["Section"] == "I – Bilan"


def test_the_json_has_the_documented_shape() -> None:
    """Codes beside sentences; times in UTC; null for what is unknown."""
    shown = link(
        "https://a.fr/1",
        kind=verdict(Kind.DNS, "dns_nxdomain", "a.fr", notes=(Evidence("n", "site_slow"),)),
        since=NOW,
        hops=(HopSummary("https://a.fr/1", None, Failure.DNS_NXDOMAIN),),
        citations=(
            cited(
                authors=("A B",),
                place="line:3",
                as_written="a.fr/1",
                said=(said(reason="travaux", until=NOW + timedelta(days=1), centre="Pantin"),),
            ),
        ),
        replacements=(Replacement("https://c.fr/", "k", "w", 0.5),),
        captures=(Capture("https://web.archive.org/1", NOW),),
    )
    run = Run(7, RunKind.CHECK, NOW, date(2026, 11, 21), RunStatus.COMPLETED, NOW)
    whole = json.loads(report_json.document(run, [shown]))
    assert whole == {
        "schema": 1,
        "run": {
            "id": 7,
            "kind": "check",
            "started_at": "2026-11-22T04:05:00+00:00",
            "finished_at": "2026-11-22T04:05:00+00:00",
            "status": "completed",
        },
        "counts": {
            "links": 1,
            "alive": 0,
            "undecided": 0,
            "broken": 1,
            "unchecked": 0,
            "dismissed": 1,
        },
        "links": [
            {
                "url": "https://a.fr/1",
                "verdict": "dns",
                "family": "broken",
                "state": "broken",
                "dismissed": True,
                "since": "2026-11-22T04:05:00+00:00",
                "last_alive": None,
                "last_checked": None,
                "http_status": None,
                "final_url": None,
                "moved_to": None,
                "hops": [{"url": "https://a.fr/1", "status": None, "failure": "dns_nxdomain"}],
                "evidence": [{"rule": "rule", "code": "dns_nxdomain", "fact": "a.fr"}],
                "notes": [
                    {
                        "rule": "n",
                        "code": "site_slow",
                        "fact": "",
                        "text": "The site is very slow.",
                    }
                ],
                "reason": ("The site’s name does not exist (any more); is it spelled correctly?"),
                "replacements": [
                    {"url": "https://c.fr/", "kind": "k", "why": "w", "confidence": 0.5}
                ],
                "captures": [
                    {"url": "https://web.archive.org/1", "timestamp": "2026-11-22T04:05:00+00:00"}
                ],
                "citations": [
                    {
                        "as_written": "a.fr/1",
                        "dossier": "Innovation",
                        "slug": "d1",
                        "section": "I – Bilan",
                        "title": "Les laboratoires",
                        "authors": ["A B"],
                        "place": {"line": 3},
                        "decisions": [
                            {
                                "kind": "dismissed",
                                "author": "Léa",
                                "reason": "travaux",
                                "centre": "Pantin",
                                "at": "2026-11-22T04:05:00+00:00",
                                "until": "2026-11-23T04:05:00+00:00",
                                "replacement": None,
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_the_json_of_an_unfinished_run_and_an_unchecked_link_has_nulls() -> None:
    """No key comes and goes."""
    running = Run(None, RunKind.CHECK, NOW, date(2026, 11, 21))
    bare = LinkStatus("https://a.fr/", NEW, None, citations=(cited(slug="", dossier=""),))
    whole = json.loads(report_json.document(running, [bare]))
    assert whole["run"]["id"] is None
    assert whole["run"]["finished_at"] is None
    assert whole["links"][0]["verdict"] is None
    assert whole["links"][0]["citations"][0]["place"] is None
    full = json.loads(report_json.document(None, [link()]))
    assert full["run"] is None
    assert full["links"][0].keys() == whole["links"][0].keys()


def test_the_json_can_always_be_written_as_utf_8() -> None:
    """Half a surrogate pair in a page's phrase must not lose the whole document."""
    shown = link(kind=verdict(Kind.SOFT_404, "phrase_not_found", "gone \ud800"))
    json.loads(report_json.document(None, [shown]).encode())


def test_counts_follow_the_verdicts_of_the_run() -> None:
    """Unchecked is a part of undecided."""
    links = [
        link(kind=kind) for kind in (Kind.OK, Kind.MOVED, Kind.GONE, Kind.BLOCKED, Kind.UNCHECKED)
    ]
    expected = {"links": 5, "alive": 2, "undecided": 2, "broken": 1, "unchecked": 1}
    expected["dismissed"] = 0
    assert report_json.counts(links) == expected


def test_junit_has_a_case_for_each_link() -> None:
    """Broken fails, undecided and dismissed are skipped, alive passes."""
    links = [
        link("https://a.fr/1", kind=verdict(Kind.NOT_FOUND, "http_404")),
        link("https://a.fr/2", State.UNDECIDED, Kind.BLOCKED),
        link("https://a.fr/3", ALIVE, Kind.OK),
        LinkStatus("https://a.fr/4", NEW, None),
        link("https://a.fr/5", citations=(cited(said=(said(),)),)),
    ]
    suite = ET.fromstring(junit.document(links).encode())
    assert suite.attrib == {
        "name": "perenne",
        "tests": "5",
        "errors": "0",
        "failures": "1",
        "skipped": "3",
    }
    outcomes = [[child.tag for child in case] for case in suite]
    assert outcomes == [["failure"], ["skipped"], [], ["skipped"], ["skipped"]]
    failure = suite[0][0]
    assert failure.get("type") == "not_found"
    assert failure.get("message") == "The site answers that this page does not exist (404)."
    assert "Les laboratoires" in (failure.text or "")
    assert suite[3].get("classname") == "perenne"


@given(st.text())
def test_junit_is_xml_whatever_a_title_holds(title: str) -> None:
    """Controls and non-characters have no place in XML."""
    shown = link(title, citations=(cited(title + BAD_TITLE, dossier=title),))
    suite = ET.fromstring(junit.document([shown]).encode())
    assert len(suite) == 1


def test_a_table_keeps_a_time_in_its_zone() -> None:
    """The night of the change of clock included."""
    shown = replace(link(), since=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert _rows(shown)[0]["Since"] == "2026-10-25 02:30"
