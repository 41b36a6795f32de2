"""How bibliographies of one network differ, and are read all the same."""

from textwrap import dedent

import pytest

from perenne.domain.references import Dossier, Reference
from perenne.dossiers import read_bytes


def dossier(text: str) -> Dossier:
    """Read a text, its indentation in the test taken off."""
    return read_bytes(dedent(text).encode(), "x.md")


def told(reference: Reference) -> tuple[str, str, list[str]]:
    """Return title, source and addresses."""
    return reference.title, reference.source, [c.url for c in reference.citations]


COVER = """\
    CENTRE DE DOCUMENTATION DE BREST
    Bibliographie sélective
    12 mars 2021

    Les jardins partagés

    Sommaire
    {contents}

    Ce document recense ce qui a paru depuis 2018. Voir aussi www.doc.example.

"""
BODY = """\
    {0}

    Jardiner en ville / LE GOFF Ana ; ROY Luc

    Éditions du Parc, coll. Vert, 2019, 120 p.

    Un manuel.

    Localisations : Brest ; Lorient

    {1}

    Le compost pour tous

    Revue verte, n° 12, 03/2020, p. 3-5

    Trois villes racontent.

    <https://verte.example/compost>
    """


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I – Cultiver", "II – Partager"),
        ("I. Cultiver", "II. Partager"),
        ("I) Cultiver", "II) Partager"),
        ("1 - Cultiver", "2 - Partager"),
        ("1. Cultiver", "2. Partager"),
        ("A. Cultiver", "B. Partager"),
        ("PARTIE I : CULTIVER", "PARTIE II : PARTAGER"),
        ("CULTIVER", "PARTAGER"),
        ("Cultiver", "Partager"),
        ("Ouvrages", "Articles de presse"),
        ("## Cultiver", "## Partager"),
        ("**I – Cultiver**", "**II – Partager**"),
        ("Cultiver\n    --------", "Partager\n    --------"),
    ],
)
def test_headings_are_found_however_they_are_set(first: str, second: str) -> None:
    """Numbered in any way, in capitals, marked, or announced by the table of contents."""
    contents = f"{first}\n    {second}".replace("\n    --------", "")
    if "#" in contents or "--" in first:
        contents = "- Cultiver\n    - Partager"
    found = dossier(COVER.format(contents=contents) + BODY.format(first, second))
    plain = [h.split("\n")[0].strip("#* ") for h in (first, second)]
    assert [r.section for r in found.references] == plain
    assert found.title == "Les jardins partagés"
    book, article = found.references
    assert (book.authors, book.source, book.locations) == (
        ("LE GOFF Ana", "ROY Luc"),
        "Éditions du Parc",
        ("Brest", "Lorient"),
    )
    assert told(article) == (
        "Le compost pour tous",
        "Revue verte",
        ["https://verte.example/compost"],
    )


def test_a_dossier_without_headings_is_read() -> None:
    """Its references have no section."""
    found = dossier(BODY.format("", ""))
    assert [(r.section, r.date, r.pages) for r in found.references] == [
        ("", "2019", "120 p."),
        ("", "03/2020", "p. 3-5"),
    ]


def test_lines_without_blank_lines_between_are_read() -> None:
    """Exports from word processors have a paragraph a line."""
    lines = [line for line in BODY.format("I – Un", "II – Deux").splitlines() if line.strip()]
    found = dossier("\n".join(lines))
    assert [r.section for r in found.references] == ["I – Un", "II – Deux"]


@pytest.mark.parametrize(
    "head",
    [
        "Le mur et la haie : une histoire / LE GOFF\n\nAna, ROY Luc",
        "Le mur et la haie : une histoire /\n\nLE GOFF Ana, ROY Luc",
        "Le mur et la haie : une histoire\n\n/ LE GOFF Ana, ROY Luc",
        "Le mur et la haie :\nune histoire / LE GOFF Ana, ROY Luc",
        "Le mur et la haie :\n\nune histoire / LE GOFF Ana, ROY Luc",
        "Le mur et la haie : une histoire / LE GOFF Ana,\n\nROY Luc",
        "**Le mur et la haie : une histoire** / LE GOFF Ana, ROY Luc",
        "### Le mur et la haie : une histoire / LE GOFF Ana, ROY Luc",
    ],
)
def test_a_head_on_two_paragraphs_is_one_head(head: str) -> None:
    """Cut amid its authors, before them, or in the title."""
    found = dossier(f"II – Lire\n\nUn résumé d’avant.\n\n{head}\n\nRevue, 03/2019, p. 3\n")
    (reference,) = found.references
    assert reference.title == "Le mur et la haie : une histoire"
    assert reference.authors == ("LE GOFF Ana", "ROY Luc")


def test_a_title_of_two_questions_is_found_after_a_list() -> None:
    """Nothing else closes the entry before it."""
    found = dossier("""\
        Les haies / ROY Luc

        Revue, 03/2019, p. 3

        Au sommaire :

        - planter ;
        - tailler.

        Et les murs ? Et les grilles !

        Ce que la clôture dit de nous

        Revue, 04/2019, p. 8
        """)
    assert [r.title for r in found.references] == [
        "Les haies",
        "Et les murs ? Et les grilles ! Ce que la clôture dit de nous",
    ]


def test_a_whole_entry_on_one_line_is_parted() -> None:
    """Authors end with a given name; the publisher follows."""
    found = dossier("""\
        Tailler juste / ROY Luc ; LE
        GOFF Ana Presses du Parc, 2018, 90 p.

        Un manuel.

        - **Planter** / PETIT Zoé, Revue verte, 14/01/2022, <https://verte.example/planter>
        - [Arroser](https://verte.example/arroser) – *Revue verte*, janvier 2022
        """)
    tailler, planter, arroser = found.references
    assert (tailler.title, tailler.authors) == ("Tailler juste", ("ROY Luc", "LE GOFF Ana"))
    assert (tailler.source, tailler.date, tailler.pages) == ("Presses du Parc", "2018", "90 p.")
    assert told(planter) == ("Planter", "Revue verte", ["https://verte.example/planter"])
    assert told(arroser) == ("Arroser", "Revue verte", ["https://verte.example/arroser"])


def test_sites_are_a_title_and_an_address_in_either_order_with_the_summary() -> None:
    """The section shows by itself whether the summary comes before or after."""
    before = dossier("""\
        V – Sites

        Les jardiniers

        Leur portail donne des conseils toute l’année, par saison et par région.

        https://jardiniers.example

        Les semeurs

        Graines et échanges, avec un calendrier tenu par des bénévoles du réseau.

        Lien : https://semeurs.example
        """)
    after = dossier("""\
        V – Sites

        Les jardiniers

        https://jardiniers.example
        https://jardiniers.example/blog

        Un portail.

        Quelques réseaux :

        Les semeurs :

        <https://semeurs.example>

        Un calendrier.
        """)
    assert [r.title for r in before.references] == ["Les jardiniers", "Les semeurs"]
    assert [r.title for r in after.references] == ["Les jardiniers", "Les semeurs"]
    assert [len(r.citations) for r in after.references] == [2, 1]


def test_addresses_before_their_titles_go_to_the_next_title() -> None:
    """Where the section begins with one, and goes on so."""
    found = dossier("""\
        VI. Écouter

        <https://pod.example/1>

        Une voix / MOREL Ana

        Radio Ville, 12 mai 2021

        <https://pod.example/2>

        La rue la nuit

        Radio Ville, 19 mai 2021
        """)
    assert [told(r) for r in found.references] == [
        ("Une voix", "Radio Ville", ["https://pod.example/1"]),
        ("La rue la nuit", "Radio Ville", ["https://pod.example/2"]),
    ]


def test_an_address_between_title_and_source_belongs_to_them() -> None:
    """Some put it under the title."""
    found = dossier("""\
        La rue la nuit / ROY Luc
        https://rue.example/nuit
        Revue, 19 mai 2021
        """)
    assert [told(r) for r in found.references] == [
        ("La rue la nuit", "Revue", ["https://rue.example/nuit"])
    ]


def test_a_site_after_an_article_is_an_entry_of_its_own() -> None:
    """Once the article has its address, a title with another begins anew."""
    found = dossier("""\
        La rue / ROY Luc

        Revue, 05/2021, p. 4

        Voir https://rue.example/1 et https://rue.example/2.

        Retour d’expérience

        https://rue.example/3

        Localisation : Brest
        """)
    assert [told(r)[2] for r in found.references] == [
        ["https://rue.example/1", "https://rue.example/2"],
        ["https://rue.example/3"],
    ]
    assert found.references[1].locations == ("Brest",)


def test_a_course_is_called_by_its_title() -> None:
    """``Mooc intitulé « … »``, the closing mark forgotten or not."""
    found = dossier("""\
        VI — Formations

        Une image

        Mooc intitulé « Semer »

        <https://cours.example/semer>

        Proposé par l’École

        Mooc intitulé « Récolter

        <https://cours.example/recolter>
        """)
    assert [r.title for r in found.references] == ["Semer", "Récolter"]


def test_markdown_tables_links_and_definitions_are_read() -> None:
    """Each row and each item is an entry; definitions count where they are used."""
    found = dossier("""\
        # Liens

        | Site | Adresse |
        |------|---------|
        | Les semeurs | https://semeurs.example/ |
        | Les haies | <https://haies.example/a_b_c> |

        * [Les murs][m] <!-- à revoir : https://non.example -->
        * https://seul.example/page

        [m]: https://murs.example/x_y "Murs"
        """)
    assert found.title == "Liens"
    assert [(r.title, r.citations[0].url, r.place.number) for r in found.references] == [
        ("Les semeurs", "https://semeurs.example/", 5),
        ("Les haies", "https://haies.example/a_b_c", 6),
        ("Les murs", "https://murs.example/x_y", 8),
        ("", "https://seul.example/page", 9),
    ]


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        ("<https://a.example/un-tres-\nlong-chemin>", "https://a.example/un-tres-long-chemin"),
        ("<https://a.example/un\n\n/deux>", "https://a.example/un/deux"),
        ("https://www.mot-\ndouble.example/x.pdf", "https://www.mot-double.example/x.pdf"),
        (
            "https://a.example/dossiers/transition/annee-2020/\nfiche_4.pdf.",
            "https://a.example/dossiers/transition/annee-2020/fiche_4.pdf",
        ),
        ("https://a.example/\nRésumé", "https://a.example/"),
        ("https://a.example/court\nfin-de-phrase", "https://a.example/court"),
    ],
)
def test_an_address_cut_by_the_layout_is_whole_again(lines: str, url: str) -> None:
    """A word under a short address is not its end."""
    found = dossier(f"Titre\n\n{lines}\n")
    assert [c.url for c in found.citations] == [url]


def test_the_last_piece_of_an_address_cut_at_full_width_may_be_a_word() -> None:
    """Lines of the same width show that the layout cut them."""
    url = "https://a.example/" + "dossiers-de-la-ville/" * 5 + "travaux"
    lines = "\n".join(url[i : i + 60] for i in range(0, len(url), 60))
    assert len(lines.splitlines()[-1]) < 60
    assert [c.url for c in dossier(f"Titre\n\n{lines}\n").citations] == [url]


def test_a_source_line_on_two_lines_is_one() -> None:
    """Long names of periodicals wrap."""
    found = dossier("""\
        La rue / ROY Luc

        Gazette des rues, des places et des jardins (la), 05/2021,
        p. 4-6

        Le mur / ROY Luc

        Cahiers de la rue, des places
        et des murs, 06/2021, p. 7
        """)
    assert [(r.source, r.pages) for r in found.references] == [
        ("Gazette des rues, des places et des jardins (la)", "p. 4-6"),
        ("Cahiers de la rue, des places et des murs", "p. 7"),
    ]


def test_a_title_that_ends_with_its_year_is_no_source_line() -> None:
    """The source line under it is."""
    found = dossier("""\
        Baromètre des jardins, 2019

        Observatoire, 12/2019, 30 p.
        """)
    assert [told(r)[:2] for r in found.references] == [
        ("Baromètre des jardins, 2019", "Observatoire")
    ]


def test_the_contact_block_is_no_reference() -> None:
    """Its bare site is a signature; a whole address there is checked, apart from the entries."""
    text = """\
        La rue / ROY Luc

        Revue, 05/2021, p. 4

        Contact : le centre
        Tél. : 01 99 00 00 00
        {}
        """
    bare = dossier(text.format("www.centre.example"))
    whole = dossier(text.format("http://www.centre.example"))
    assert [told(r)[2] for r in bare.references] == [[]]
    assert [told(r)[2] for r in whole.references] == [[], ["http://www.centre.example"]]


def test_a_numbered_list_in_a_summary_makes_no_sections() -> None:
    """Its lines count on; headings have entries between them."""
    found = dossier("""\
        I – Rues

        La rue / ROY Luc

        Revue, 05/2021, p. 4

        1. Marcher

        2. Rouler

        La place / ROY Luc

        Revue, 06/2021, p. 5
        """)
    assert [r.section for r in found.references] == ["I – Rues", "I – Rues"]


def test_entries_before_the_first_heading_are_read() -> None:
    """A cover has no source lines; a first section without heading does."""
    found = dossier(
        BODY.format("", "").replace("Un manuel.", "Voir http://parc.example.")
        + "\nI – Suite\n\nSite\n\nhttps://s.example\n"
    )
    assert [r.section for r in found.references] == ["", "", "I – Suite"]


def test_an_address_in_the_preface_is_checked_too() -> None:
    """Readers follow it like any other."""
    found = dossier(
        "Rues\n\nCe dossier complète https://avant.example/1.\n\nI – Lire\n\nSite\n\nhttps://s.example\n"
    )
    assert [(r.section, r.citations[0].url) for r in found.references] == [
        ("", "https://avant.example/1"),
        ("I – Lire", "https://s.example"),
    ]


NUMBERED = """
1. La gestion des eaux, Agence des eaux, 2018
https://a.example/eaux

2. Les sols vivants, Institut des sols, 2019
https://b.example/sols

3. La mer monte, Observatoire, 2020
https://c.example/mer
"""


def test_a_numbered_list_of_titles_with_their_bodies_and_years_is_parted() -> None:
    """With an address below each, a name and a year are enough of a credit."""
    found = dossier(f"Eaux et sols\n{NUMBERED}")
    assert found.title == "Eaux et sols"
    assert [(r.section, r.title, r.source, r.date) for r in found.references] == [
        ("", "La gestion des eaux", "Agence des eaux", "2018"),
        ("", "Les sols vivants", "Institut des sols", "2019"),
        ("", "La mer monte", "Observatoire", "2020"),
    ]
    assert [len(r.citations) for r in found.references] == [1, 1, 1]


def test_one_of_several_lines_above_entries_is_no_title() -> None:
    """It is a section as those after it are."""
    found = dossier(f"Eaux douces\n{NUMBERED}\nEaux salées\n{NUMBERED}")
    assert [r.section for r in found.references] == ["Eaux douces"] * 3 + ["Eaux salées"] * 3
