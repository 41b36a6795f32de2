"""Soft 404s in English (and one in German), and living English pages that look like them."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.second.shapes_engines import K, dead, living, one_site
from tests.labelled.second.templates_abroad import landing
from tests.labelled.second.templates_engines import (
    DRUPAL_HEADERS,
    WP_HEADERS,
    drupal,
    joomla,
    wordpress,
)
from tests.labelled.second.templates_filler import english

_LAB = "Northfield Policy Lab"
_LAB_HOST = "https://www.northfieldlab.org"
_RHINE = ("Startseite", "Projekte", "Verein", "Termine", "Impressum", "Datenschutz")
_DOCS_HOST = "https://docs.openprotocol.dev"

CASES: tuple[Labelled, ...] = one_site(
    (
        dead(
            "English institute says the page has gone walkabout",
            "french-web 2f: EN page you are looking for, no longer exist, short text",
            f"{_LAB_HOST}/insights/2017/co-design-in-practice",
            wordpress(
                _LAB,
                "Hmm, that didn’t work",
                ("The page you are looking for no longer exists or may have been renamed.",),
                doc=_LAB,
                lang="en-GB",
                entries=8,
            ),
            "Co-design in practice",
            headers=WP_HEADERS,
        ),
        living(
            "English institute publishes an essay called Page not found",
            "issue: a living article about 404s",
            f"{_LAB_HOST}/insights/2021/page-not-found",
            wordpress(
                _LAB,
                "Page not found: link rot in public inquiries",
                english("link rot", 8),
                lang="en-GB",
            ),
            "Page not found: link rot in public inquiries",
            headers=WP_HEADERS,
        ),
        living(
            "protocol documentation of the status 404 Not Found",
            "false friend: the cited page is itself about the status",
            f"{_DOCS_HOST}/http/status/404",
            drupal(
                "Open Protocol Docs",
                "404 Not Found",
                (
                    "The 404 Not Found status says that the server cannot find the resource.",
                    "<pre>HTTP/1.1 404 Not Found\nContent-Type: text/html</pre>",
                    *english("status", 5),
                ),
                doc="404 Not Found - HTTP | Open Protocol Docs",
                lang="en",
            ),
            "404 Not Found (HTTP status)",
            headers=DRUPAL_HEADERS,
        ),
        dead(
            "protocol documentation serves its not found page as 200",
            "french-web 2f: EN page not found in title and h1",
            f"{_DOCS_HOST}/http/methods/purge",
            drupal(
                "Open Protocol Docs",
                "Page Not Found",
                (
                    "We could not find what you were looking for. Please tell the owner of the "
                    "site that linked you here that their link is broken.",
                ),
                lang="en",
            ),
            "The PURGE method",
            headers=DRUPAL_HEADERS,
        ),
        living(
            "gallery review of an exhibition titled 404",
            "french-web 2f: 404 at the end of a title as a work's name",
            "https://thequietreview.com/reviews/room-404",
            wordpress(
                "The Quiet Review",
                "Four artists lost in Room 404",
                english("room", 6),
                doc="Four artists lost in Room 404",
                lang="en-US",
            ),
            "Four artists lost in Room 404",
            headers=WP_HEADERS,
        ),
        living(
            "short archive notice that a programme is no longer updated",
            "false friend: an archived page kept in place is the cited page",
            f"{_LAB_HOST}/programmes/street-budgets",
            wordpress(
                _LAB,
                "Street Budgets (2014–2019)",
                (
                    "This programme has ended and this page is no longer updated. New applications "
                    "are no longer available. " + english("street", 1)[0],
                ),
                lang="en-GB",
            ),
            "Street Budgets programme",
            headers=WP_HEADERS,
        ),
        living(
            "content unavailable box of an English portal",
            "french-web 2f: EN content unavailable, no longer available",
            "https://portal.citynetworks.eu/library/item/55812",
            joomla(
                "City Networks",
                "Content unavailable",
                (
                    "This content is no longer available.",
                    "<a href='/library'>Browse the library</a>",
                ),
                lang="en-gb",
            ),
            "Participatory budgeting in nine cities",
            expected=K.SOFT_404,
        ),
        living(
            "English portal lists a report, short but true",
            "living twin of the portal",
            "https://portal.citynetworks.eu/library/item/55813",
            joomla(
                "City Networks",
                "Participatory budgeting in twelve cities",
                (
                    "Report, 48 pages, March 2019.",
                    "<a href='/f/55813.pdf'>Download (PDF, 2 MB)</a>",
                ),
                lang="en-gb",
            ),
            "Participatory budgeting in twelve cities",
        ),
        dead(
            "German partner site cannot find the page",
            "french-web 2f by its sibling probe: same page for a nonsense sibling",
            "https://www.stadtlabor-rheintal.de/projekte/buergerbus",
            landing(
                "Seite nicht gefunden",
                ("Die von Ihnen gesuchte Seite existiert leider nicht mehr.",),
                _RHINE,
                lang="de",
                kb=20,
            ),
            "Der Bürgerbus",
            accepted=(K.DOUBTFUL,),
        ),
        living(
            "German partner site, living project",
            "living twin in a third language",
            "https://www.stadtlabor-rheintal.de/projekte/lesegarten",
            landing(
                "Der Lesegarten",
                (
                    "Im Lesegarten treffen sich seit 2016 Nachbarn, Schulen und die Stadtbücherei. "
                    "Die Beete werden von Freiwilligen gepflegt, die Regale von Schülern gebaut.",
                    "Nach drei Jahren zog der Verein Bilanz: mehr Besuche, weniger Leerstand, ein "
                    "neues Café im alten Pförtnerhaus.",
                ),
                _RHINE,
                lang="de",
                kb=20,
            ),
            "Der Lesegarten (Stadtlabor Rheintal)",
        ),
        living(
            "English article on a toy that is no longer available, phrase in the heading",
            "false friend: no longer available in a heading of a long article",
            "https://thequietreview.com/essays/no-longer-available",
            wordpress(
                "The Quiet Review",
                "No longer available: the town that saved its video shop",
                english("video shop", 7),
                lang="en-US",
            ),
            "No longer available: the town that saved its video shop",
            headers=WP_HEADERS,
        ),
    )
)
