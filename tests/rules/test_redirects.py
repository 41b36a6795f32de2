"""Where redirects lead: to the same page, to the document elsewhere, or away from it."""

import pytest
from tests.rules.made_pages import answer, case, hop, page, redirected, settle

from perenne.domain.cases import AskKind
from perenne.domain.verdicts import VerdictKind

SITE = "https://www.exemple-ville.fr"
SLUG = "un-laboratoire-pour-la-ville"
OLD = f"{SITE}/dossiers/2018/{SLUG}"
TITLE = "Un laboratoire pour la ville : trois ans après"
OTHER = page("Toutes nos publications", sentences=12)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("http://www.exemple-ville.fr/page", "https://www.exemple-ville.fr/page"),
        ("https://exemple-ville.fr/page", "https://www.exemple-ville.fr/page"),
        ("https://www.exemple-ville.fr/page", "https://www.exemple-ville.fr/page/"),
        ("https://www.exemple-ville.fr/a/index.php", "https://www.exemple-ville.fr/a/"),
        ("https://www.exemple-ville.fr/", "https://www.exemple-ville.fr/fr/"),
        ("https://www.exemple-ville.fr/", "https://www.exemple-ville.fr/fr/accueil"),
        ("https://www.exemple-ville.fr/page?utm_source=x", "https://www.exemple-ville.fr/page"),
        (f"{OLD}/?abo=1", f"{OLD}/"),
        ("https://www.exemple-ville.fr/page?id=3", "https://www.exemple-ville.fr/page?id=3&l=fr"),
    ],
)
def test_a_redirect_to_the_same_page_is_no_news(start: str, end: str) -> None:
    """Scheme, www, a slash, index, a language's home page: nothing to tell anybody."""
    verdict = settle(case(start, redirected(start, end, page())))
    assert (verdict.kind, verdict.notes) == (VerdictKind.OK, ())


@pytest.mark.parametrize(
    "new",
    [
        f"{SITE}/articles/{SLUG}/",
        f"{SITE}/fr/{SLUG}.html",
        f"https://archives.autre-nom.fr/2018/{SLUG}",
        f"{SITE}/articles/un-labo-pour-la-ville-laboratoire",
        "https://nouveau-nom.fr/dossiers/2018/" + SLUG,
    ],
)
def test_a_permanent_redirect_that_keeps_the_slug_is_a_move(new: str) -> None:
    """The new address is known: it can be mended."""
    verdict = settle(case(OLD, redirected(OLD, new, page("Sans rapport"))))
    assert (verdict.kind, verdict.moved_to) == (VerdictKind.MOVED, new)
    assert verdict.evidence[0].fact == new


def test_a_slug_may_lose_the_hyphen_of_an_elision() -> None:
    """Acteurs publics writes letat where it wrote l-etat."""
    old = "https://www.exemple.fr/2018/06/22/l-innovation-d-etat"
    new = "https://exemple.fr/articles/linnovation-detat/"
    assert settle(case(old, redirected(old, new, page()))).kind is VerdictKind.MOVED


def test_a_permanent_redirect_that_keeps_the_number_is_a_move() -> None:
    """The Conversation's addresses end with the number that counts."""
    old = f"{SITE}/15225/la-transfo/"
    new = f"{SITE}/article/autre-chose.15225"
    assert settle(case(old, redirected(old, new, OTHER))).kind is VerdictKind.MOVED


def test_a_year_is_no_identifier() -> None:
    """Both addresses hold 2018, which proves nothing."""
    new = f"{SITE}/budget/2018/annexe-comptable"
    verdict = settle(case(OLD, redirected(OLD, new, OTHER), TITLE))
    assert verdict.kind is VerdictKind.DOUBTFUL


def test_a_permanent_redirect_to_a_page_with_the_cited_title_is_a_move() -> None:
    """Nothing of the address is left, the title is."""
    new = f"{SITE}/node/77"
    verdict = settle(case(OLD, redirected(OLD, new, OTHER), TITLE))
    assert verdict.kind is VerdictKind.DOUBTFUL
    verdict = settle(case(OLD, redirected(OLD, new, page(TITLE)), "Autre chose ici", TITLE))
    assert verdict.kind is VerdictKind.MOVED


def test_the_words_of_an_address_bear_witness_where_no_title_is_known() -> None:
    """A bare URL was checked: its own slug says what it was about."""
    new = f"{SITE}/node/77"
    verdict = settle(case(OLD, redirected(OLD, new, page("Le laboratoire, la ville"))))
    assert verdict.kind is VerdictKind.MOVED
    assert settle(case(OLD, redirected(OLD, new, OTHER))).kind is VerdictKind.DOUBTFUL


def test_a_site_is_trusted_with_addresses_that_say_nothing() -> None:
    """/node/1 to a speaking address of the same site, no title known."""
    old = f"{SITE}/node/1"
    on_site = redirected(old, f"{SITE}/vie-municipale/les-marches", OTHER)
    elsewhere = redirected(old, "https://autre.fr/vie/les-marches", OTHER)
    assert settle(case(old, on_site)).kind is VerdictKind.MOVED
    assert settle(case(old, elsewhere)).kind is VerdictKind.DOUBTFUL


def test_a_shortener_leads_to_a_move() -> None:
    """That is all it is for."""
    verdict = settle(case("https://bit.ly/2xYz", redirected("https://bit.ly/2xYz", OLD, OTHER)))
    assert (verdict.kind, verdict.moved_to) == (VerdictKind.MOVED, OLD)


def test_a_shortener_may_lead_to_a_page_that_names_its_subject_otherwise() -> None:
    """Some words of the title are enough there; not one is too few."""
    way = redirected("https://bit.ly/2xYz", OLD, page("Un rapport sur le laboratoire de Nantes"))
    near = settle(case("https://bit.ly/2xYz", way, "Le laboratoire nantais, dix ans après"))
    far = settle(case("https://bit.ly/2xYz", way, "Piscines publiques : qui paiera demain ?"))
    assert (near.kind, far.kind) == (VerdictKind.MOVED, VerdictKind.DOUBTFUL)


def test_a_home_page_moves_to_the_new_home_page() -> None:
    """Another domain, permanently."""
    start = "https://www.ancien-nom.fr/"
    verdict = settle(case(start, redirected(start, "https://nouveau.fr/fr/", page())))
    assert (verdict.kind, verdict.moved_to) == (VerdictKind.MOVED, "https://nouveau.fr/fr/")


def test_a_directory_may_become_a_host() -> None:
    """/lab is now lab.exemple-ville.fr: its home page is the document."""
    verdict = settle(
        case(f"{SITE}/lab", redirected(f"{SITE}/lab", "https://lab.exemple-ville.fr/", page()))
    )
    assert verdict.kind is VerdictKind.MOVED


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_temporary_redirect_to_the_document_is_alive(status: int) -> None:
    """The cited address is still the right one."""
    new = f"{SITE}/articles/{SLUG}/"
    assert settle(case(OLD, redirected(OLD, new, page(), status))).kind is VerdictKind.OK


def test_only_the_permanent_part_of_a_journey_is_a_move() -> None:
    """308 to the new place, then 302 to today's version."""
    middle, end = f"{SITE}/articles/{SLUG}", f"{SITE}/articles/{SLUG}?v=3"
    exchange = answer(end, page(), through=(hop(OLD, 308), hop(middle, 302)))
    assert settle(case(OLD, exchange)).moved_to == middle


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize(
    ("end", "code"),
    [
        (f"{SITE}/", "redirect_home"),
        (f"{SITE}/fr/", "redirect_home"),
        (f"{SITE}/en", "redirect_home"),
        (f"{SITE}/accueil.html", "redirect_home"),
        ("https://autre-nom.fr/", "redirect_home"),
        (f"{SITE}/actualites/", "redirect_list"),
        (f"{SITE}/fr/publications", "redirect_list"),
        (f"{SITE}/trouver?q=laboratoire", "redirect_list"),
        (f"{SITE}/dossiers", "redirect_list"),
        (f"{SITE}/404.html", "redirect_error_page"),
        (f"{SITE}/erreur-404", "redirect_error_page"),
        (f"{SITE}/fr/page-introuvable", "redirect_error_page"),
        (f"{SITE}/NotFound.aspx", "redirect_error_page"),
    ],
)
def test_a_redirect_away_from_the_document_loses_it(status: int, end: str, code: str) -> None:
    """To a home page, a list, a search or an error page: not found, served as 200."""
    verdict = settle(case(OLD, redirected(OLD, end, OTHER, status), TITLE))
    assert (verdict.kind, verdict.code) == (VerdictKind.SOFT_404, code)


def test_what_is_told_of_a_redirect_does_not_change_nightly() -> None:
    """A session in the query would make every night's evidence a new one."""
    verdict = settle(case(OLD, redirected(OLD, f"{SITE}/trouver?q=x&session=81723", OTHER)))
    assert verdict.evidence[0].fact == "exemple-ville.fr/trouver"


def test_a_home_page_under_the_cited_title_is_the_document() -> None:
    """A campaign's page became the campaign's site."""
    end = "https://un-autre-site.fr/"
    verdict = settle(case(OLD, redirected(OLD, end, page(TITLE)), TITLE))
    assert verdict.kind is VerdictKind.MOVED


def test_a_home_page_that_only_mentions_the_title_is_not_the_document() -> None:
    """Its news quote many titles."""
    body = page("Le Journal des villes", body=f"<p>{TITLE}</p>")
    verdict = settle(case(OLD, redirected(OLD, f"{SITE}/", body), TITLE))
    assert verdict.kind is VerdictKind.SOFT_404


def test_a_page_of_the_root_with_a_query_is_no_home_page() -> None:
    """WordPress' short links: /?p=123 led to the article, and now to the root."""
    short = f"{SITE}/?p=12345"
    article = f"{SITE}/2018/{SLUG}/"
    assert settle(case(short, redirected(short, article, page()))).kind is VerdictKind.MOVED
    lost = settle(case(short, redirected(short, f"{SITE}/", OTHER)))
    assert lost.kind is VerdictKind.SOFT_404


def test_one_level_up_may_be_a_merger_of_two_pages() -> None:
    """Neither alive nor dead for sure."""
    verdict = settle(
        case(f"{SITE}/labo/equipe", redirected(f"{SITE}/labo/equipe", f"{SITE}/labo", OTHER))
    )
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "redirect_parent")


def test_a_list_that_was_cited_itself_is_alive() -> None:
    """The cited page is the list."""
    start = "http://www.exemple-ville.fr/actualites"
    verdict = settle(case(start, redirected(start, f"{SITE}/actualites/", OTHER)))
    assert verdict.kind is VerdictKind.OK


@pytest.mark.parametrize(
    "end",
    [
        f"{SITE}/connexion?next=%2Fdossiers",
        f"{SITE}/user/login",
        f"{SITE}/wp-login.php?redirect_to=x",
        "https://sso.exemple-ville.fr/",
        "https://cas.univ-exemple.fr/cas/login?service=x",
        f"{SITE}/espace-abonnes",
        f"{SITE}/porte?returnUrl=%2Fdossiers%2F2018%2F{SLUG}",
        f"{SITE}/idp/profile",
    ],
)
def test_a_redirect_to_a_login_is_restricted(end: str) -> None:
    """There is something, for those who have an account."""
    verdict = settle(case(OLD, redirected(OLD, end, page("Connexion", sentences=1), 302)))
    assert (verdict.kind, verdict.code) == (VerdictKind.RESTRICTED, "redirect_login")


def test_a_page_about_logins_is_no_login() -> None:
    """Whole segments of the path, never parts of words."""
    start, end = f"{SITE}/guide/authentification-forte", f"{SITE}/guides/authentification-forte"
    assert settle(case(start, redirected(start, end, page()))).kind is VerdictKind.MOVED
    assert settle(case(f"{SITE}/login", answer(f"{SITE}/login", page()))).kind is VerdictKind.OK


def test_a_consent_wall_is_no_login() -> None:
    """What lies behind it was not seen."""
    end = f"https://consent.exemple-ville.fr/?continue=%2Fdossiers%2F2018%2F{SLUG}"
    verdict = settle(case(OLD, redirected(OLD, end, page("Vos choix", sentences=2), 302)))
    assert (verdict.kind, verdict.code) == (VerdictKind.DOUBTFUL, "consent_wall")


def _refresh(target: str) -> bytes:
    return page(
        "Redirection", sentences=1, head=f'<meta http-equiv="refresh" content="0;url={target}">'
    )


def test_a_meta_refresh_is_one_more_redirect() -> None:
    """To the document: moved. To the home page: lost. To the unknown: doubtful."""
    new = f"{SITE}/articles/{SLUG}"
    verdict = settle(case(OLD, answer(OLD, _refresh(f"/articles/{SLUG}"))))
    assert (verdict.kind, verdict.moved_to) == (VerdictKind.MOVED, new)
    assert settle(case(OLD, answer(OLD, _refresh("/")))).kind is VerdictKind.SOFT_404
    unknown = settle(case(OLD, answer(OLD, _refresh("/ailleurs/toute-autre-chose"))))
    assert (unknown.kind, unknown.code) == (VerdictKind.DOUBTFUL, "redirect_elsewhere")


@pytest.mark.parametrize("target", ["", OLD, f"{OLD}/", "http://"])
def test_a_page_that_reloads_itself_is_alive(target: str) -> None:
    """News pages do, and some targets are no addresses."""
    assert settle(case(OLD, answer(OLD, _refresh(target)))).kind is VerdictKind.OK


def test_a_refresh_after_a_temporary_redirect_is_not_for_good() -> None:
    """302, then a refresh to something we have not looked at."""
    exchange = redirected(OLD, f"{SITE}/attente", _refresh("/vers/inconnu"), 302)
    assert settle(case(OLD, exchange)).kind is VerdictKind.DOUBTFUL


def test_a_restricted_page_at_a_new_address_carries_it_as_a_note() -> None:
    """Behind a subscription, and moved: both are worth knowing."""
    new = f"{SITE}/articles/{SLUG}"
    body = page(TITLE, head='<meta property="article:content_tier" content="locked">')
    verdict = settle(case(OLD, redirected(OLD, new, body)))
    assert verdict.kind is VerdictKind.RESTRICTED
    assert [(note.code, note.fact) for note in verdict.notes] == [("redirect_permanent", new)]


def test_a_moved_file_is_known_by_its_name() -> None:
    """solidarites-sante.gouv.fr became sante.gouv.fr, its PDFs under the same paths."""
    old = "https://solidarites-sante.gouv.fr/IMG/pdf/conseil_strategique_2019.pdf"
    new = old.replace("solidarites-", "")
    exchange = redirected(old, new, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    assert settle(case(old, exchange)).kind is VerdictKind.MOVED
    lost = settle(case(old, redirected(old, "https://sante.gouv.fr/", OTHER)))
    assert lost.code == "redirect_home"


def test_a_second_opinion_may_be_the_one_that_was_redirected() -> None:
    """The rules read the deciding look, whichever it is."""
    moved = redirected(OLD, f"{SITE}/articles/{SLUG}", page())
    given = case(OLD, answer(OLD, status=502))
    assert settle(given, {AskKind.SECOND_OPINION: moved}).kind is VerdictKind.MOVED


def test_a_site_may_name_its_lists() -> None:
    """modernisation.gouv.fr sends what it gave up to the hub of its new tree."""
    old = "https://www.modernisation.gouv.fr/home/semaine-de-linnovation-publique-2019"
    hub = "https://www.modernisation.gouv.fr/outils-et-formations"
    verdict = settle(case(old, redirected(old, hub, OTHER)))
    assert (verdict.kind, verdict.code) == (VerdictKind.SOFT_404, "redirect_list")
