"""Refusals without a vendor's signature: by host, by header, by number."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled
from tests.labelled.pages import PRESS, STATE, article, bare
from tests.labelled.wire import looks, seen

FORBIDDEN = bare(
    "403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>"
)
GAZETTE = "https://www.lagazettedescommunes.com/537562/le-pas-de-calais-valorise-ses-agents-intrapreneurs/"
INTRA = "Le Pas-de-Calais valorise ses agents « intrapreneurs »"
LOI = "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000033202746/"
NUMERIQUE = "Loi du 7 octobre 2016 pour une République numérique"
ESSONNE = "https://www.essonne.fr/le-departement/innovation-publique/le-lab-essonne"
LAB = "Le Lab Essonne, un lieu pour essayer"
ASSO = "https://www.villes-moyennes-demain.fr/publications/centres-villes-en-transition"
CENTRES = "Centres-villes en transition : dix récits"
LINKEDIN = "https://www.linkedin.com/pulse/innover-dans-le-service-public-marie-durand"
REDDIT = "https://www.reddit.com/r/france/comments/c1abcd/vos_idees_pour_les_mairies/"


def no(url: str, status: int, body: bytes = FORBIDDEN, **headers: str) -> Exchange:
    """Return a refusal."""
    return seen(url, body, status, headers={k.replace("_", "-"): v for k, v in headers.items()})


CASES = (
    Labelled(
        "the Gazette refuses robots without saying who does it",
        "french-web 2a: 403 from these hosts = blocked",
        GAZETTE,
        V.BLOCKED,
        no(GAZETTE, 403),
        (INTRA,),
        looks(browser=no(GAZETTE, 403)),
    ),
    Labelled(
        "the Gazette lets a second look in",
        "french-web 2a, 2d",
        GAZETTE,
        V.OK,
        no(GAZETTE, 403),
        (INTRA,),
        looks(browser=seen(GAZETTE, article(INTRA, dress=PRESS, kb=25))),
    ),
    Labelled(
        "Légifrance refuses robots",
        "french-web 2a: other 403s",
        LOI,
        V.BLOCKED,
        no(LOI, 403),
        (NUMERIQUE,),
        looks(browser=no(LOI, 403)),
    ),
    Labelled(
        "Légifrance answers for once",
        "french-web 2a",
        LOI,
        V.OK,
        seen(LOI, article(NUMERIQUE, dress=STATE, kb=30)),
        (NUMERIQUE,),
    ),
    Labelled(
        "the Essonne says that it is a teapot",
        "french-web 2a, 2d: essonne.fr → 418",
        ESSONNE,
        V.BLOCKED,
        no(ESSONNE, 418, b"I'm a teapot"),
        (LAB,),
        looks(browser=no(ESSONNE, 418, b"I'm a teapot")),
    ),
    Labelled(
        "the Essonne shows its page",
        "french-web 2a",
        ESSONNE,
        V.OK,
        seen(ESSONNE, article(LAB, kb=10)),
        (LAB,),
    ),
    Labelled(
        "LinkedIn answers 999",
        "french-web 2d: linkedin.com 999",
        LINKEDIN,
        V.BLOCKED,
        no(LINKEDIN, 999, b"<html><script>window.location.href='/authwall'</script></html>"),
        ("Innover dans le service public",),
        looks(browser=no(LINKEDIN, 999, b"")),
    ),
    Labelled(
        "an unknown host answers 999",
        "checkers 2.7: blocked includes 999",
        ASSO,
        V.BLOCKED,
        no(ASSO, 999, b"Request denied"),
        (CENTRES,),
        looks(browser=no(ASSO, 999, b"Request denied")),
    ),
    Labelled(
        "Reddit refuses a thread",
        "french-web 2d: reddit 403/429",
        REDDIT,
        V.BLOCKED,
        no(REDDIT, 403, bare("Blocked", "whoa there, pardner!")),
        ("Vos idées pour les mairies",),
        looks(browser=no(REDDIT, 403, b"")),
    ),
    Labelled(
        "an unsigned 403 that browser-like headers lift",
        "issue 3: one polite second try with browser-like headers",
        ASSO,
        V.OK,
        no(ASSO, 403),
        (CENTRES,),
        looks(browser=seen(ASSO, article(CENTRES, kb=9))),
    ),
    Labelled(
        "an unsigned 403 that stays",
        "french-web 2d: unsigned 403 = blocked",
        ASSO,
        V.BLOCKED,
        no(ASSO, 403),
        (CENTRES,),
        looks(browser=no(ASSO, 403)),
    ),
    Labelled(
        "an unsigned 403 when no second look can be had",
        "french-web 2d: unsigned 403 = blocked",
        ASSO,
        V.BLOCKED,
        no(ASSO, 403),
        (CENTRES,),
    ),
)
