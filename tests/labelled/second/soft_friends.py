"""False friends of the phrases in ordinary living pages, and dead pages with rare wordings."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.pages import PRESS, STATE, article, page
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, dead, living, one_site
from tests.labelled.second.templates_engines import spip, wordpress
from tests.labelled.second.templates_engines_old import table

_GOV = "https://www.affaires-locales.gouv.fr"
_PRESS = "https://www.depeche-mairies.fr"

CASES: tuple[Labelled, ...] = one_site(
    (
        dead(
            "ministry is sorry that the requested page was not found",
            "french-web 2f: page non trouvée, long polite wording in the main text",
            f"{_GOV}/politiques-publiques/ingenierie/boite-a-outils",
            page(
                "Nous sommes désolés",
                paragraphs=(
                    "La page demandée n’a pas été trouvée. Si vous avez tapé l’adresse web dans le "
                    "navigateur, vérifiez qu’elle est correcte. La page n’est peut-être plus "
                    "disponible.",
                    "Dans ce cas, pour continuer votre visite vous pouvez consulter notre page "
                    "d’accueil, ou effectuer une recherche avec notre moteur.",
                ),
                dress=STATE,
                kb=40,
            ),
            "Boîte à outils de l'ingénierie territoriale",
        ),
        living(
            "ministry page that says the tool kit is no longer in force",
            "false friend: a repealed document is still shown",
            f"{_GOV}/politiques-publiques/ingenierie/circulaire-2016",
            page(
                "Circulaire du 3 mai 2016 relative à l'ingénierie",
                paragraphs=(
                    "Ce document n'est plus en vigueur. Il reste consultable à titre d'archive.",
                    "<a href='/contenu/circulaire.pdf'>Télécharger la circulaire (PDF)</a>",
                ),
                dress=STATE,
                kb=40,
            ),
            "Circulaire du 3 mai 2016 relative à l'ingénierie territoriale",
        ),
        living(
            "press site says that this content is no longer online",
            "french-web 2f: ce contenu n'est plus en ligne, title equal to the site's",
            f"{_PRESS}/numerique/112233/des-open-data-de-village",
            page(
                "La Dépêche des mairies",
                h1="",
                paragraphs=("Ce contenu n'est plus en ligne.", "Lire nos derniers articles."),
                dress=PRESS,
                suffix="",
                kb=60,
            ),
            "Des open data de village",
            expected=K.SOFT_404,
        ),
        living(
            "press article that begins with Oups and speaks of a page",
            "french-web 2f: oups + page in an ordinary heading",
            f"{_PRESS}/numerique/112290/oups-la-page-facebook-du-maire-a-disparu",
            article("Oups, la page Facebook du maire a disparu", dress=PRESS, kb=60, og=True),
            "Oups, la page Facebook du maire a disparu",
        ),
        living(
            "press article on a video removed from a platform",
            "false friend: vidéo supprimée in the heading of an article",
            f"{_PRESS}/numerique/112301/video-supprimee-la-commune-perd-son-recours",
            article("Vidéo supprimée : la commune perd son recours", dress=PRESS, kb=60),
            "Vidéo supprimée : la commune perd son recours",
        ),
        living(
            "press survey of sites, Erreur 404 in the first words of the title",
            "issue: a living article about 404s",
            f"{_PRESS}/numerique/112340/erreur-404-un-site-de-mairie-sur-cinq-est-perime",
            article(
                "Erreur 404 : un site de mairie sur cinq est périmé", dress=PRESS, og=True, kb=80
            ),
            "Erreur 404 : un site de mairie sur cinq est périmé",
        ),
        living(
            "the same survey cited without a title",
            "issue: a living article about 404s, no witness given",
            f"{_PRESS}/numerique/112340/erreur-404-un-site-de-mairie-sur-cinq-est-perime?page=2",
            article(
                "Erreur 404 : un site de mairie sur cinq est périmé", dress=PRESS, og=True, kb=80
            ),
        ),
        living(
            "radio programme called Erreur 404 with a short summary",
            "false friend: a work's name, confirmed by the reference's title",
            "https://www.radio-clocher.org/emissions/erreur-404/",
            wordpress(
                "Radio Clocher",
                "Erreur 404",
                (
                    "Le magazine du numérique en campagne, un jeudi sur deux à 19 heures. Animé "
                    "par Solène et Karim depuis le café de la place.",
                ),
            ),
            "Erreur 404, le magazine du numérique en campagne (Radio Clocher)",
            accepted=(K.DOUBTFUL,),
        ),
        dead(
            "radio site has a real lost page with nearly the same heading",
            "french-web 2f: erreur 404; the reference's title is absent",
            "https://www.radio-clocher.org/emissions/la-veillee-du-mardi/",
            wordpress("Radio Clocher", "Erreur 404", ("Cette émission est introuvable.",)),
            "La veillée du mardi",
        ),
        living(
            "glossary entry of two lines for the word introuvable",
            "false friend: a short page with the word as its subject",
            "http://lexique.archives-du-val.org/i/introuvable.html",
            table(
                "Lexique des archivistes",
                "Introuvable",
                ("Se dit d'un document manquant en place lors du récolement. Voir : déficit.",),
            ),
            "Introuvable (Lexique des archivistes)",
        ),
        dead(
            "stub that says the page has a new address and gives a link",
            "issue: conventions; the document is not here, its new address is known",
            "http://www.reseau-haies.org/spip.php?article9",
            spip(
                "Réseau haies",
                "Cette page a été déplacée",
                (
                    "Cette page a été déplacée. Nouvelle adresse : "
                    "https://www.haies-et-bocages.org/planter-en-hiver",
                    "<a href='https://www.haies-et-bocages.org/planter-en-hiver'>Y aller</a>",
                ),
                doc="Cette page a été déplacée",
            ),
            "Planter en hiver",
            accepted=(K.MOVED, K.DOUBTFUL),
            sibling=spip("Réseau haies", "Erreur 404", ("Aucune page à cette adresse.",)),
        ),
        living(
            "help page of an intranet that lists error messages in few words",
            "false friend: quoted phrases in a short page about something else",
            "https://aide.cdg-hautpays.fr/messages",
            page(
                "Comprendre les messages affichés",
                paragraphs=(
                    "« Session expirée » : reconnectez-vous.",
                    "« Page introuvable » : la rubrique a changé de place, passez par le menu.",
                    "« Accès refusé » : demandez les droits à votre référent.",
                    prose("messages", 1, 3)[0],
                ),
                kb=8,
            ),
            "Comprendre les messages affichés par l'espace agents",
        ),
    )
)
