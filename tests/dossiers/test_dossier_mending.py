"""Files with addresses replaced: read again they hold the new ones, and all else is as it was."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossiers.documents import field_code, footnotes, link, paragraph, run, word, writer
from tests.dossiers.pdfs import PdfPage, pdf

from perenne.dossiers import UnreadableError, read_bytes
from perenne.dossiers.documents.page_rewriting import Version
from perenne.dossiers.mending import mended

OLD, NEW = "http://vieux.exemple.fr/page?a=1&b=2", "https://neuf.exemple.fr/é/page?c=3&d=4"
LONGER = f"{OLD}&suite=oui"
CHANGES = {OLD: NEW}
IN_XML = OLD.replace("&", "&amp;")
LONGER_IN_XML = LONGER.replace("&", "&amp;")

TEXT = f"""# Dossier

L’eau à l’œuvre / PÉTRÉ Zoé

Revue, 03/2019, p. 3

<{OLD}>

La mer / LAMER Jean

Océans, 2020

[ici]({OLD}) puis {LONGER}.
"""
PAGE = f"""<!DOCTYPE html><html><body><h1>Dossier</h1><p>L’eau / PÉTRÉ Zoé</p><p>Revue, 2019</p>
<p><a class="x" href="{IN_XML}">{IN_XML}</a> <a href='{LONGER_IN_XML}'>l’autre</a></p>
</body></html>"""
BODY = "".join(
    (
        paragraph(run("L’eau / PÉTRÉ Zoé")),
        paragraph(run("Revue, 2019")),
        paragraph(link("rId7", "ici"), link("rId8", LONGER_IN_XML)),
        paragraph(field_code(f' HYPERLINK "{IN_XML}"', shown="là")),
        paragraph(run(IN_XML[:20]), run(IN_XML[20:], "<w:b/>"), run(" fin")),
    )
)
WORD = word(
    BODY,
    {"rId7": IN_XML, "rId8": LONGER_IN_XML},
    footnotes=footnotes(f"Voir {IN_XML}."),
    header1=paragraph(run("Centre")),
)
WRITER = writer(
    f"<text:p>L’eau / PÉTRÉ Zoé</text:p><text:p>Revue, 2019</text:p>"
    f'<text:p><text:a xlink:href="{IN_XML}">ici</text:a> {LONGER_IN_XML}</text:p>'
    f"<text:p>{IN_XML[:9]}<text:span>{IN_XML[9:30]}</text:span>{IN_XML[30:]} fin</text:p>"
)
PDF = pdf(
    PdfPage()
    .write("L’eau / PÉTRÉ Zoé")
    .write("Revue, 2019", gap=8)
    .write("ici", gap=8, url=OLD)
    .write("l’autre", gap=8, url=LONGER)
)
SAMPLES = {
    "text": TEXT.encode(),
    "text of Windows": TEXT.replace("œ", "oe").encode("cp1252"),
    "text with a mark": TEXT.encode("utf-8-sig"),
    "text in sixteen bits": TEXT.encode("utf-16"),
    "lines of Windows": TEXT.replace("\n", "\r\n").encode(),
    "list": f"{OLD}\n{LONGER}\n".encode(),
    "page": PAGE.encode(),
    "word": WORD,
    "writer": WRITER,
    "pdf": PDF,
}


@pytest.mark.parametrize("name", SAMPLES)
def test_read_again_only_the_address_has_changed(name: str) -> None:
    """Also where a longer address begins in the same way."""
    data = SAMPLES[name]
    ascii_only = "Windows" in name or name == "pdf"
    changes = {OLD: "https://neuf.exemple.fr/page"} if ascii_only else CHANGES
    before = read_bytes(data, "d")
    assert OLD in [citation.url for citation in before.citations]
    result = mended(data, changes)
    after = read_bytes(result.data, "d")
    new = changes[OLD]
    urls = [new if c.url == OLD else c.url for c in before.citations]
    assert [citation.url for citation in after.citations] == urls
    assert [(r.title, r.authors, r.source, r.date) for r in after.references] == [
        (r.title, r.authors, r.source, r.date) for r in before.references
    ]
    assert result.done[OLD] >= 1


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_without_the_address_is_the_same_to_the_byte(name: str) -> None:
    """Nothing is packed anew for nothing."""
    result = mended(SAMPLES[name], {"http://nulle.part.fr/": NEW})
    assert result.data == SAMPLES[name]
    assert not result.done


@pytest.mark.parametrize("data", [WORD, WRITER], ids=["word", "writer"])
def test_all_other_parts_of_a_document_are_the_same_to_the_byte(data: bytes) -> None:
    """Styles, headers, pictures: what holds no address is copied."""
    before, after = parts(data), parts(mended(data, CHANGES).data)
    touched = {name for name in before if before[name] != after[name]}
    assert list(before) == list(after)
    assert touched <= {
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footnotes.xml",
        "content.xml",
    }
    assert touched


@pytest.mark.parametrize("new", [NEW, "https://neuf.exemple.fr/b#l&agrave;"])
def test_an_address_with_an_anchor_is_replaced_where_word_keeps_it(new: str) -> None:
    """Apart, and perhaps for several links; not where others lead elsewhere on that page."""
    linked = '<w:hyperlink r:id="{}" w:anchor="{}">' + run("lire") + "</w:hyperlink>"
    links = [("r1", "ici"), ("r1", "ici"), ("r2", "ici"), ("r2", "là")]
    body = "".join(paragraph(linked.format(*each)) for each in links)
    data = word(paragraph(run("L’eau")) + body, {"r1": IN_XML, "r2": IN_XML})
    result = mended(data, {f"{OLD}#ici": new})
    read = [citation.url for citation in read_bytes(result.data, "d").citations]
    assert read == [new, new, f"{OLD}#ici", f"{OLD}#là"]
    assert result.done == {f"{OLD}#ici": 2}


@pytest.mark.parametrize("new", [NEW, "https://neuf.exemple.fr/b#là"])
def test_a_field_that_keeps_its_anchor_apart_leads_elsewhere(new: str) -> None:
    """In one run, in several, or in an attribute; with switches behind; its neighbour stays."""
    code = f' HYPERLINK "{IN_XML}" \\o "lire" \\l "ici" \\n'
    simple = code.replace('"', "&quot;")
    data = word(
        paragraph(run("L’eau"))
        + paragraph(field_code(code, shown="un"), field_code(code[:30], code[30:], shown="deux"))
        + paragraph(f'<w:fldSimple w:instr="{simple}">{run("trois")}</w:fldSimple>')
        + paragraph(field_code(code.replace("ici", "ailleurs"), shown="quatre"))
    )
    result = mended(data, {f"{OLD}#ici": new})
    read = [citation.url for citation in read_bytes(result.data, "d").citations]
    assert read == [new, new, new, f"{OLD}#ailleurs"]
    assert result.done == {f"{OLD}#ici": 3}
    assert result.data != data
    with zipfile.ZipFile(io.BytesIO(result.data)) as package:
        text = package.read("word/document.xml").decode().replace("&quot;", '"')
    assert (text.count('\\o "lire"'), text.count("\\n")) == (4, 4)


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml"])
def test_of_two_parts_of_one_name_the_one_that_is_read_is_kept(
    name: str, recwarn: pytest.WarningsRecorder
) -> None:
    """As other readers see it, and nothing is said of it in English."""
    twice = io.BytesIO(WORD)
    with zipfile.ZipFile(twice, "a") as package:
        package.writestr(name, package.read(name))
        package.comment = b"du centre"
    recwarn.clear()
    result = mended(twice.getvalue(), CHANGES)
    assert parts(result.data) == parts(mended(WORD, CHANGES).data)
    assert result.done == mended(WORD, CHANGES).done
    assert zipfile.ZipFile(io.BytesIO(result.data)).comment == b"du centre"
    assert not recwarn.list


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_address_that_runs_over_lines_is_replaced_whole(end: str) -> None:
    """As layouts break it, in lines of each system."""
    cut = TEXT.replace(f"<{OLD}>", f"<{OLD[:20]}\n{OLD[20:]}>").replace("\n", end).encode()
    assert f"<{NEW}>".encode() in mended(cut, CHANGES).data


def test_what_the_encoding_has_no_letters_for_is_written_as_it_is_requested() -> None:
    """In ASCII, which leads to the same page."""
    data = "L’été / PÉTRÉ\n\nRevue, 2019\n\nhttp://vieux.exemple.fr/ç\n".encode("cp1252")
    result = mended(data, {"http://vieux.exemple.fr/ç": "https://中.exemple/"})
    assert result.data == data.replace(
        "http://vieux.exemple.fr/ç".encode("cp1252"), b"https://xn--fiq.exemple/"
    )


def test_a_damaged_file_is_a_sentence() -> None:
    """Nothing is written."""
    with pytest.raises(UnreadableError):
        mended(WORD[:300], CHANGES)


@given(st.lists(st.sampled_from([OLD, LONGER, "http://x.fr/", "un mot", "(", ")", ".", " ", "\n"])))
def test_nothing_but_the_address_moves_in_any_text(pieces: list[str]) -> None:
    """Taken back, the text is what it was."""
    text = " ".join(pieces)
    if not text.strip():
        return
    there = mended(text.encode(), {OLD: "http://neuf.exemple.fr/x"})
    assert mended(there.data, {"http://neuf.exemple.fr/x": OLD}).data == text.encode()
    assert there.done[OLD] == pieces.count(OLD)


AROUND = (
    "{old}.html",
    "{old},12.html",
    "{old}/",
    "{old}(1)",
    "http://relais.exemple.fr/login?url={old}",
    "https://web.archive.org/web/2020/{old}",
    "x{old}",
)


@pytest.mark.parametrize("longer", AROUND)
def test_within_a_longer_address_nothing_is_replaced(longer: str) -> None:
    """An address that another one begins with, or holds, is another page."""
    text = f"Titre / NOM Zoé\n\nRevue, 2019\n\n<{longer.format(old=OLD)}>\n"
    assert mended(text.encode(), CHANGES).data == text.encode()


@pytest.mark.parametrize(
    "beside", ["Lien:{old}.", "({old})", "« {old} »", "**{old}**", "{old}, puis", "Où ? {old}?"]
)
def test_beside_the_marks_of_a_sentence_it_is_replaced(beside: str) -> None:
    """They are no part of it."""
    text = f"Titre / NOM Zoé\n\nRevue, 2019\n\n{beside.format(old=OLD)}\n"
    assert mended(text.encode(), CHANGES).data.decode() == text.replace(OLD, NEW)


def test_scripts_and_remarks_of_a_page_stay() -> None:
    """Nobody reads an address there."""
    hidden = f"<!-- {IN_XML} --><script>open('{OLD}')</script>"
    page = PAGE.replace("<h1>", f"{hidden}<h1>")
    there = mended(page.encode(), CHANGES).data.decode()
    assert hidden in there
    assert there.count(NEW.replace("&", "&amp;")) == 2


def test_a_link_relative_to_a_base_leads_elsewhere() -> None:
    """It is cited as browsers would follow it; its neighbours stay as they are written."""
    page = (
        '<html><head><base href="http://vieux.exemple.fr/d/"></head><body><h1>Dossier</h1>'
        "<p><a class=x href='../page?a=1&amp;b=2'>L’eau</a></p><p><a href=autre>La mer</a></p>"
        "<p><a href='#haut'>Haut</a></p></body></html>"
    )
    result = mended(
        page.encode(), CHANGES, {OLD: Version("https://copie.exemple.fr/1", "2019-03-01")}
    )
    assert result.done == {OLD: 1}
    assert result.data.decode() == page.replace(
        " href='../page?a=1&amp;b=2'",
        f' href="{NEW.replace("&", "&amp;")}" data-originalurl="{IN_XML}"'
        ' data-versionurl="https://copie.exemple.fr/1" data-versiondate="2019-03-01"',
    )
    assert [c.url for c in read_bytes(result.data, "x").citations] == [
        NEW,
        "http://vieux.exemple.fr/d/autre",
    ]


def test_what_looks_like_a_link_within_another_attribute_stays() -> None:
    """A closed tag is a link as any other."""
    page = (
        '<html><head><base href="http://vieux.exemple.fr/d/"></head><body><h1>Dossier</h1><p>'
        '<a data-x=" href=../page?a=1&amp;b=2 " href="autre">La mer</a>'
        ' <a href="../page?a=1&amp;b=2"/>L’eau</a></p></body></html>'
    )
    result = mended(page.encode(), CHANGES)
    assert result.data.decode() == page.replace(
        ' href="../page?a=1&amp;b=2"', f' href="{NEW.replace("&", "&amp;")}"'
    )


def test_a_copy_that_a_link_bears_keeps_its_own_day() -> None:
    """Whoever put it there, in whatever letters; and what is no link bears none."""
    bearing = f'<a href="{IN_XML}" DATA-VERSIONURL="https://archive.exemple.fr/c">'
    body = f"<p>L’eau</p><p>Revue, 2019</p><!-- data-versionurl= --><p>{bearing}lire</a></p>"
    page = f"<!DOCTYPE html><html><body>{body}</body></html>"
    copies = {OLD: Version("https://archive.exemple.fr/d", "2020-01-02")}
    result = mended(page.encode(), {}, copies)
    robust = bearing.replace(" DATA", f' data-originalurl="{IN_XML}" DATA')
    assert result.data.decode() == page.replace(bearing, robust)
    assert result.robust == 1


def test_what_would_make_the_file_say_something_else_is_left() -> None:
    """The others are replaced all the same: what is written is read again first."""
    text = f"Titre / NOM Zoé\n\nRevue, 2019\n\n<{OLD}>\n\n<http://autre.exemple.fr/>\n"
    changes = {OLD: NEW, "http://autre.exemple.fr/": "pas une adresse"}
    result = mended(text.encode(), changes)
    assert result.data.decode() == text.replace(OLD, NEW)
    assert dict(result.done) == {OLD: 1}
