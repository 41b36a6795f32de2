"""Pages for subscribers, and free pages that look like them."""

import json

import pytest
from tests.rules.made_pages import bare, page, served

from perenne.domain.verdicts import VerdictKind

URL = "https://www.exemple-presse.fr/2018/06/22/un-laboratoire"
GAZETTE = "https://www.lagazettedescommunes.com/591769/linnovation-au-sein-des-services/"
ARCHIVES = "http://archives.lagazettedescommunes.com/35745315/-ew-labo-ew-cluster"
ACTEURS = "https://acteurspublics.fr/articles/un-laboratoire/"

POPIN = """<div class="popin-login"><p>Déjà inscrit(e) ?</p><form action="/login">
<input name="id"><input type="password" name="mdp"></form><p>Mot de passe oublié ?</p>
<p>Pas encore inscrit(e) ? Inscrivez-vous pour accéder aux services.
M’inscrire gratuitement</p></div>"""


def _json_ld(value: object) -> str:
    data = {"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": value}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize("value", [False, "False", "false", "http://schema.org/False", 0])
def test_an_article_that_declares_itself_closed_is_restricted(value: object) -> None:
    """schema.org isAccessibleForFree, in every spelling."""
    verdict = served(URL, page(head=_json_ld(value)))
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "paywall_declared")


@pytest.mark.parametrize("tier", ["locked", "metered", "premium"])
def test_a_tier_for_subscribers_is_restricted(tier: str) -> None:
    """Meta's article:content_tier."""
    head = f'<meta property="article:content_tier" content="{tier}">'
    assert served(URL, page(head=head)).code == "paywall_declared"


def test_an_article_that_declares_itself_free_is_alive() -> None:
    """Whatever its cards, forms and labels say."""
    body = f"{POPIN}<p class='paywall-abo'>Article réservé aux abonnés</p>"
    assert served(URL, page(head=_json_ld(True), body=body, sentences=3)).kind is VerdictKind.OK
    head = '<meta property="article:content_tier" content="free">'
    assert served(URL, page(head=head, body=body)).kind is VerdictKind.OK


@pytest.mark.parametrize(
    ("url", "body"),
    [
        (URL, '<div id="poool-paywall"></div>'),
        (URL, '<aside id="article-reserve-aux-abonnes"></aside>'),
        (URL, '<div class="paywall-abo"></div>'),
        (URL, '<div class="box_protegee_abonne"></div>'),
        (URL, '<p class="rcp_paid_only"></p>'),
        (URL, '<div class="wc-memberships-content-restricted-message"></div>'),
        (URL, '<div class="p3-advanced-paywall"></div>'),
        (ACTEURS, '<div id="qiota-paywall"></div>'),
        (GAZETTE, '<span class="label notYet">Abonnés</span>'),
        ("https://www.courrierdesmaires.fr/1/x/", '<div class="encartEssai"></div>'),
        ("https://www.usinenouvelle.com/article/x", '<p class="c-paywall-label"></p>'),
    ],
)
def test_a_closed_article_is_known_by_the_hook_of_its_site(url: str, body: str) -> None:
    """Elements that only closed articles carry."""
    verdict = served(url, page(body=body))
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "paywall_sign")


@pytest.mark.parametrize(
    "phrase",
    [
        "Cet article est réservé aux abonnés",
        "Cet article est réservé à nos abonnés",
        "Ce contenu est réservé aux abonné·e·s",
        "Réservé à nos abonné.e.s",
        "La suite est réservée aux abonnés",
        "Pour lire l’intégralité de cet article, abonnez-vous à la revue",
        "Pour lire la totalité de cet article, abonnez-vous",
        "Pour lire la suite de cet article",
        "Il vous reste 73,5 % de cet article à lire",
        "Il vous reste 80% de l’article à lire",
        "Abonnez-vous pour lire la suite",
        "Abonnez-vous pour accéder à l’ensemble du site",
        "Connectez-vous pour lire la suite",
        "Créez un compte gratuit pour lire la suite",
        "Cet article est payant",
        "Lecture réservée",
        "Article premium",
        "Accédez à l’intégralité de nos contenus",
        "Vous lisez un article de la revue n° 5903 — Pas encore abonné",
        "L’abonnement à ce journal est à usage individuel",
        "Contenu réservé aux abonnés",
    ],
)
def test_a_teaser_is_known_by_the_sentence_that_cuts_it(phrase: str) -> None:
    """One is enough, after two paragraphs of the article."""
    verdict = served(URL, page(body=f"<p>{phrase}</p>", sentences=4))
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "paywall_phrase")


def test_a_subscribers_archive_is_restricted_by_nature() -> None:
    """The dossiers that cite it say so themselves."""
    verdict = served(ARCHIVES, page("Labo, cluster... qu’importe le nom", sentences=3))
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "paywall_sign")


LIVING = {
    "the Gazette's free article with its login pop-in": (GAZETTE, page(body=POPIN)),
    "a short free article with a pop-in": (GAZETTE, page(body=POPIN, sentences=12)),
    "the Gazette's list of other articles": (
        GAZETTE,
        page(body='<div class="related"><p class="notYet">Abonnés</p></div>'),
    ),
    "weak words beside a whole article": (
        URL,
        page(body="<p>Déjà abonné ? Se connecter. Sans engagement. Je m’abonne.</p>"),
    ),
    "a long article beside closed ones": (
        URL,
        page(body="<ul><li>Réservé aux abonnés : le budget</li></ul>", sentences=60),
    ),
    "a reserved car park": (URL, page(body="<p>Un parking réservé aux agents.</p>", sentences=4)),
    "another site's hook": (URL, page(body='<span class="notYet">bientôt</span>')),
}


@pytest.mark.parametrize("name", LIVING)
def test_a_free_page_that_resembles_them_is_alive(name: str) -> None:
    """Login pop-ins, cards of other articles and calls to subscribe decide nothing."""
    url, body = LIVING[name]
    assert served(url, body).kind is VerdictKind.OK


def test_a_lone_login_form_is_restricted() -> None:
    """Nothing else is on the page."""
    form = '<form><label>Mot de passe</label><input type="Password"></form>'
    verdict = served(URL, bare("Extranet", f"<h1>Extranet</h1>{form}"))
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "login_form")


def test_a_page_for_the_missing_is_not_for_subscribers() -> None:
    """« Page introuvable » wins over the label beside it."""
    body = page("Page introuvable", body="<p>Réservé aux abonnés</p>", sentences=1)
    assert served(URL, body).kind is VerdictKind.SOFT_404
