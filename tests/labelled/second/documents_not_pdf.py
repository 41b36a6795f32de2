"""What is found under the address of a PDF and is none."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import bare, page
from tests.labelled.prose import prose
from tests.labelled.second.templates_other import drupal, spip, wordpress
from tests.labelled.second.templates_other_old import webforms
from tests.labelled.wire import absent, looks, seen

_PDF = {"content-type": "application/pdf", "accept-ranges": "bytes"}


_S = "https://www.mobilites-rurales.org/IMG/pdf/{}.pdf"


_T = "http://www.sante-et-villages.fr/fileadmin/user_upload/Actes/{}.pdf"


_L = "https://ged.conseil-national.org/documents/{}.pdf"


_LOST = drupal(
    "Oups, cette page s'est égarée",
    ("Le document que vous cherchez n'existe plus ou a été déplacé.", "<a href='/'>Accueil</a>"),
    site="Santé et villages",
)


_NO_PDF = page("Page non trouvée", paragraphs=("Désolé, cette page est introuvable.",), kb=18)


_TITLES = tuple(enumerate(prose("p", 14, 1)))


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a page of excuses under the name of a PDF, as 200",
        fact="issue: an HTML error page under .pdf is not a PDF",
        url=_T.format("ANAP_Actes"),
        expected=V.SOFT_404,
        plain=seen(_T.format("ANAP_Actes"), _LOST),
        titles=("Actes de l'université d'été de Rennes",),
        answers=looks(sibling=seen(_T.format("kqzvwtjx"), _LOST)),
    ),
    Labelled(
        name="a page of excuses that even claims to be a PDF",
        fact="issue: by their magic; the body is HTML and says not found",
        url=_T.format("Synthese"),
        expected=V.SOFT_404,
        plain=seen(_T.format("Synthese"), _NO_PDF, headers=_PDF),
        titles=("Synthèse des ateliers",),
        answers=looks(sibling=seen(_T.format("kqzvwtjx"), _NO_PDF, headers=_PDF)),
    ),
    Labelled(
        name="a reader in HTML under the name of a PDF, with the right title",
        fact="french-web 2g: the reference's own title; the file is shown in the page",
        url=_L.format("rapport-2019-maires"),
        expected=V.OK,
        plain=seen(
            _L.format("rapport-2019-maires"),
            drupal(
                "Rapport 2019 sur la parole des maires",
                (
                    '<iframe src="/pdfjs/web/viewer.html?file=%2Frapport-2019.pdf"></iframe>',
                    *prose("maires", 3),
                ),
                site="Conseil national",
            ),
        ),
        titles=("Rapport sur la parole des maires",),
        answers=looks(sibling=absent(_L.format("rapport-2019-maires"))),
    ),
    Labelled(
        name="a login page instead of a PDF, without a redirect",
        fact="french-web 2e: a lone password form with little text",
        url=_L.format("note-interne-44"),
        expected=V.RESTRICTED,
        plain=seen(
            _L.format("note-interne-44"),
            bare(
                "Connexion - GED",
                "<form method=post action='/connexion'><h1>Identification</h1><p>Nom <input "
                "name=u></p><p>Mot de passe <input type=password name=p></p><button>Se connecter"
                "</button></form>",
                lang="fr",
            ),
        ),
        titles=("Note n° 44",),
        answers=looks(sibling=absent(_L.format("note-interne-44"))),
    ),
    Labelled(
        name="a PDF behind the single sign-on of a university",
        fact="french-web 2e: redirect to /cas/login with service= the original address",
        url=_L.format("these-dumont"),
        expected=V.RESTRICTED,
        plain=seen(
            "https://cas.conseil-national.org/cas/login?service=https%3A%2F%2Fged.conseil-national"
            ".org%2Fdocuments%2Fthese-dumont.pdf",
            webforms(
                "Service d'authentification", ("Entrez votre identifiant.",), site="CAS", kb=6
            ),
            via=((_L.format("these-dumont"), 302),),
        ),
        titles=("Thèse de M. Dumont",),
        answers=looks(sibling=absent(_L.format("these-dumont"))),
    ),
    Labelled(
        name="a PDF whose address leads to the page that presents it",
        fact="french-web 2f/2g: another page, same title: the document has moved there",
        url=_S.format("etude_gares"),
        expected=V.MOVED,
        plain=seen(
            "https://www.mobilites-rurales.org/publications/etude-gares",
            spip("Les petites gares : étude", ("Télécharger (PDF, 2,1 Mo).", *prose("g", 4))),
            via=((_S.format("etude_gares"), 301),),
        ),
        titles=("Les petites gares : étude",),
        answers=looks(sibling=absent("https://www.mobilites-rurales.org/publications/etude-gares")),
        accepted=also(V.DOUBTFUL, V.OK),
    ),
    Labelled(
        name="a PDF whose address leads to the list of all publications",
        fact="issue: a redirect to a list is soft_404",
        url=_S.format("etude_ports"),
        expected=V.SOFT_404,
        plain=seen(
            "https://www.mobilites-rurales.org/publications/",
            wordpress(
                "Publications",
                [f"<h3><a href='/p/{n}'>{t[:60]}</a></h3>" for n, t in _TITLES],
                site="Mobilités rurales",
            ),
            via=((_S.format("etude_ports"), 302),),
        ),
        titles=("Étude sur les petits ports de pêche",),
        answers=looks(
            sibling=seen(
                "https://www.mobilites-rurales.org/publications/",
                b"<title>Publications</title>",
                via=((_S.format("kqzvwtjx"), 302),),
            )
        ),
    ),
)
