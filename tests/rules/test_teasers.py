"""Texts cut short by a vendor's paywall or beside an offer, and free ones that look like them."""

import pytest
from tests.rules.made_pages import bare, page, served

from perenne.domain.verdicts import VerdictKind

URL = "https://www.exemple-presse.fr/2018/06/22/un-laboratoire"
GAZETTE = "https://www.lagazettedescommunes.com/591769/linnovation-au-sein-des-services/"
TITLE = "L’innovation au sein des services doit rester sincère"
VENDORS = {
    "poool": ("assets.poool.fr", '<div id="poool-widget"></div>'),
    "qiota": ("static.qiota.com", '<div id="qiota-paywall"></div>'),
    "tinypass": ("experience.tinypass.com", '<div class="tp-container-inner"></div>'),
    "piano": ("cdn-eu.piano.io", '<div class="piano-offer"></div>'),
    "zephr": ("assets.zephr.com", '<div class="zephr-wall"></div>'),
    "evolok": ("media.evolok.net", '<div id="evolok-meter"></div>'),
    "pelcro": ("js.pelcro.com", '<div id="pelcro-app"></div>'),
    "wallkit": ("cdn1.wallkit.net", '<div class="wallkit-widget"></div>'),
}


def _script(host: str) -> str:
    return f'<script async src="https://{host}/access.js"></script>'


@pytest.mark.parametrize("name", VENDORS)
def test_a_short_text_above_a_vendors_container_is_restricted(name: str) -> None:
    """The vendor fills the container; nothing else says so."""
    host, mark = VENDORS[name]
    verdict = served(URL, page(head=_script(host), body=mark, sentences=4))
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "paywall_sign")


@pytest.mark.parametrize("name", VENDORS)
def test_a_whole_article_of_a_vendors_customer_is_alive(name: str) -> None:
    """With the script, with the container even: free articles carry both."""
    host, mark = VENDORS[name]
    assert served(URL, page(head=_script(host), sentences=30)).kind is VerdictKind.OK
    assert served(URL, page(head=_script(host), body=mark, sentences=30)).kind is VerdictKind.OK


def test_a_brief_of_a_vendors_customer_is_alive() -> None:
    """The script alone, on a page that is short."""
    assert served(URL, page(head=_script("assets.poool.fr"), sentences=4)).kind is VerdictKind.OK


def test_a_visibly_cut_text_above_a_paywall_is_restricted() -> None:
    """Whoever sells it."""
    cut = '<p>La méthode est simple […]</p><div class="article-paywall"></div>'
    body = bare("x", f"<h1>Un laboratoire</h1>{cut}")
    assert served(URL, body).code == "paywall_sign"
    whole = bare("x", f"<h1>Un laboratoire</h1>{cut.replace(' […]', '.')}")
    assert served(URL, whole).kind is VerdictKind.OK


PAIRS = [
    "Déjà abonné ? Se connecter",
    "Je m’abonne à partir de 1 €",
    "Testez gratuitement notre offre d’essai",
    "Abonnez-vous, sans engagement",
    "S’abonner. Déjà inscrit(e) ?",
    "Testez gratuitement. Mot de passe oublié ?",
]


@pytest.mark.parametrize("offer", PAIRS)
def test_two_invitations_around_a_short_text_are_a_paywall(offer: str) -> None:
    """So they are below a longer one that breaks off."""
    mark = f"<p>La suite […]</p><p>{offer}</p>"
    long = bare("x", f"<h1>Un laboratoire</h1>{'<p>Une équipe de six agents.</p>' * 70}{mark}")
    for body in (page(body=f"<p>{offer}</p>", sentences=4), long):
        verdict = served(URL, body)
        assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "paywall_phrase")


@pytest.mark.parametrize("offer", PAIRS)
def test_two_invitations_beside_a_whole_article_decide_nothing(offer: str) -> None:
    """Every review invites its readers; its home page does on few words."""
    body = page(body=f"<p>{offer}</p>", sentences=30)
    assert served(URL, body).kind is VerdictKind.OK
    home = page(body=f"<p>{offer}</p>", sentences=4)
    assert served("https://www.exemple-presse.fr/", home).kind is VerdictKind.OK


@pytest.mark.parametrize(
    "offer",
    [
        "Abonnez-vous",
        "Déjà abonné ?",
        "Déjà inscrit(e) ? Se connecter. Mot de passe oublié ?",
        "Abonnez-vous à notre newsletter. Se connecter",
        "S’abonner à la lettre. Abonnez-vous à la lettre",
    ],
)
def test_one_invitation_or_none_decides_nothing(offer: str) -> None:
    """A login, a letter, a lone word, on a short free text."""
    assert served(URL, page(body=f"<p>{offer}</p>", sentences=4)).kind is VerdictKind.OK


FORM = '<form><input name="id"><input type="password" name="mdp"></form>'
AROUND = {
    "a pop-in": '<div class="popin-login"><p>Déjà inscrit(e) ?</p>{}Mot de passe oublié ?</div>',
    "a modal": '<div id="login-modal">{}</div>',
    "a dialog": "<dialog>{}</dialog>",
    "a header": "<header>{}</header>",
    "an aside": "<aside>{}</aside>",
}


@pytest.mark.parametrize("name", AROUND)
def test_a_short_free_article_below_a_login_is_alive(name: str) -> None:
    """Its heading is the cited one, and some lines of it are there."""
    article = f"<h1>{TITLE}</h1><p>Le directeur du laboratoire répond à cinq de nos questions.</p>"
    body = bare("La Gazette", AROUND[name].format(FORM) + article)
    assert served(GAZETTE, body, TITLE).kind is VerdictKind.OK


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1><p>Le directeur du laboratoire répond à cinq questions.</p>{FORM}",
        f'<h1>Connexion</h1><p>Identifiez-vous.</p><div class="popin">{FORM}</div>',
        f'<h1>{TITLE}</h1><div class="popin">{FORM}</div>',
        f'<div class="modal"><h1>{TITLE}</h1><p>Réservé à l’équipe. Merci.</p>{FORM}</div>',
    ],
    ids=["in its midst", "another heading", "no text", "the whole page"],
)
def test_a_page_that_is_a_login_is_restricted(body: str) -> None:
    """A form where the article would be, or nothing beside it."""
    verdict = served(GAZETTE, bare("La Gazette", body), TITLE)
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "login_form")
