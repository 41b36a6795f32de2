"""Records of catalogues, made by hand as PMB and Koha export them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

Subfields = Sequence[tuple[str, str]]
FieldOf = tuple[str, str, Subfields]

ARTICLE: list[FieldOf] = [
    ("014", "  ", [("a", "10.3917/rde.161.0009"), ("b", "DOI")]),
    ("100", "  ", [("a", "20190401u        u  u0frey50      ba")]),
    ("200", "1 ", [("a", "\x88L'\x89eau à l'œuvre"), ("e", "résultats"), ("f", "Zoé Pétré")]),
    ("210", "  ", [("d", "2019"), ("h", "2019-03-15"), ("9", "web:http://editeur.exemple.fr")]),
    ("214", "  ", [("d", "2019"), ("h", "2019-03-15")]),
    ("215", "  ", [("a", "3-15")]),
    ("330", "  ", [("a", "Voir http://annexe.exemple.fr/notes.")]),
    ("461", "  ", [("t", "Revue de l'eau"), ("9", "lnk:perio")]),
    ("463", "  ", [("d", "2019-03-15"), ("e", "mars 2019"), ("v", "161"), ("t", " ")]),
    ("606", " 1", [("a", "rivière")]),
    ("700", " 1", [("a", "Pétré"), ("b", "Zoé"), ("N", "http://auteur.exemple.fr")]),
    ("710", "02", [("a", "France"), ("b", "Agence de l'eau")]),
    ("856", "  ", [("u", "https://eau.exemple.fr/a?x=1&y=2"), ("q", "text/html")]),
    ("856", "  ", [("u", "https://eau.exemple.fr/b | https://eau.exemple.fr/c")]),
    ("896", "  ", [("a", "https://vignette.exemple.fr/1.jpg")]),
    ("897", "  ", [("a", "https://doc.exemple.fr/1.pdf"), ("u", "https://vignette.exemple.fr/2")]),
]
"""An article as PMB exports it, with the addresses of author, publisher and covers."""
BOOK: list[FieldOf] = [
    ("200", "1 ", [("a", "La mer monte"), ("f", "sous la dir. de Jean Lamer")]),
    ("214", " 3", [("c", "Imprimerie du Port"), ("d", "2021")]),
    ("214", " 0", [("a", "Brest"), ("c", "Éditions du Lac"), ("d", "cop. 2020")]),
    ("215", "  ", [("a", "103 p.")]),
    ("461", " 0", [("t", "Bleue"), ("v", "3")]),
    ("702", " 1", [("a", "Lamer"), ("b", "Jean"), ("4", "651")]),
]
MARC21: list[FieldOf] = [
    ("024", "7 ", [("a", "10.1000/lacs"), ("2", "doi")]),
    ("100", "1 ", [("a", "Bois, Ève,"), ("d", "1970-")]),
    ("245", "10", [("a", "Lacs :"), ("b", "une histoire /"), ("c", "Ève Bois, J. Dupont.")]),
    ("264", " 1", [("a", "Paris :"), ("b", "Éditions du Lac,"), ("c", "[2018]")]),
    ("300", "  ", [("a", "204 pages :"), ("b", "ill.")]),
    ("520", "  ", [("a", "Résumé à https://resume.exemple.fr/")]),
    ("700", "1 ", [("a", "Dupont, J.")]),
    ("773", "0 ", [("t", "Revue des lacs."), ("g", "no 3")]),
    ("856", "40", [("u", "https://lacs.exemple.fr/"), ("u", "https://lacs.exemple.fr/2")]),
]


def iso5426(text: str) -> bytes:
    """Encode French as ISO 5426: accents before their letter."""
    accents = {"\u0300": 0xC1, "\u0301": 0xC2, "\u0302": 0xC3, "\u0308": 0xC8, "\u0327": 0xD0}
    others = {"œ": 0xFA, "\x88": 0x88, "\x89": 0x89, "«": 0xAB, "»": 0xBB}
    made = bytearray()
    for letter in unicodedata.normalize("NFD", text):
        if letter in accents:
            made.insert(len(made) - 1, accents[letter])
        else:
            made.append(others.get(letter) or ord(letter))
    return bytes(made)


def marc8(text: str) -> bytes:
    """Encode French as MARC-8: accents before their letter, at other places of the table."""
    accents = {"\u0300": 0xE1, "\u0301": 0xE2, "\u0302": 0xE3, "\u0308": 0xE8, "\u0327": 0xF0}
    made = bytearray()
    for letter in unicodedata.normalize("NFD", text):
        if letter in accents:
            made.insert(len(made) - 1, accents[letter])
        else:
            made.append(ord(letter))
    return bytes(made)


def iso2709(*records: list[FieldOf], encode: Callable[[str], bytes] = str.encode) -> bytes:
    """Return records in ISO 2709, each with its leader and directory."""
    return b"".join(_record(fields, encode) for fields in records)


def _record(fields: list[FieldOf], encode: Callable[[str], bytes]) -> bytes:
    directory, data = "", b""
    for tag, indicators, subfields in [("001", "", [("", "42")]), *fields]:
        values = (f"\x1f{code}" + "{}" if code else "{}" for code, _value in subfields)
        parts = [
            form.format("").encode() + encode(value)
            for form, (_code, value) in zip(values, subfields, strict=True)
        ]
        field = indicators.encode() + b"".join(parts) + b"\x1e"
        directory += f"{tag}{len(field):04}{len(data):05}"
        data += field
    base = 24 + len(directory) + 1
    leader = f"{base + len(data) + 1:05}naa2 22{base:05} i 450 "
    return leader.encode() + directory.encode() + b"\x1e" + data + b"\x1d"


def marcxml(*records: list[FieldOf], prefix: str = "") -> str:
    """Return records in MARCXML as Koha writes it, or in MarcXchange with a prefix."""
    space = "info:lc/xmlns/marcxchange-v2" if prefix else "http://www.loc.gov/MARC21/slim"
    declared = f'xmlns:{prefix[:-1]}="{space}"' if prefix else f'xmlns="{space}"'
    body = "".join(_xml_record(fields, prefix) for fields in records)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<{prefix}collection {declared}>{body}</{prefix}collection>\n"
    )


def _xml_record(fields: list[FieldOf], prefix: str) -> str:
    made = f"\n<{prefix}record><{prefix}leader>01234naa a2200000 i 4500</{prefix}leader>"
    made += f'\n<{prefix}controlfield tag="001">42</{prefix}controlfield>'
    for tag, indicators, subfields in fields:
        first, second = indicators
        made += f'\n<{prefix}datafield tag="{tag}" ind1="{first}" ind2="{second}">'
        for code, value in subfields:
            made += f'<{prefix}subfield code="{code}">{escape(value)}</{prefix}subfield>'
        made += f"</{prefix}datafield>"
    return f"{made}\n</{prefix}record>"


def pmb(*records: list[FieldOf]) -> str:
    """Return records in PMB's own XML."""
    made = "<?xml version='1.0' encoding='utf-8' ?>\n<unimarc>"
    for fields in records:
        made += "\n<notice><rs>n</rs><dt>a</dt><bl>a</bl><hl>2</hl><el>1</el><ru>i</ru>"
        made += '\n<f c="001" ind="">42</f>'
        for tag, indicators, subfields in fields:
            held = "".join(f'<s c="{code}">{escape(value)}</s>' for code, value in subfields)
            made += f'\n<f c="{tag}" ind="{indicators}">{held}</f>'
        made += "\n</notice>"
    return f"{made}\n</unimarc>\n"
