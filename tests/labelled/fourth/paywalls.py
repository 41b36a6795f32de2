"""Articles behind a subscription, and free ones amid offers to subscribe."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import text
from tests.labelled.labelled import Labelled
from tests.labelled.wire import absent, looks, seen

_JSON = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
    '"headline":"%s","isAccessibleForFree":%s,"publisher":{"@type":"Organization","name":"P"}}'
    "</script>"
)
_POPIN = (
    '<div id="popinLogin" class="popin" style="display:none"><p>Déjà inscrit(e) ?</p><form action='
    '"/login"><input name="log"><input type="password" name="pwd"><a href="/mdp">Mot de passe '
    "oublié ?</a><p class='err'>Identifiant et/ou mot de passe non valides</p></form><p>Pas encore "
    "inscrit(e) ? Inscrivez-vous pour accéder aux services de LaGazette.fr</p></div>"
)
_GAZ = "https://www.lagazettedescommunes.com"
_LDC = "http://www.lettreducadre.fr/article/la-transfo-en-bourgogne.48211"
_ECHO = "https://www.echo-du-morvan.example"
_MON = "https://www.le-courrier-des-ateliers.example"
_NET = "https://www.contexte-local.example"


def _shut(name: str, url: str, body: bytes, title: str, fact: str) -> Labelled:
    return Labelled(
        name, fact, url, K.RESTRICTED, seen(url, body), (title,), looks(sibling=absent(url))
    )


def _free(name: str, url: str, body: bytes, title: str, fact: str) -> Labelled:
    return Labelled(name, fact, url, K.OK, seen(url, body), (title,), looks(sibling=absent(url)))


def _teaser(seed: str, notice: str) -> str:
    return text(seed, 1)[:280] + f" […]</p>{notice}"


CASES: tuple[Labelled, ...] = (
    _shut(
        "a Gazette article marked as not yet open beside its heading",
        f"{_GAZ}/598200/recruter-des-designers/",
        skins.wordpress(
            "Recruter des designers",
            _POPIN + _teaser("gaz", ""),
            site="La Gazette des communes",
            comments=False,
            near_h1='<span class="notYet">Réservé</span>',
        ),
        "Recruter des designers",
        "french-web 2a: .notYet among the siblings of h1",
    ),
    _free(
        "a free Gazette article with its login pop-in and locked articles in the sidebar",
        f"{_GAZ}/598301/la-nievre-ouvre-son-labo/",
        skins.wordpress(
            "La Nièvre ouvre son labo",
            _POPIN + text("nievre"),
            site="La Gazette des communes",
            aside=('<span class="notYet">Le budget des labos</span>',),
        ),
        "La Nièvre ouvre son labo",
        "french-web 2a: the pop-in must never mean paywall",
    ),
    _shut(
        "a Lettre du cadre teaser",
        _LDC,
        skins.typo3(
            "La Transfo en Bourgogne",
            _teaser(
                "transfo",
                "<p>Pour lire l'intégralité de "
                "cet article, abonnez-vous à La Lettre du Cadre - édition Abonné</p><p>Déjà "
                "abonné ?</p>",
            ),
            site="La Lettre du cadre",
        ),
        "La Transfo en Bourgogne",
        "french-web 2b: the paywall text of Lettre du cadre",
    ),
    _free(
        "a Lettre du cadre article given in full",
        "http://www.lettreducadre.fr/article/un-maire-et-ses-agents.48300",
        skins.typo3(
            "Un maire et ses agents",
            text("maire2") + "<p>Testez gratuitement La Lettre du Cadre</p>",
            site="La Lettre du cadre",
        ),
        "Un maire et ses agents",
        "french-web 2e: weak phrases never decide alone",
    ),
    _shut(
        "a local daily declares its article not free, in JSON-LD",
        f"{_ECHO}/territoires/le-train-des-metiers-51002.html",
        skins_other.press(
            "Le train des métiers",
            _teaser("train", "<div class='offre'>Dès 1 €, sans engagement</div>"),
            head=_JSON % ("Le train des métiers", "false"),
        ),
        "Le train des métiers",
        "french-web 2e: isAccessibleForFree false",
    ),
    _free(
        "the daily declares another article free, amid the same offers",
        f"{_ECHO}/territoires/le-bac-de-la-loire-51010.html",
        skins_other.press(
            "Le bac de la Loire", text("bac"), head=_JSON % ("Le bac de la Loire", "true")
        ),
        "Le bac de la Loire",
        "issue 3: true is respected",
    ),
    _shut(
        "a magazine spells False with a capital and quotes",
        f"{_MON}/2018/11/relier-a-neuf/",
        skins.wordpress(
            "Relier à neuf", _teaser("relier", ""), head=_JSON % ("Relier à neuf", '"False"')
        ),
        "Relier à neuf",
        "issue 3: all spellings of isAccessibleForFree",
    ),
    _shut(
        "a professional letter locks its article in microdata",
        f"{_NET}/2019/dotations-le-detail",
        skins.drupal7(
            "Dotations : le détail",
            '<div itemscope itemtype="https://schema.org/'
            'NewsArticle"><meta itemprop="isAccessibleForFree" content="http://schema'
            '.org/False"/>' + _teaser("dot", "</div>"),
            site="Contexte local",
        ),
        "Dotations : le détail",
        "issue 3: microdata and spellings",
    ),
    _free(
        "the professional letter's free brief in microdata",
        f"{_NET}/2019/breve-eau",
        skins.drupal7(
            "L'eau en régie",
            '<div itemscope itemtype="https://schema.org/'
            'NewsArticle"><meta itemprop="isAccessibleForFree" content="True"/>'
            + text("eau", 2)
            + "</div>",
            site="Contexte local",
        ),
        "L'eau en régie",
        "issue 3: true is respected",
    ),
    _shut(
        "a weekly says that eighty per cent remain to be read",
        f"{_ECHO}/politique/le-pacte-du-canton-51300.html",
        skins_other.press(
            "Le pacte du canton",
            _teaser(
                "pacte",
                "<div class='bloc-abo'><b>Il "
                "vous reste 80 % de cet article à lire.</b> Choisissez votre formule."
                "</div>",
            ),
        ),
        "Le pacte du canton",
        "french-web 2e: il vous reste N % de cet article à lire",
    ),
    _shut(
        "a civil servants' journal hides its article behind Qiota",
        "https://acteurspublics.fr/articles/lattractivite-par-le-design/",
        skins.divi(
            "L'attractivité par le design",
            _teaser("attr", '<div id="qiota-paywall"></div>'),
            site="Acteurs publics",
            head='<script src="https://static.qiota.com/v2.js"></script>',
        ),
        "L'attractivité par le design",
        "french-web 2b: #qiota-paywall",
    ),
    _shut(
        "a country paper's Poool wall",
        f"{_ECHO}/agriculture/le-prix-du-lait-51400.html",
        skins_other.press(
            "Le prix du lait",
            _teaser(
                "lait",
                '<div id="poool-paywall"></div>'
                '<script src="https://assets.poool.fr/access.min.js"></script>',
            ),
        ),
        "Le prix du lait",
        "french-web 2e: #poool-paywall",
    ),
    _shut(
        "a magazine's content tier is locked",
        f"{_MON}/2019/01/le-papier-japon/",
        skins.wordpress(
            "Le papier japon",
            _teaser("japon", ""),
            head='<meta property="article:content_tier" content="locked" />',
        ),
        "Le papier japon",
        "issue 3: content_tier",
    ),
    _free(
        "the magazine's free tier with subscription buttons",
        f"{_MON}/2019/02/la-colle-de-pate/",
        skins.wordpress(
            "La colle de pâte",
            text("colle") + "<p><a href='/abo'>Je m'abonne</a> "
            "<a href='/abo'>S'abonner</a> Déjà abonné ? Se connecter</p>",
            head='<meta property="article:content_tier" content="free" />',
        ),
        "La colle de pâte",
        "french-web 2e: weak phrases, free tier",
    ),
    _shut(
        "an association of archivists keeps the minutes for its members",
        "https://www.archivistes-du-centre.example/comptes-rendus/2018-06/",
        skins.joomla(
            "Compte rendu de juin 2018",
            "<p>Ce contenu est réservé aux adhérents. Connectez-vous pour lire la suite.</p>",
            site="Archivistes du Centre",
        ),
        "Compte rendu de juin 2018",
        "french-web 2e: connectez-vous pour lire la suite",
    ),
    _free(
        "the archivists' open page says that the annuaire is for members",
        "https://www.archivistes-du-centre.example/qui-sommes-nous/",
        skins.joomla(
            "Qui sommes-nous ?",
            text("qui", 4) + "<p>L'annuaire complet reste réservé aux adhérents.</p>",
            site="Archivistes du Centre",
        ),
        "Qui sommes-nous ?",
        "issue 3: the page itself is open",
    ),
    _shut(
        "a review wants a free account before it shows the end",
        f"{_NET}/enquete/les-halles",
        skins.drupal10(
            "Les halles, une enquête",
            _teaser(
                "halles",
                "<div class='wall'>Créez un "
                "compte gratuit pour lire la suite de cet article.</div>",
            ),
        ),
        "Les halles, une enquête",
        "french-web 2e: créez un compte gratuit pour lire",
    ),
    _free(
        "a media scholar's article on paywalls quotes their phrases",
        "https://carnet.medias-locaux.example/2018/murs-payants/",
        skins.wordpress(
            "« Réservé aux abonnés » : la presse locale et ses murs payants", text("murs", 9)
        ),
        "« Réservé aux abonnés » : la presse locale et ses murs payants",
        "issue 3: beside every rule, a living article about the subject",
    ),
    _free(
        "a free local article beside most-read ones for subscribers",
        f"{_ECHO}/sport/la-piscine-rouvre-51555.html",
        skins_other.press(
            "La piscine rouvre",
            text("piscine"),
            extra=(
                "Réservé aux abonnés – Le maire se confie",
                "Article réservé aux abonnés : l'usine",
            ),
        ),
        "La piscine rouvre",
        "french-web 2e: phrases count in the main text",
    ),
    _free(
        "the cited page is the paper's own page of subscription offers",
        f"{_ECHO}/abonnement/offres",
        skins_other.press(
            "Nos offres d'abonnement",
            "<p>Abonnez-vous à L'Écho : formule papier, "
            "formule numérique, formule intégrale à partir de 1 € par mois, sans "
            "engagement.</p>" + text("offres", 3),
        ),
        "L'Écho du Morvan : offres d'abonnement",
        "design 2: the page looks like itself",
    ),
)
