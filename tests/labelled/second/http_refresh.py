"""Meta refresh, Refresh headers and scripts that send readers elsewhere."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import PRESS, article, bare
from tests.labelled.second.templates_other import script, wordpress
from tests.labelled.wire import absent, looks, seen

_PRESS = "https://www.depeche-des-mairies.fr"


def _refresh(target: str, seconds: int = 0, text: str = "Cette page a changé d'adresse.") -> bytes:
    return (
        f'<html><head><meta http-equiv="Refresh" content="{seconds}; URL={target}">'
        f"<title>Redirection</title></head><body><p>{text} <a href='{target}'>Suivre</a></p>"
        "</body></html>"
    ).encode("cp1252")


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="meta refresh to the same document elsewhere",
        fact="issue conventions: a meta refresh to the same document: moved",
        url="http://perso.canalnet.fr/moulins/moulin-de-la-roche.htm",
        expected=V.MOVED,
        plain=seen(
            "http://perso.canalnet.fr/moulins/moulin-de-la-roche.htm",
            _refresh("https://www.moulins-du-val.org/moulin-de-la-roche.htm"),
            headers={"content-type": "text/html"},
        ),
        titles=("Le moulin de la Roche",),
        answers=looks(sibling=absent("http://perso.canalnet.fr/moulins/moulin-de-la-roche.htm")),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="meta refresh to the home page of the site",
        fact="french-web 2f: a redirect to the root, whatever its means",
        url="http://perso.canalnet.fr/moulins/moulin-neuf.htm",
        expected=V.SOFT_404,
        plain=seen(
            "http://perso.canalnet.fr/moulins/moulin-neuf.htm",
            _refresh("/", 5, "Page introuvable. Retour à l'accueil dans 5 secondes."),
            headers={"content-type": "text/html"},
        ),
        titles=("Le moulin neuf",),
        answers=looks(
            sibling=seen(
                "http://perso.canalnet.fr/moulins/kqz",
                _refresh("/", 5, "Page introuvable. Retour à l'accueil dans 5 secondes."),
            )
        ),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="a live page that reloads itself every five minutes",
        fact="issue: a meta refresh of a page to itself is no redirect",
        url=f"{_PRESS}/direct/conseil-municipal",
        expected=V.OK,
        plain=seen(
            f"{_PRESS}/direct/conseil-municipal",
            article(
                "Le conseil municipal minute par minute",
                head='<meta http-equiv="refresh" content="300">',
                dress=PRESS,
                kb=50,
            ),
        ),
        titles=("Le conseil municipal, minute par minute",),
        answers=looks(sibling=absent(f"{_PRESS}/direct/conseil-municipal")),
    ),
    Labelled(
        name="a Refresh header leads to the same document",
        fact="issue: Refresh is a redirect by other means; same slug: moved",
        url="http://www.sivom-lac.fr/spip/plan-de-gestion",
        expected=V.MOVED,
        plain=seen(
            "http://www.sivom-lac.fr/spip/plan-de-gestion",
            bare("Nouvelle adresse", "<p>Nouvelle adresse, patientez…</p>"),
            headers={"refresh": "2;url=https://www.sivom-lac.fr/plan-de-gestion"},
        ),
        titles=("Plan de gestion du lac",),
        answers=looks(sibling=absent("http://www.sivom-lac.fr/spip/plan-de-gestion")),
        accepted=also(V.DOUBTFUL, V.OK),
    ),
    Labelled(
        name="a script sends the reader to the same document",
        fact="issue conventions: a script redirect to the same document: moved",
        url="http://www.revue-du-paysage.org/articles/haies-et-bocage.php",
        expected=V.MOVED,
        plain=seen(
            "http://www.revue-du-paysage.org/articles/haies-et-bocage.php",
            b"<html><head><script>window.location.replace('https://paysage-revue.org/articles/"
            b"haies-et-bocage');</script></head><body></body></html>",
        ),
        titles=("Haies et bocage",),
        answers=looks(
            sibling=absent("http://www.revue-du-paysage.org/articles/haies-et-bocage.php")
        ),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="a long article whose scripts also speak of window.location",
        fact="twin of the script redirect: scripts of living pages mention it all the time",
        url="https://paysage-revue.org/articles/mares-et-fosses",
        expected=V.OK,
        plain=seen(
            "https://paysage-revue.org/articles/mares-et-fosses",
            wordpress(
                "Mares et fossés",
                head="<script>document.addEventListener('click',function(e){if(e.target.dataset.go)"
                "{window.location.href='/recherche?q='+e.target.dataset.go}})</script>" + script(6),
            ),
        ),
        titles=("Mares et fossés",),
        answers=looks(sibling=absent("https://paysage-revue.org/articles/mares-et-fosses")),
    ),
)
