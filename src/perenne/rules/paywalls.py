"""Pages that exist for subscribers or members. Expected of the press: no defect.

« Déjà inscrit ? », « Se connecter », « Mot de passe oublié ? » never decide by themselves: La
Gazette opens its login pop-in on free articles.
"""

from __future__ import annotations

import re

from perenne.domain.cases import Case
from perenne.domain.pages import Page
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import address, is_home
from perenne.rules.answers import Answer, conclude
from perenne.rules.looks import served_page
from perenne.rules.subscriber import sees_as_subscriber
from perenne.rules.teasers import offer_beside_teaser, vendor_mark
from perenne.rules.words import plain

_PAID_TIERS = {"locked", "metered", "premium", "paid"}
"""`article:content_tier` of Meta: free, metered or locked; premium is seen too."""

_IDS = {"poool-paywall", "article-reserve-aux-abonnes"}
"""Ids of the one element that closes an article (ophirofox; ftr-site-config)."""

_BESIDE_TITLE = {
    "paywall-abo",
    "p3-advanced-paywall",
    "box_protegee_abonne",
    "rcp_paid_only",
    "wc-memberships-content-restricted-message",
    "c-paywall-label",
    "article-premium",
    "article__premium--icon",
    "article__media--premium",
    "tlg-article-premium",
    "su-premium",
    "tag-premium",
    "badge-premium",
    "restrictblock",
}
"""Classes of closed articles: cards of other articles carry them too, so that they count beside
the heading, or around a text that is short."""

_SUBSCRIBERS = r"(?:nos |aux |a nos )?abonnee?s?(?:[.(-]e[.)-]?s?\)?)?"
_THE_REST = (
    r"(?:la suite|la totalite|l'integralite|l'ensemble|(?:l'|cet )article|ce contenu|"
    r"(?:tous )?nos (?:articles|contenus|archives))"
)
_CUT = re.compile(
    r"il vous reste [\d.,]+ ?% de (?:cet |l')article|la suite est reservee|"
    r"pour lire (?:la suite|l'integralite|la totalite) de (?:cet|l')? ?article|"
    rf"abonnez-vous pour (?:lire|y acceder|(?:acceder|profiter|consulter) (?:a |de )?{_THE_REST})|"
    r"connectez-vous pour lire la suite|"
    r"creez un compte gratuit pour lire|cet article est payant|lecture reservee|"
    r"l'abonnement .{0,40}est a usage individuel|"
    rf"cet? (?:article|contenu) est reserve (?:a |aux ){_SUBSCRIBERS}|"
    r"(?:subscribe|log in|sign in|register) to (?:continue|keep) reading|"
    r"to (?:continue|keep) reading(?: this article)?, (?:please )?(?:subscribe|log in|register)|"
    r"this (?:article|content|story) is (?:only )?(?:for|available to|reserved for|exclusive to) "
    r"(?:paid |paying )?(?:subscribers|members)|"
    r"(?:subscriber|member)s?[- ]only (?:article|content)|"
    r"already a subscriber\? (?:please )?(?:log|sign) in"
)
"""Sentences that cut an article short: one is enough, where the text is short or ends with it."""

_LABEL = re.compile(
    rf"(?<!, )reservee?s? (?:a |aux ){_SUBSCRIBERS}\b(?! (?:de|du|des) )|"
    r"(?<!\bun )(?<!\ble )(?<!\bdu )(?<!\bcet )(?:article|contenu) premium|"
    r"accedez a l'integralite de|vous lisez un article de la revue"
)
"""Labels that cards of other articles carry too: they count on a short text only, and not where
a sentence speaks of a service (« réservé aux abonnés de la médiathèque »)."""

_TEASER = 3_000
"""Characters. A longer main text is the article itself; what cuts it short stands at its end."""

_END = 800
_QUOTED = re.compile(r'"[^"]{,120}"')
"""What a text quotes, it does not say itself."""

_PROTECTED = re.compile(r"(?:contenu|article) protege|protege|protected")
"""What WordPress puts before the title of a post under a password."""

_OFFER = re.compile(r"abonne|offres?\b|tarifs?\b|boutique|souscri|subscri|pricing")
"""Addresses of offers: there nothing is cut short."""

_LONE_FORM = 1_500
_SOME_TEXT = 60
"""Characters beside the h1: a sentence, of an article that may be a few lines long."""

_MEMBERS = re.compile(
    r"reservee?s? (?:exclusivement |uniquement )?(?:aux|a nos|a ses) "
    r"(?:adherents|membres|inscrits|professionnels|agents|personnels|etudiants|utilisateurs)|"
    r"(?:merci de|veuillez) vous (?:identifier|connecter|authentifier)|identifiez-vous|"
    r"authentifiez-vous|acces (?:restreint|reserve)|(?:please|you must) (?:log|sign) in"
)
"""What stands above a login in place of the page."""

_TOP = 600
_LITTLE_BESIDE = 500
"""Characters, all in all and without the form, of a page that is a login and nothing else."""


def paywall(case: Case) -> Answer:
    """Behind a subscription, by what the page or the site declares, shows or says."""
    page = served_page(case)
    if page is None or page.accessible_for_free or page.content_tier == "free":
        return None
    declared = page.accessible_for_free is False or page.content_tier in _PAID_TIERS
    if declared and not sees_as_subscriber(case):
        return conclude(VerdictKind.RESTRICTED, "paywall", "paywall_declared")
    sign = _sign(case, page) or vendor_mark(page)
    if sign:
        return conclude(VerdictKind.RESTRICTED, "paywall", "paywall_sign", sign)
    phrase = _phrase(page) or _offer(case, page)
    return conclude(VerdictKind.RESTRICTED, "paywall", "paywall_phrase", phrase) if phrase else None


def login_form(case: Case) -> Answer:
    """A lone password field; a pop-in above a cited article is none."""
    page = served_page(case)
    if page is None or not page.password_field or page.accessible_for_free:
        return None
    if _PROTECTED.fullmatch(plain(page.h1 or page.title).partition(":")[0].strip()):
        return conclude(VerdictKind.RESTRICTED, "login_form", "login_form")
    lone = len(page.text) < _LONE_FORM and len(page.main_text) < _LITTLE_BESIDE
    if lone and page.password_aside and len(page.main_text) - len(page.h1) >= _SOME_TEXT:
        return None
    lone |= not page.password_aside and bool(_MEMBERS.search(plain(page.main_text[:_TOP])))
    return conclude(VerdictKind.RESTRICTED, "login_form", "login_form") if lone else None


def _sign(case: Case, page: Page) -> str:
    site = case.site
    hooks = page.classes & {*_IDS, *site.paywall_classes}
    hooks |= page.heading_classes & {*_BESIDE_TITLE, *site.paywall_near_title}
    if len(page.main_text) < _TEASER:
        hooks |= page.classes & _BESIDE_TITLE
    by_nature = site.restricted and not sees_as_subscriber(case)
    return min(hooks, default=site.host if by_nature else "")


def _phrase(page: Page) -> str:
    text = plain(page.main_text)
    short = len(text) < _TEASER
    said = _QUOTED.sub(" ", text if short else text[-_END:])
    found = _CUT.search(said) or (_LABEL.search(said) if short else None)
    return found[0] if found else ""


def _offer(case: Case, page: Page) -> str:
    """Return the words of an offer; a home page and a review's shop window always have some."""
    place = address(case.url)
    cited = any(_OFFER.search(segment.lower()) for segment in place.segments)
    home = is_home(place, case.site.home_paths)
    return "" if home or cited else offer_beside_teaser(page)
