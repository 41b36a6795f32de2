"""Titles that are shorter, older, louder or gone."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, article
from tests.labelled.third.a_templates import drupal, wordpress
from tests.labelled.third.a_templates_apps import tables
from tests.labelled.third.a_templates_filler import english, paras, sane, teasers
from tests.labelled.wire import seen

_LAB = "http://www.lelab.pole-emploi.fr/"
_FRAMES = "http://www.ecomusee-du-perche.asso.fr/atlas/index.html"
_TEASER = (
    "https://www.depeche-des-mairies.fr/numerique/2019/les-intrapreneurs-du-pas-de-calais.html"
)
_WIKI = "https://wiki.labs-publics.net/wiki/Sprint_de_design"
_TEAM = "https://www.coop-numerique-du-sud.fr/equipe"
_CAPS = "http://www.sdis-formation-corse.fr/pages/retour_experience_2012.htm"
_GAZETTE = "https://www.lagazettedescommunes.com/537562/le-pas-de-calais-valorise-ses-agents-intrapreneurs/"
_ENGLISH = "https://www.observatoire-des-services-publics.eu/etudes/accueil-numerique"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a wiki page gained a longer title and an English subtitle",
        "issue 3: token recall; other words around do not matter",
        _WIKI,
        VerdictKind.OK,
        seen(
            _WIKI,
            drupal(
                "Wiki des labs",
                "Sprint de design (design sprint) — méthode en cinq jours",
                english("wiki", 2) + paras("wiki", 2),
            ),
        ),
        ("Le sprint de design",),
        sane(_WIKI),
    ),
    Labelled(
        "a cited page of a team carries quite other words than its label",
        "design 2: when the label is the librarian's own, the site's name bears it out",
        _TEAM,
        VerdictKind.OK,
        seen(
            _TEAM,
            wordpress("Coop numérique du Sud", "Qui sommes-nous ?", paras(_TEAM, 3)),
        ),
        ("La Coop numérique du Sud",),
        sane(_TEAM),
    ),
    Labelled(
        "an old table page writes the title in capitals without accents",
        "issue 3: the title is the best witness, whatever its case and accents",
        _CAPS,
        VerdictKind.OK,
        seen(
            _CAPS,
            tables(
                "Document sans titre",
                "<B>RETOUR D'EXPERIENCE : LES CRUES DE L'ETE 2012</B><P>" + paras(_CAPS, 3),
            ),
            headers={"content-type": "text/html", "server": "Apache/2.2.22"},
        ),
        ("Retour d’expérience. Les crues de l’été 2012",),
        sane(_CAPS),
    ),
    Labelled(
        "a Gazette article begins with the login pop-in and lives",
        "french-web 2a: the login pop-in stands on free articles too",
        _GAZETTE,
        VerdictKind.OK,
        seen(
            _GAZETTE,
            wordpress(
                "La Gazette des communes",
                "Le Pas-de-Calais valorise ses agents « intrapreneurs »",
                "<div class='modal' id='popin-login'>Déjà inscrit(e) ? <input type='password'> Mot "
                "de passe oublié ? Pas encore inscrit(e) ?</div>" + paras(_GAZETTE, 6),
                entries=300,
            ),
        ),
        ("Le Pas-de-Calais valorise ses agents « intrapreneurs » (LANGLOIS Géraldine)",),
        sane(_GAZETTE),
    ),
    Labelled(
        "a study's page became a general page of an agency in another language",
        "issue 3: title and language have nothing left of the reference: at least doubtful",
        _ENGLISH,
        VerdictKind.DOUBTFUL,
        seen(
            _ENGLISH,
            wordpress(
                "Northern Lights Consulting",
                "Grow your brand with us",
                english("brand", 2)
                + "<p>Book a call with our sales team and boost your conversion rate.</p>" * 4,
                lang="en-US",
            ),
        ),
        ("Accueil numérique et non-recours : une étude dans six départements",),
        sane(_ENGLISH),
        also(VerdictKind.PARKED),
    ),
    Labelled(
        "a press article was retitled by the newsroom",
        "french-web 2g: titles change a little; its number and most words stay",
        "https://www.depeche-des-mairies.fr/finances/2019/budget-participatif-41877.html",
        VerdictKind.OK,
        seen(
            "https://www.depeche-des-mairies.fr/finances/2019/budget-participatif-41877.html",
            article(
                "Budget participatif : ce que les habitants en ont fait, deux ans après",
                ("Deux ans après son lancement, le budget participatif a ses habitués.",),
                dress=PRESS,
                kb=80,
                after=teasers("bp", 6),
            ),
        ),
        ("Budget participatif : ce que les habitants en feront",),
        sane("https://www.depeche-des-mairies.fr/finances/2019/budget-participatif-41877.html"),
    ),
    Labelled(
        "a press article shows its first lines and keeps the rest for subscribers",
        "french-web 2e: il vous reste N % de cet article; the title confirms the page",
        _TEASER,
        VerdictKind.RESTRICTED,
        seen(
            _TEASER,
            wordpress(
                "La Dépêche des mairies",
                "Les intrapreneurs du Pas-de-Calais",
                paras(_TEASER, 1) + "<div class='mur'>Il vous reste 78\u00a0% de cet article à "
                "lire. <a href='/abo'>Abonnez-vous</a> dès 1 €. Déjà abonné ?</div>",
            ),
        ),
        ("Intrapreneurs (les) du Pas-de-Calais",),
        sane(_TEASER),
    ),
    Labelled(
        "the lab of Pôle emploi took the name of France Travail on its home page",
        "french-web 2b: body renamed France Travail; 2g: never call drift on a home page",
        _LAB,
        VerdictKind.OK,
        seen(
            _LAB,
            drupal(
                "France Travail", "Bienvenue au Lab", paras("francetravail", 3) + teasers("ft", 5)
            ),
        ),
        ("Pôle emploi",),
    ),
    Labelled(
        "an atlas of 1999 is a frameset with a title and nothing else",
        "issue 3: the title of the page is the reference's; frames are how it was made",
        _FRAMES,
        VerdictKind.OK,
        seen(
            _FRAMES,
            "<HTML><HEAD><TITLE>Atlas des métiers du Perche</TITLE></HEAD><FRAMESET COLS='20%,*'>"
            "<FRAME SRC='menu.html'><FRAME SRC='accueil.html'><NOFRAMES><BODY>Votre navigateur ne "
            "sait pas lire les cadres.</BODY></NOFRAMES></FRAMESET></HTML>".encode("cp1252"),
            headers={"content-type": "text/html"},
        ),
        ("Atlas des métiers du Perche",),
        sane(_FRAMES),
    ),
)
