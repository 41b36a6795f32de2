"""Job boards, searches and tenders: offers there or ended."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.a_templates_apps import jobs, koha, nextjs
from tests.labelled.third.a_templates_filler import english, menu, paras, sane, teasers
from tests.labelled.wire import beside, looks, seen

_JOB = "https://www.emploi-collectivites.fr/offre-emploi/charge-de-mission-innovation-h-f/o071"
_JOB_GONE = jobs(
    "Emploi Collectivités",
    "Offre expirée - Emploi Collectivités",
    "<h1>Cette offre n’est plus en ligne</h1><p>Elle a été pourvue ou retirée par l’employeur.</p>",
)
_LISTED = "https://www.recrute-territoires.net/annonces/designer-de-service-rennes-45781"
_LIST = jobs(
    "Recrute Territoires",
    "Toutes les offres d'emploi public",
    "<h1>2 418 offres d'emploi</h1>" + teasers("jobs", 20),
)
_SEARCH = (
    "https://opac.bibliotheques-du-val.fr/cgi-bin/koha/opac-search.pl?q=su:innovation+publique"
)
_TENDER = "https://www.marches-du-littoral.fr/consultation/2019-AMO-014"
_PERIODICAL = "https://numerisation.bibliotheque-lorraine.fr/ark:/44444/btv1b530"

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a job offer is no longer online",
        "french-web 2f: cette offre n'est plus, in h1; similar offers fill the page",
        _JOB,
        VerdictKind.SOFT_404,
        seen(_JOB, _JOB_GONE),
        ("Chargé de mission innovation (h/f)",),
        sane(_JOB),
    ),
    Labelled(
        "a job offer stands above others that are no longer available",
        "checkers 3: a phrase in a side list does not condemn the page",
        _JOB,
        VerdictKind.OK,
        seen(
            _JOB,
            jobs(
                "Emploi Collectivités",
                "Chargé de mission innovation (h/f) - Emploi Collectivités",
                f"<h1>Chargé·e de mission innovation (h/f)</h1>{paras(_JOB, 3)}",
                similar="<h4>Designer, Lens</h4><p>Cette offre n’est plus disponible</p>" * 3,
            ),
        ),
        ("Chargé de mission innovation (h/f)",),
        sane(_JOB),
    ),
    Labelled(
        "an offer that ended sends to the list of all offers",
        "issue 3: a redirect to a list is soft_404",
        _LISTED,
        VerdictKind.SOFT_404,
        seen("https://www.recrute-territoires.net/annonces", _LIST, via=((_LISTED, 302),)),
        ("Designer de service, Rennes",),
        looks(
            sibling=seen(
                "https://www.recrute-territoires.net/annonces", _LIST, via=((beside(_LISTED), 302),)
            )
        ),
    ),
    Labelled(
        "an offer takes a better slug and keeps its number",
        "issue 3: a redirect that keeps the id is moved",
        _LISTED,
        VerdictKind.MOVED,
        seen(
            "https://www.recrute-territoires.net/annonces/45781-designer-de-services-publics-rennes",
            jobs(
                "Recrute Territoires",
                "Designer de services publics, Rennes",
                "<h1>Designer de services publics</h1>" + paras(_LISTED, 3),
            ),
            via=((_LISTED, 301),),
        ),
        ("Designer de service, Rennes",),
        looks(
            sibling=seen(
                "https://www.recrute-territoires.net/annonces", _LIST, via=((beside(_LISTED), 302),)
            )
        ),
    ),
    Labelled(
        "a search of the catalogue is itself the thing cited",
        "design 2: a list that was cited as a list answers and looks like itself",
        _SEARCH,
        VerdictKind.OK,
        seen(
            _SEARCH,
            koha(
                "Bibliothèques du Val",
                "Résultats de la recherche « su:innovation publique » › Catalogue",
                "<h1>37 résultats pour « innovation publique »</h1>" + teasers("kohasearch", 20),
            ),
        ),
        ("Sélection d'ouvrages sur l'innovation publique",),
        looks(sibling=seen(beside(_SEARCH), b"<h1>Not Found</h1>", 404)),
    ),
    Labelled(
        "a call for tenders is closed and still described",
        "design 2: an ended procedure whose page is there is alive",
        _TENDER,
        VerdictKind.OK,
        seen(
            _TENDER,
            nextjs(
                "Marchés du littoral",
                "Consultation 2019-AMO-014",
                "<h1>AMO design de services</h1><p>Cette consultation est clôturée. Les offres ne "
                "peuvent plus être déposées.</p><p>Référence 2019-AMO-014.</p>",
                route="/consultation/[ref]",
            ),
        ),
        ("AMO design de services (consultation 2019-AMO-014)",),
        sane(_TENDER),
    ),
    Labelled(
        "a digital library's viewer names the map and explains itself in English",
        "issue 3: the title is right; the interface's language does not matter",
        _PERIODICAL,
        VerdictKind.OK,
        seen(
            _PERIODICAL,
            koha(
                "Bibliothèque numérique",
                "Carte des postes de Lorraine [1784]",
                "<h1>Carte des postes de Lorraine</h1>" + english("viewer", 2) + menu("ark", 80),
            ),
        ),
        ("Carte des postes de Lorraine",),
        sane(_PERIODICAL),
    ),
)
