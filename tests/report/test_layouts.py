"""The text and the HTML of a report: readable, whole, and deaf to hostile texts."""

import re
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.report.samples import (
    ALIVE,
    BAD_TITLE,
    NO_DOORS,
    NOW,
    broke,
    cited,
    flips,
    link,
    report,
)

from perenne.domain.links import Capture, Replacement
from perenne.domain.verdicts import VerdictKind as Kind
from perenne.report.html import html
from perenne.report.letter import Letter, letter
from perenne.report.text import text
from perenne.settings import Report

PARIS = ZoneInfo("Europe/Paris")
HOSTILE_DOORS = Report(
    edit_link='https://pmb.example/"onclick="x?t={title}&u={url}&d={dossier}#{place}',
    base_url="https://perenne.example/'><script>",
)
LONG_URL = "https://www.example.org/" + "a-very-long-way/" * 60 + "?q=1&r=2"


@pytest.fixture
def full() -> Letter:
    """A letter with a bit of everything, all of it hostile or long."""
    dead = link(
        LONG_URL,
        id=7,
        citations=(cited(BAD_TITLE, section=BAD_TITLE, authors=(BAD_TITLE,), dossier=BAD_TITLE),),
        captures=(Capture('https://web.archive.org/"onclick="x', NOW),),
        replacements=(Replacement("javascript:alert(1)", "k", "<img src=x>", 0.5),),
    )
    moved = link("https://b.fr/1", ALIVE, Kind.MOVED)
    return letter(
        report(broke(dead), flips(moved, (ALIVE, Kind.OK), (ALIVE, Kind.MOVED))),
        NOW,
        PARIS,
        HOSTILE_DOORS,
    )


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^\w(){}:;.,?&=/’-]", " ", text).split()).lower()


def test_the_text_and_the_html_say_the_same(full: Letter) -> None:
    """Every sentence of the letter stands in both."""
    plain, page = _words(text(full)), LexborHTMLParser(html(full))
    seen = _words(page.body.text(separator=" "))
    for dossier in full.dossiers:
        for section in dossier.sections:
            for line in section.lines:
                parts = [line.link.url, line.label, line.reason, line.dates]
                parts += [part for source in line.sources for part in (source.title, source.credit)]
                parts += [part for offer in line.offers for part in (offer.label, offer.url)]
                for part in (*parts, section.heading, section.hint, dossier.title):
                    assert _words(part) in plain
                    assert _words(part) in seen


def test_a_long_url_stands_whole_on_a_line_of_its_own(full: Letter) -> None:
    """So that it can be copied, printed and searched for."""
    assert LONG_URL in [line.strip() for line in text(full).splitlines()]
    links = LexborHTMLParser(html(full)).css("p.url a")
    assert links[0].attributes["href"] == links[0].text() == LONG_URL


def test_other_lines_of_the_text_are_short(full: Letter) -> None:
    """Mail programs quote them without breaking them."""
    long = [line for line in text(full).splitlines() if len(line) > 78]
    assert all("://" in line for line in long)


def test_hostile_texts_stay_texts(full: Letter) -> None:
    """No element, no attribute and no script comes from a title or a URL."""
    page = LexborHTMLParser(html(full))
    assert page.css("script, img, iframe, form, object, link, base") == []
    assert {a.attributes["href"].split(":")[0] for a in page.css("a")} == {"https"}
    for node in page.css("*"):
        assert not any(name.startswith("on") for name in node.attributes)
    for laid_out in (text(full), html(full)):
        assert "\u202e" not in laid_out
        assert "\u2066" not in laid_out
        assert "\x07" not in laid_out


def test_a_title_cannot_add_a_line_to_the_text(full: Letter) -> None:
    """Line breaks inside a title are spaces."""
    assert not any(line.startswith("Bcc:") for line in text(full).splitlines())


def test_nothing_is_fetched_by_the_html(full: Letter) -> None:
    """No picture, no style sheet, no font from anywhere."""
    page = html(full)
    assert "url(" not in page
    assert LexborHTMLParser(page).css("[src], [background], [srcset]") == []
    assert "@import" not in page


def test_a_screen_reader_finds_language_and_headings(full: Letter) -> None:
    """One h1, a h2 for each dossier, h3 for sections, h4 for references; layout tables say so."""
    page = LexborHTMLParser(html(full))
    assert page.css_first("html").attributes["lang"] == "en"
    levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {table.attributes["role"] for table in page.css("table")} == {"presentation"}


def test_the_html_is_readable_in_the_dark_and_where_styles_are_inline(full: Letter) -> None:
    """Every element carries its own colours, and the dark ones come from the reader's wish."""
    page = html(full)
    assert "prefers-color-scheme: dark" in page
    assert 'name="color-scheme" content="light dark"' in page
    assert page.index("charset") < 200
    for node in LexborHTMLParser(page).css("p, h1, h2, h3, h4, a"):
        assert "color:" in node.attributes["style"]
    assert not re.search(r"#fff(?:fff)?\b|\bwhite;", page)


def test_colours_keep_their_contrast_in_both_modes(full: Letter) -> None:
    """WCAG AA asks for 4.5 to 1: labels on their own ground, texts on that of the sheet."""
    page = html(full)
    labels = re.findall(r"color: (#\w{6})[^;]*; ?background-color: (#\w{6})", page)
    light = [(colour, "#fbfaf6") for colour in ("#262320", "#6a6459", "#1c5a7d")]
    dark = [(colour, "#1f2123") for colour in ("#e7e3da", "#a8a298", "#8fc3e6")]
    assert all(colour in page and ground in page for colour, ground in (*light, *dark))
    pairs = [*labels, *light, *dark]
    assert len(labels) >= 5
    assert all(_contrast(one, other) >= 4.5 for one, other in pairs)


def _contrast(one: str, other: str) -> float:
    lights = sorted(_luminance(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_an_empty_report_is_laid_out_too() -> None:
    """For who asks to see it."""
    nothing = letter(report(), NOW, PARIS, NO_DOORS)
    assert text(nothing).startswith("Nothing new\n")
    assert "Nothing new" in html(nothing)
