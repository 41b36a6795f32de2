"""Free pages of the press, tempting with pop-ins, offers, and talk of subscriptions."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.b_templates import drupal, paras, sane, spip, tables, teasers, wordpress
from tests.labelled.third.b_templates_press import GAZETTE_LOGIN, OFFER, daily, ld
from tests.labelled.wire import seen

_GAZ = "http://www.lagazettedescommunes.com/569137/les-politiques-dinnovation-ont-surtout/"
_GAZ_S = _GAZ.replace("http:", "https:")
_DAILY = "https://www.lecourrierdesmarais.fr/edition-nord/2021-05-14/le-pont-ferme-une-nuit-88131"
_ABOUT = "https://medias-et-territoires.org/analyses/murs-payants-et-presse-locale"
_LIB = "https://mediatheque-des-deux-rives.fr/numerique/presse-en-ligne"
_OPEN = "https://journals.revues-ouvertes-sud.org/urbanites/2214"
_CONV = "https://theconversation.com/les-plateformes-dinnovation-outils-de-politique-97639"
_HORIZ = "https://www.horizonspublics.fr/territoires/france-burgy-en-matiere-dinnovation"
_METER = "https://hebdo-du-haut-pays.com/cantons/la-cantine-se-met-aux-legumineuses"
_OLD = "http://perso.lejournalduvillage.fr/archives/2003/abonnes.htm"

_GAZ_TITLE = "« Les politiques d’innovation ont surtout un impact managérial, très peu financier »"
_STRONG = """<p>« Cet article est réservé aux abonnés », « Il vous reste 80 % de cet article à
lire », « Abonnez-vous pour lire la suite » : trois formules, un même mur. Nous avons compté.</p>
<h2>Le cadenas gagne les rubriques locales</h2>"""

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a free article of the Gazette opens with its login pop-in",
        fact="french-web 2a: the pop-in stands on free articles too",
        url=_GAZ,
        expected=VerdictKind.OK,
        plain=seen(
            _GAZ_S,
            wordpress(
                _GAZ_TITLE,
                paras(_GAZ),
                site="La Gazette des communes",
                top=GAZETTE_LOGIN,
                sidebar=teasers("Emploi : les primes", "Cantines : le prix", extra="notYet"),
                kb=90,
            ),
            via=((_GAZ, 301),),
        ),
        titles=(_GAZ_TITLE,),
        answers=sane(_GAZ_S),
    ),
    Labelled(
        name="a free article of a marsh daily stands among locked ones",
        fact="french-web 2e: isAccessibleForFree true is respected; other articles do not count",
        url=_DAILY,
        expected=VerdictKind.OK,
        plain=seen(
            _DAILY,
            daily(
                "Le pont ferme une nuit",
                paras(_DAILY, 5),
                site="Le Courrier des marais",
                head=ld("NewsArticle", "Le pont ferme une nuit", "true"),
                column=teasers("Article réservé aux abonnés : la dette", "Réservé aux abonnés"),
                after=OFFER,
            ),
        ),
        titles=("Le pont ferme une nuit",),
        answers=sane(_DAILY),
    ),
    Labelled(
        name="an analysis of paywalls quotes the sentences of paywalls",
        fact="issue: an article about paywalls is a living page",
        url=_ABOUT,
        expected=VerdictKind.OK,
        plain=seen(
            _ABOUT,
            drupal(
                "Murs payants et presse locale",
                _STRONG + paras(_ABOUT, 9),
                site="Médias et territoires",
            ),
        ),
        titles=("Murs payants et presse locale",),
        answers=sane(_ABOUT),
    ),
    Labelled(
        name="a public library explains which newspapers its members may read at home",
        fact="issue: weak phrases never decide; the page itself is readable in full",
        url=_LIB,
        expected=VerdictKind.OK,
        plain=seen(
            _LIB,
            spip(
                "La presse en ligne",
                "<p>Avec votre carte, lisez 1 600 journaux sans avoir à vous abonner. Déjà inscrit "
                "à la médiathèque ? Munissez-vous du numéro de votre carte.</p>" + paras(_LIB, 4),
                site="Médiathèque des deux rives",
            ),
        ),
        titles=("Presse en ligne",),
        answers=sane(_LIB),
    ),
    Labelled(
        name="a freemium review shows the whole text and sells its PDF to institutions",
        fact="french-web 2e: restricted means the text is withheld; here it is there",
        url=_OPEN,
        expected=VerdictKind.OK,
        plain=seen(
            _OPEN,
            drupal(
                "Habiter les lisières",
                f"{paras(_OPEN, 18, 7)}<div class='formats'>Les formats PDF et ePub sont proposés "
                "aux usagers des institutions abonnées. <a href='/acces'>Votre institution est-elle"
                " abonnée ?</a></div>",
                site="Urbanités",
            ),
        ),
        titles=("Habiter les lisières",),
        answers=sane(_OPEN),
    ),
    Labelled(
        name="The Conversation is free and begs for its newsletter",
        fact="french-web 2b: free, the numeric end of the slug is the key",
        url=_CONV + "?utm_medium=email&utm_campaign=La%20lettre+CID_1",
        expected=VerdictKind.OK,
        plain=seen(
            _CONV + "?utm_medium=email&utm_campaign=La%20lettre+CID_1",
            daily(
                "Les plateformes d’innovation comme outils de politique publique",
                paras(_CONV, 12),
                site="The Conversation",
                after="<div class='inline-promo'>Abonnez-vous gratuitement à nos lettres. Chaque "
                "matin, des analyses d’universitaires.</div>",
                kb=100,
                foot="Soutenir une information indépendante",
            ),
        ),
        titles=("Les plateformes d'innovation comme outils de politique publique",),
        answers=sane(_CONV),
    ),
    Labelled(
        name="Horizons publics gives an interview and sells its magazine beside it",
        fact="french-web 2b: horizonspublics.fr is free and alive",
        url=_HORIZ,
        expected=VerdictKind.OK,
        plain=seen(
            _HORIZ,
            drupal(
                "France Burgy : « En matière d’innovation, il faut toujours se demander si »",
                paras(_HORIZ, 8) + f"<div class='promo'>{OFFER}</div>",
                site="Horizons publics",
                kb=50,
            ),
        ),
        titles=("France Burgy: « En matière d'innovation, il faut toujours se demander »",),
        answers=sane(_HORIZ),
    ),
    Labelled(
        name="a highland weekly marks a free article with the free content tier",
        fact="french-web 2e: content_tier free, offers at the foot are weak",
        url=_METER,
        expected=VerdictKind.OK,
        plain=seen(
            _METER,
            wordpress(
                "La cantine se met aux légumineuses",
                paras(_METER, 5),
                site="Hebdo du haut pays",
                head='<meta property="article:content_tier" content="free">',
                after=OFFER + "<p>Connectez-vous pour publier un commentaire.</p>",
            ),
        ),
        titles=("La cantine se met aux légumineuses",),
        answers=sane(_METER),
    ),
    Labelled(
        name="a village paper of 2003 thanks its subscribers in Latin letters",
        fact="issue: cp1252 pages without doctype are common; a page about subscribers lives",
        url=_OLD,
        expected=VerdictKind.OK,
        plain=seen(
            _OLD,
            tables(
                "Le mot aux abonnés",
                "<P>L’été fut sec, mais vos abonnements ont plu : 412 cette année.</P>"
                + paras(_OLD, 4),
                site="Le Journal du village",
            ),
            headers={"content-type": "text/html"},
        ),
        titles=("Le mot aux abonnés",),
        answers=sane(_OLD),
    ),
)
