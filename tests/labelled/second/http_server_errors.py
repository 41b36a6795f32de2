"""5xx, with what a second opinion found."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import bare
from tests.labelled.second.templates_other import drupal, spip
from tests.labelled.wire import absent, looks, seen

_A = "https://www.atelier-des-berges.fr/spip.php?article{}"


_B = "https://www.agence-ruralites.gouv.fr/actualites/{}"


_MAINTENANCE = bare(
    "Maintenance", "<h1>Site en maintenance</h1><p>De retour dans quelques minutes.</p>", lang="fr"
)


_CF = """<div id="cf-wrapper"><div id="cf-error-details"><h1><span>{label}</span><span
class="code-label">Error code {code}</span></h1><p>The web server is not returning a connection.</p>
<div class="cf-status">Cloudflare Ray ID: 8a1b2c3d4e5f</div></div></div>"""


_CF_HEADERS = {"server": "cloudflare", "cf-ray": "8a1b2c3d4e5f-CDG"}


def _cf(code: int, label: str) -> bytes:
    return bare(
        f"agence-ruralites.gouv.fr | {code}", _CF.format(code=code, label=label), lang="en-US"
    )


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="503 with a short Retry-After, then the page",
        fact="design settled: a Retry-After within a minute is waited for; then 200",
        url=_B.format("contrat-de-relance"),
        expected=V.OK,
        plain=seen(
            _B.format("contrat-de-relance"), _MAINTENANCE, 503, headers={"retry-after": "30"}
        ),
        titles=("Contrat de relance",),
        answers=looks(
            second=seen(_B.format("contrat-de-relance"), drupal("Contrat de relance : le bilan")),
            sibling=absent(_B.format("contrat-de-relance")),
        ),
    ),
    Labelled(
        name="503 with a Retry-After of a day, and again",
        fact="design §2: 5xx that lasts is server_error; 'host asked us to wait' is unchecked",
        url=_B.format("petites-villes"),
        expected=V.SERVER_ERROR,
        plain=seen(
            _B.format("petites-villes"), _MAINTENANCE, 503, headers={"retry-after": "86400"}
        ),
        titles=("Petites villes : le programme",),
        answers=looks(
            second=seen(
                _B.format("petites-villes"), _MAINTENANCE, 503, headers={"retry-after": "86380"}
            )
        ),
        accepted=also(V.UNCHECKED),
    ),
    Labelled(
        name="500 once, then the page",
        fact="issue: 500 once then 200",
        url=_A.format(77),
        expected=V.OK,
        plain=seen(_A.format(77), b"", 500),
        titles=("Un verger partagé",),
        answers=looks(second=seen(_A.format(77), spip("Un verger partagé"))),
    ),
    Labelled(
        name="500 twice",
        fact="design §2: 5xx that lasts",
        url=_A.format(78),
        expected=V.SERVER_ERROR,
        plain=seen(_A.format(78), bare("500", "<h1>Internal Server Error</h1>"), 500),
        titles=("Le lavoir",),
        answers=looks(
            second=seen(_A.format(78), bare("500", "<h1>Internal Server Error</h1>"), 500)
        ),
    ),
    Labelled(
        name="502 first, and 404 at the second look",
        fact="design settled: the second opinion is a full look, and it says 404",
        url=_A.format(79),
        expected=V.NOT_FOUND,
        plain=seen(_A.format(79), bare("502 Bad Gateway", "<h1>502 Bad Gateway</h1>nginx"), 502),
        titles=("Le four banal",),
        answers=looks(second=seen(_A.format(79), spip("Erreur 404", ("Pas trouvé.",)), 404)),
    ),
    Labelled(
        name="520 of Cloudflare, twice",
        fact="issue conventions: 520–530 is server_error, whatever the signs of Cloudflare",
        url=_B.format("atlas"),
        expected=V.SERVER_ERROR,
        plain=seen(
            _B.format("atlas"),
            _cf(520, "Web server is returning an unknown error"),
            520,
            headers=_CF_HEADERS,
        ),
        titles=("Atlas des ruralités",),
        answers=looks(
            second=seen(
                _B.format("atlas"), _cf(522, "Connection timed out"), 522, headers=_CF_HEADERS
            )
        ),
    ),
    Labelled(
        name="522 of Cloudflare once, then the page",
        fact="issue: a second opinion for 5xx",
        url=_B.format("fonds-vert"),
        expected=V.OK,
        plain=seen(
            _B.format("fonds-vert"), _cf(522, "Connection timed out"), 522, headers=_CF_HEADERS
        ),
        titles=("Fonds vert, mode d'emploi",),
        answers=looks(
            second=seen(
                _B.format("fonds-vert"), drupal("Fonds vert : mode d'emploi"), headers=_CF_HEADERS
            ),
            sibling=absent(_B.format("fonds-vert")),
        ),
    ),
    Labelled(
        name="530 of Cloudflare for an origin without address",
        fact="issue conventions: 520–530 is server_error",
        url="https://www.festival-des-communs.net/programme/",
        expected=V.SERVER_ERROR,
        plain=seen(
            "https://www.festival-des-communs.net/programme/",
            _cf(530, "Origin DNS error"),
            530,
            headers=_CF_HEADERS,
        ),
        titles=("Programme du festival",),
        answers=looks(
            second=seen(
                "https://www.festival-des-communs.net/programme/",
                _cf(530, "Origin DNS error"),
                530,
                headers=_CF_HEADERS,
            )
        ),
        accepted=also(V.DNS),
    ),
    Labelled(
        name="an unsigned 503 that turns out to be a wall at the second look",
        fact="french-web 2d: 503 with a challenge is a refusal of us, not an outage",
        url="https://www.lecourrier-des-vallees.fr/a/2018/pont",
        expected=V.BLOCKED,
        plain=seen("https://www.lecourrier-des-vallees.fr/a/2018/pont", b"", 503),
        titles=("Le pont fermé",),
        answers=looks(
            second=seen(
                "https://www.lecourrier-des-vallees.fr/a/2018/pont",
                bare("Just a moment...", "<script>window._cf_chl_opt={}</script>", lang="en-US"),
                403,
                headers={"cf-mitigated": "challenge", "server": "cloudflare"},
            )
        ),
    ),
)
