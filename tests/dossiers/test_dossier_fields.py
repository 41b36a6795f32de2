"""The small grammars: dates, authors, source lines, numbers of headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.dossiers.bibliography import authors, dates, sources
from perenne.dossiers.bibliography.numerals import Numeral, numeral


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("03/04/2019", "2019-04-03"),
        ("3.4.19", "2019-04-03"),
        ("2019-04-03", "2019-04-03"),
        ("04/2019", "2019-04"),
        ("03-04/2019", "2019-03"),
        ("03-2019", "2019-03"),
        ("2019-13-01", "2019"),
        ("2019", "2019"),
        ("[2019]", "2019"),
        ("cop. 2019", "2019"),
        ("2018-2019", "2018"),
        ("mars 2019", "2019-03"),
        ("1er mars 2019", "2019-03-01"),
        ("1^{er} mars 2019", "2019-03-01"),
        ("lundi 12 août 2019", "2019-08-12"),
        ("12 et 13 mars 2019", "2019-03-12"),
        ("févr. 2019", "2019-02"),
        ("mars-avril 2019", "2019-03"),
        ("décembre 2018-janvier 2019", "2018-12"),
        ("printemps 2019", "2019"),
        ("2e trimestre 2019", "2019"),
        ("31/06/2019", "2019-06"),
        ("s.d.", ""),
        ("sans date", ""),
    ],
)
def test_a_date_is_recognised_and_read(text: str, iso: str) -> None:
    """Of a range, the first; of an impossible day, the month."""
    line = sources.parse(f"Revue, {text}, p. 3")
    assert line is not None
    assert (line.date, dates.iso(text)) == (text, iso)


@given(st.dates())
def test_every_day_is_read_back(day: object) -> None:
    """As numbers, from year 1500 on."""
    year, month, number = str(day).split("-")
    expected = str(day) if "1500" <= year < "2100" else ""
    assert dates.iso(f"{number}/{month}/{year}") == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Gazette (la), 12/03/2019, p. 3-5", ("Gazette (la)", "12/03/2019", "p. 3-5")),
        ("eaux.example, 12/03/2019", ("eaux.example", "12/03/2019", "")),
        ("Éditions du Lac, coll. Rivages, 2019, 44 p.", ("Éditions du Lac", "2019", "44 p.")),
        ("Le Lac, coll : RIVAGES, 2019", ("Le Lac", "2019", "")),
        ("Revue, n° 12, mars 2019, pp. 3-5", ("Revue", "mars 2019", "pp. 3-5")),
        ("Revue n° 12 du 3 mars 2019, p. 8 et 9", ("Revue", "3 mars 2019", "p. 8 et 9")),
        ("Revue, vol. 3, n° 2-3, 2019, p. 8, p. 12-14.", ("Revue", "2019", "p. 8, p. 12-14")),
        ("Revue (mars 2019), 12 pages", ("Revue", "mars 2019", "12 pages")),
        ("Revue - mars 2019 - p. 12", ("Revue", "mars 2019", "p. 12")),
        ("Revue, mis en ligne le 3 mars 2019", ("Revue", "3 mars 2019", "")),
        ("Revue : l'eau, 02/2018, p. XI-XII", ("Revue : l'eau", "02/2018", "p. XI-XII")),
        ("16/04/2019", ("", "16/04/2019", "")),
        ("09/2017, 44 p.", ("", "09/2017", "44 p.")),
        ("[En ligne], 2020, 44 p.", ("", "2020", "44 p.")),
        ("Dunod, 2019, XII-345 p. + annexes, 24 cm", ("Dunod", "2019", "XII-345 p.")),
        ("Dunod, 2019, 44 p., coll. Rivages, 12,50 €", ("Dunod", "2019", "44 p.")),
        ("Source : Revue, 03-2019", ("Revue", "03-2019", "")),
        ("Revue, n° 12, p. 3-5", ("Revue", "", "p. 3-5")),
        ("Dunod, 2019, 1 vol. (230 p.), consulté le 3 mars 2021", ("Dunod", "2019", "")),
    ],
)  # fmt: skip
def test_a_source_line_is_parted(text: str, line: tuple[str, str, str]) -> None:
    """Collection, volume and number are no part of the source's name."""
    found = sources.parse(text)
    assert found is not None
    assert (found.source, found.date) == line[:2]
    assert found.pages == line[2] or line[2] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Un bilan de trois années, de 2016 à 2019",
        "Que deviennent les communes ? Enquête, 2019",
        "Réunion. les suites, mars 2019",
        "Baromètre de l’eau – 2019",
        "en vigueur depuis longtemps partout, 2019",
        "Contact : Anne, 2019",
        "2019",
        "A" * 170 + ", 2019",
        "",
    ],
)
def test_what_is_no_source_line_is_told_apart(text: str) -> None:
    """Sentences, titles that end with a year, bare years."""
    assert sources.parse(text) is None


@pytest.mark.parametrize(
    ("head", "title", "names"),
    [
        ("L’eau / PETIT Anne", "L’eau", ("PETIT Anne",)),
        ("L’eau / PETIT Anne, LE GALL Yann", "L’eau", ("PETIT Anne", "LE GALL Yann")),
        ("L’eau / PETIT Anne ; GRAND J.", "L’eau", ("PETIT Anne", "GRAND J.")),
        ("L’eau / PETIT, Anne ; GRAND, Jo", "L’eau", ("PETIT Anne", "GRAND Jo")),
        ("L’eau / PETIT Anne et GRAND Jo (dir.)", "L’eau", ("PETIT Anne", "GRAND Jo")),
        ("L’eau / PETIT Anne et al.", "L’eau", ("PETIT Anne",)),
        ("L’eau / D'ORMESSON Luc, de LA TOUR Ève", "L’eau", ("D'ORMESSON Luc", "de LA TOUR Ève")),
        ("L’eau / MINISTERE DE L'EAU", "L’eau", ("MINISTERE DE L'EAU",)),
        ("L’eau / Association des maires", "L’eau / Association des maires", ()),
        ("L’eau / Banque des Territoires", "L’eau", ("Banque des Territoires",)),
        ("Eau / sol : quel lien ?", "Eau / sol : quel lien ?", ()),
        ("Eau / sol / PETIT Anne", "Eau / sol", ("PETIT Anne",)),
        ("Nord / Sud", "Nord / Sud", ()),
        ("50 km/h en ville", "50 km/h en ville", ()),
        ("L’eau /", "L’eau /", ()),
    ],
)
def test_authors_are_what_follows_the_last_slash(
    head: str, title: str, names: tuple[str, ...]
) -> None:
    """Only where it is a list of names: titles have slashes too."""
    assert authors.split(head) == (title, names)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Eau / PETIT Anne ; LE GALL Yann Dunod", ("Eau", ("PETIT Anne", "LE GALL Yann"), "Dunod")),
        ("Eau / PETIT Jean-Luc W. Du Lac", ("Eau", ("PETIT Jean-Luc W.",), "Du Lac")),
        ("Eau / PETIT Anne, Revue, la suite", ("Eau", ("PETIT Anne",), "Revue, la suite")),
    ],
)  # fmt: skip
def test_a_publisher_on_the_title_line_follows_the_given_name(
    text: str, parts: tuple[str, tuple[str, ...], str]
) -> None:
    """No list of publishers is needed: a given name is one word."""
    assert authors.split_inline(text) == parts


@pytest.mark.parametrize("text", ["Dunod", "Eau / sol"])
def test_no_authors_no_whole_entry(text: str) -> None:
    """A slash alone makes no author."""
    assert authors.split_inline(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I – L’eau", Numeral(1, roman=True)),
        ("IV. L’eau", Numeral(4, roman=True)),
        ("XIX) L’eau", Numeral(19, roman=True)),
        ("Partie II : L’eau", Numeral(2, roman=True)),
        ("3 - L’eau", Numeral(3, roman=False)),
        ("2.1. L’eau", Numeral(2, roman=False)),
        ("B) L’eau", Numeral(2, roman=False)),
        ("L’eau", None),
        ("Vivre – en ville", None),
        ("2019 : l’année", None),
        ("i. e. ceci", None),
    ],
)
def test_a_heading_s_number_is_read(text: str, number: Numeral | None) -> None:
    """Roman or not, with any of the usual separators."""
    assert numeral(text) == number
