"""Redirects that lead away from the document: to a login, to the home page, to a list."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

from perenne.domain.cases import Case
from perenne.domain.verdicts import VerdictKind
from perenne.rules.addresses import Address, is_home, same_document
from perenne.rules.answers import Answer, conclude
from perenne.rules.hops import Journey, journey
from perenne.rules.looks import served_page
from perenne.rules.witness import confirmed_by_heading

_LOGIN = re.compile(
    r"log-?in|sign-?in|connexion|se-connecter|identification|authentification|auth|sso|saml2?|"
    r"oauth2?|openid|wp-login\.php|shibboleth\.sso|idp|realms|cas|mon-compte|"
    r"espace-(?:abonnes?|client|membres?)|abonnement|s-abonner|authwall|wayf|discofeed"
)
_LOGIN_HOST = re.compile(
    r"(?:login|sso|auth|cas|idp|accounts?|connexion|identification|wayf|discovery|shibboleth)[\d-]*"
)
_RETURN_KEYS = {
    "next",
    "returnurl",
    "return_to",
    "redirect_to",
    "redirect",
    "destination",
    "service",
    "relaystate",
    "continue",
    "back_url",
    "came_from",
    "target",
    "return",
    "sessionredirect",
}
_ERROR_PATH = re.compile(
    r"(?:error|erreur)?[-_]?404(?:\.\w+)?|(?:page-)?not-?found(?:\.\w+)?|page-introuvable|"
    r"page-non-trouvee|page-inexistante"
)
"""wikimedia/DeadlinkChecker counts /404.htm, /404/ and notfound as dead; and their French."""

_LIST = re.compile(
    r"actualites?|actus?|news|articles?|recherche|search|categor(?:y|ie|ies)|rubriques?|tags?|blog|"
    r"archives?|publications?|dossiers|cours|courses|formations?|catalogue|etablissements|"
    r"organi[sz]ations|agenda|evenements|ressources|liste|sitemap|plan-du-site|annonces|offres|"
    r"emplois?|jobs|documents?|docs|telechargements?|downloads|datasets|resultats?|results|"
    r"toutes-les-\w+|tous-les-\w+"
)
_SEARCH_KEYS = {"s", "q", "query", "search", "recherche", "keywords", "search_api_fulltext"}
_FAR = 2


def redirect_login(case: Case) -> Answer:
    """Sent to a login: there is something, for those who have an account."""
    way = journey(case)
    if way is None or way.stayed or _asks_login(way.start):
        return None
    if _asks_login(way.end) or _returns_to(way):
        return conclude(VerdictKind.RESTRICTED, "redirect_login", "redirect_login", way.end.shown)
    return None


def redirect_away(case: Case) -> Answer:
    """Sent from a document to an error page, a home page or a list: it is lost.

    Unless the title of the page found is the cited one.
    """
    way = journey(case)
    if way is None or way.stayed or is_home(way.start, case.site.home_paths):
        return None
    code = _away(case, way)
    page = served_page(case)
    # A search shows the words that it was given.
    shown = page and not way.unseen and not _is_search(way.end)
    if not code or (shown and page and confirmed_by_heading(case, page)):
        return None
    kind = VerdictKind.DOUBTFUL if code == "redirect_parent" else VerdictKind.SOFT_404
    return conclude(kind, "redirect_away", code, way.end.shown)


def _away(case: Case, way: Journey) -> str:
    """Return the code of what the redirect leads to, "" where it may be the document."""
    if _names_error(way.end) and not _names_error(way.start):
        return "redirect_error_page"
    if _is_search(way.end) and not _is_search(way.start):
        return "redirect_list"
    if same_document(way.start, way.end):
        return ""
    if is_home(way.end, case.site.home_paths):
        return "redirect_home"
    if _is_list(way.end, case.site.list_paths):
        return "redirect_list"
    return _parent(way.start, way.end)


def _parent(start: Address, end: Address) -> str:
    """Tell a redirect to an ancestor: two levels up is a list, one level up may be a merger."""
    depth = len(end.segments)
    if start.host != end.host or start.segments[:depth] != end.segments:
        return ""
    climbed = len(start.segments) - depth
    return "redirect_list" if climbed >= _FAR else "redirect_parent" if climbed else ""


def _asks_login(place: Address) -> bool:
    on_path = any(_LOGIN.fullmatch(segment.lower()) for segment in place.segments)
    return on_path or any(_LOGIN_HOST.fullmatch(label) for label in place.host.split(".")[:-2])


def _returns_to(way: Journey) -> bool:
    """Tell whether the new address carries the old path, to come back to after a login."""
    pairs = (part.partition("=") for part in way.end.query)
    return any(
        key.lower() in _RETURN_KEYS
        and len(way.start.path) > 1
        and way.start.path in _decoded(value)
        for key, _, value in pairs
    )


def _decoded(value: str) -> str:
    return unquote_plus(unquote_plus(value))


def _names_error(place: Address) -> bool:
    return any(_ERROR_PATH.fullmatch(segment.lower()) for segment in place.segments[-1:])


def _is_list(place: Address, list_paths: tuple[str, ...]) -> bool:
    if place.path in {path.rstrip("/") for path in list_paths}:
        return True
    if _is_search(place):
        return True
    return bool(place.segments and _LIST.fullmatch(place.segments[-1].lower()))


def _is_search(place: Address) -> bool:
    return any(part.partition("=")[0].lower() in _SEARCH_KEYS for part in place.query)
