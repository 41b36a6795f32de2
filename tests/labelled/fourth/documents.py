"""PDF and other files, what stands in their place, and files under odd names."""

from __future__ import annotations

import random

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import cards, text
from tests.labelled.fourth.skins_other import bare
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, beside, looks, seen

_S = "https://www.sante-territoires.example"
_PDF_TYPE = {"content-type": "application/pdf"}


def pdf(kilobytes: int, seed: int = 1, *, whole: bool = True) -> bytes:
    """Return a PDF's bytes; the streams are noise."""
    noise = random.Random(seed).randbytes(kilobytes * 1024)
    end = b"\nendstream\nendobj\nxref\n0 2\ntrailer\n<</Size 2>>\nstartxref\n9\n%%EOF\n"
    start = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Filter/FlateDecode/Length 9>>\nstream\n"
    return start + noise + (end if whole else b"")


def archive(name: bytes) -> bytes:
    """Return the beginning of a zip file, as docx, odt and epub have it."""
    return b"PK\x03\x04\x14\x00\x00\x00\x00\x00" + b"\x00" * 16 + name + bytes(range(256)) * 60


_GONE_SPIP = skins.spip(
    "Erreur 404",
    "<p>Le document demandé est introuvable.</p>",
    site="Santé et territoires",
    h1="Document introuvable",
)


def _file(
    name: str,
    url: str,
    body: bytes,
    kind: str,
    title: str,
    fact: str = "issue 3: by their magic",
    *,
    truncated: bool = False,
) -> Labelled:
    return Labelled(
        name,
        fact,
        url,
        K.OK,
        seen(url, body, headers={"content-type": kind}, truncated=truncated),
        (title,),
        looks(sibling=absent(url)),
    )


_R = f"{_S}/IMG/pdf/rapport_acces_aux_soins.pdf"
_R2 = "https://archives.sante-territoires.example/IMG/pdf/rapport_acces_aux_soins.pdf"
_T = f"{_S}/fileadmin/documents/guide_cpts.pdf"
_V = "https://www.vie-des-rapports.example/rapport/37211.pdf"
_L = "https://www.reseau-des-centres.example/sites/default/files/notes/note_14.pdf"

CASES: tuple[Labelled, ...] = (
    _file(
        "a health agency's report as a PDF",
        f"{_S}/IMG/pdf/rapport_2018.pdf",
        pdf(60),
        "application/pdf",
        "Rapport 2018 sur l'accès aux soins",
        truncated=True,
    ),
    _file(
        "a PDF announced as a stream of bytes",
        f"{_S}/telecharger.php?f=118",
        pdf(40, 2),
        "application/octet-stream",
        "Schéma régional de santé",
        truncated=True,
    ),
    _file(
        "a PDF announced as HTML by an old server",
        "http://www.ars-archives.example/doc/9",
        pdf(12, 3),
        "text/html",
        "Bilan de la télémédecine",
    ),
    _file(
        "a Word file of a works council",
        f"{_S}/IMG/docx/trame.docx",
        archive(b"[Content_Types].xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Trame de projet de santé",
    ),
    _file(
        "a spreadsheet in the open format",
        f"{_S}/IMG/ods/indicateurs.ods",
        archive(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
        "application/vnd.oasis.opendocument.spreadsheet",
        "Indicateurs",
    ),
    _file(
        "an old Word file of the nineties",
        f"{_S}/IMG/doc/charte.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 80,
        "application/msword",
        "Charte de l'usager",
    ),
    _file(
        "a poster as an image",
        f"{_S}/IMG/jpg/affiche.jpg",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 90,
        "image/jpeg",
        "Affiche : les bons gestes",
    ),
    _file(
        "a plain text of the statutes",
        f"{_S}/statuts.txt",
        (
            "STATUTS\r\n\r\nArticle 1 – L'association a pour objet l'accès aux soins.\r\n" * 20
        ).encode("cp1252"),
        "text/plain",
        "Statuts de l'association",
    ),
    Labelled(
        "a PDF cut short on its way",
        "issue 3: a truncated PDF is alive with a warning",
        f"{_S}/IMG/pdf/actes.pdf",
        K.OK,
        seen(
            f"{_S}/IMG/pdf/actes.pdf",
            pdf(20, 4, whole=False),
            headers={**_PDF_TYPE, "content-length": "918233"},
            incomplete=True,
        ),
        ("Actes du colloque",),
        looks(sibling=absent(f"{_S}/IMG/pdf/actes.pdf")),
    ),
    Labelled(
        "a SPIP site shows its error page in place of a PDF",
        "issue 3: an HTML error page under .pdf is not a PDF",
        f"{_S}/IMG/pdf/cr_2016.pdf",
        K.SOFT_404,
        seen(f"{_S}/IMG/pdf/cr_2016.pdf", _GONE_SPIP),
        ("Compte rendu 2016",),
        looks(sibling=seen(beside(f"{_S}/IMG/pdf/cr_2016.pdf"), _GONE_SPIP)),
    ),
    Labelled(
        "an error page in HTML pretends to be a PDF in its header",
        "issue 3: binaries by their magic, not their name",
        f"{_S}/IMG/pdf/cr_2015.pdf",
        K.SOFT_404,
        seen(
            f"{_S}/IMG/pdf/cr_2015.pdf",
            bare(
                "Fichier introuvable",
                "<p>Le fichier n'existe plus sur le serveur.</p>",
                "<meta charset='utf-8'>",
            ),
            headers=_PDF_TYPE,
        ),
        ("Compte rendu 2015",),
    ),
    Labelled(
        "a PDF of no bytes at all",
        "issue 3: 200 with nothing in it is soft_404",
        f"{_S}/IMG/pdf/vide.pdf",
        K.SOFT_404,
        seen(f"{_S}/IMG/pdf/vide.pdf", b"", headers={**_PDF_TYPE, "content-length": "0"}),
        ("Note de cadrage",),
    ),
    Labelled(
        "a PDF moved to the archives' host under its own name",
        "french-web 2i: PDF moved",
        _R,
        K.MOVED,
        seen(_R2, pdf(50, 5), headers=_PDF_TYPE, via=((_R, 301),), truncated=True),
        ("L'accès aux soins, rapport",),
    ),
    Labelled(
        "a PDF that leads to the home page of the agency",
        "issue 3: redirects to the root",
        _T,
        K.SOFT_404,
        seen(
            f"{_S}/",
            skins.typo3("Accueil", cards(12, "sante"), site="Santé et territoires"),
            via=((_T, 302),),
        ),
        ("Guide des CPTS",),
        looks(
            sibling=seen(
                f"{_S}/",
                skins.typo3("Accueil", cards(12, "sante"), site="Santé et territoires"),
                via=((beside(_T), 302),),
            )
        ),
    ),
    Labelled(
        "a reports portal shows the notice of the report under its .pdf address",
        "french-web 2g: the title confirms the page",
        _V,
        K.OK,
        seen(
            "https://www.vie-des-rapports.example/rapport/37211-les-maisons-de-sante",
            skins_other.repository(
                "Les maisons de santé",
                "<a href='/files/37211.pdf'>Télécharger le rapport (PDF, "
                "2 Mo)</a>" + text("vdr", 2),
                site="Rapports",
            ),
            via=((_V, 302),),
        ),
        ("Les maisons de santé",),
        looks(sibling=absent(_V)),
        also(K.MOVED),
    ),
    Labelled(
        "a network's note as a PDF leads to its members' login",
        "french-web 2e: login redirects",
        _L,
        K.RESTRICTED,
        seen(
            "https://www.reseau-des-centres.example/user/login?destination=sites/default/files/"
            "notes/note_14.pdf",
            skins.drupal7(
                "Se connecter",
                "<form><input name='name'><input type='password' name='pass'></form>",
                entries=20,
            ),
            via=((_L, 302),),
        ),
        ("Note 14",),
    ),
    Labelled(
        "a PDF that is plainly not found",
        "design 2: 404",
        f"{_S}/IMG/pdf/cr_2014.pdf",
        K.NOT_FOUND,
        seen(f"{_S}/IMG/pdf/cr_2014.pdf", _GONE_SPIP, 404),
        ("Compte rendu 2014",),
    ),
)
