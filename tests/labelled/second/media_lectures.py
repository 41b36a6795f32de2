"""Canal-U, and videos on hosts that nobody knows."""

from __future__ import annotations

import json

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import page
from tests.labelled.prose import prose
from tests.labelled.second.templates_other import drupal, spip, wordpress
from tests.labelled.wire import absent, looks, seen

_CU = "https://www.canal-u.tv/chaines/ens/"


_POD = "https://videos.univ-hautepierre.fr/video/"


def _ld(**more: object) -> str:
    data = {"@context": "https://schema.org", **more}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


_VIDEO = _ld(**{"@type": "VideoObject", "name": "Séminaire", "contentUrl": "https://v.fr/a.mp4"})


_TAG = '<video controls poster="/p.jpg"><source src="/media/720p.mp4" type="video/mp4"></video>'


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a lecture on Canal-U that plays",
        fact="issue: a player is named in the page",
        url=f"{_CU}l-eau-des-villes",
        expected=V.OK,
        plain=seen(
            f"{_CU}l-eau-des-villes",
            drupal("L'eau des villes", [_TAG, *prose("eau")], site="Canal U", kb=60),
        ),
        titles=("L'eau des villes",),
        answers=looks(sibling=absent(f"{_CU}l-eau-des-villes")),
    ),
    Labelled(
        name="a lecture that Canal-U no longer offers",
        fact="issue: by the page's own text",
        url=f"{_CU}seminaire-2009",
        expected=V.MEDIA_REMOVED,
        plain=seen(
            f"{_CU}seminaire-2009",
            drupal(
                "Vidéo non disponible",
                ("Cette vidéo n'est plus disponible sur Canal-U à la demande de ses auteurs.",),
                site="Canal U",
            ),
        ),
        titles=("Séminaire d'histoire urbaine 2009",),
        answers=looks(sibling=absent(f"{_CU}seminaire-2009")),
        accepted=also(V.SOFT_404),
    ),
    Labelled(
        name="a lecture that Canal-U keeps for members of the university",
        fact="issue: a private item is restricted",
        url=f"{_CU}cours-de-m2",
        expected=V.RESTRICTED,
        plain=seen(
            f"{_CU}cours-de-m2",
            drupal(
                "Cours de M2 : politiques foncières",
                (
                    "Cette vidéo est privée. Vous devez être authentifié pour accéder à cette "
                    "vidéo.",
                ),
                site="Canal U",
            ),
        ),
        titles=("Politiques foncières",),
        answers=looks(sibling=absent(f"{_CU}cours-de-m2")),
    ),
    Labelled(
        name="a university's own video server answers 200 for a removed video",
        fact="french-web 2f: 'vidéo supprimée' in the h1 of a short page, on an unknown host",
        url=f"{_POD}0412-colloque-ruralites/",
        expected=V.MEDIA_REMOVED,
        plain=seen(
            f"{_POD}0412-colloque-ruralites/",
            page(
                "Vidéo supprimée",
                paragraphs=("Cette vidéo a été supprimée par son propriétaire.",),
                kb=20,
            ),
        ),
        titles=("Colloque Ruralités, ouverture",),
        answers=looks(sibling=absent(f"{_POD}0412-colloque-ruralites/")),
        accepted=also(V.SOFT_404),
    ),
    Labelled(
        name="a university's own video server with a living video",
        fact="issue: VideoObject and a video element",
        url=f"{_POD}0413-colloque-ruralites-cloture/",
        expected=V.OK,
        plain=seen(
            f"{_POD}0413-colloque-ruralites-cloture/",
            page(
                "Colloque Ruralités, clôture",
                head=_VIDEO,
                paragraphs=(_TAG, "Durée : 1 h 12. Licence Creative Commons."),
                kb=20,
            ),
        ),
        titles=("Colloque Ruralités : clôture",),
        answers=looks(sibling=absent(f"{_POD}0413-colloque-ruralites-cloture/")),
    ),
    Labelled(
        name="a video page where a visitor complains of a removed video",
        fact="issue: phrases only in title, h1 or a short main text; here in a comment",
        url="https://www.lesfilmsdubourg.fr/2016/le-pont/",
        expected=V.OK,
        plain=seen(
            "https://www.lesfilmsdubourg.fr/2016/le-pont/",
            wordpress(
                "Le pont",
                (_TAG, *prose("pont", 2)),
                site="Les films du bourg",
                comments=("Vidéo indisponible chez moi, est-elle supprimée ?", "Chez moi ça va."),
            ),
        ),
        titles=("Le pont (film documentaire)",),
        answers=looks(sibling=absent("https://www.lesfilmsdubourg.fr/2016/le-pont/")),
    ),
    Labelled(
        name="an article whose embedded video was removed, while its text is all there",
        fact="issue: the cited document is the article; one lost illustration is no loss of it",
        url="https://www.mobilites-rurales.org/spip.php?article318",
        expected=V.OK,
        plain=seen(
            "https://www.mobilites-rurales.org/spip.php?article318",
            spip(
                "Le covoiturage vu par ses usagers",
                (*prose("cov", 5), '<div class="video">Cette vidéo n’est plus disponible.</div>'),
            ),
        ),
        titles=("Le covoiturage vu par ses usagers",),
        answers=looks(sibling=absent("https://www.mobilites-rurales.org/spip.php?article318")),
    ),
    Labelled(
        name="a private video on a server that nobody knows",
        fact="issue: a private item is restricted",
        url="https://tube.reseau-edu.org/w/9fTq2LmN",
        expected=V.RESTRICTED,
        plain=seen(
            "https://tube.reseau-edu.org/w/9fTq2LmN",
            page(
                "Vidéo privée",
                paragraphs=("Cette vidéo est privée. Connectez-vous pour la regarder.",),
                kb=8,
            ),
        ),
        titles=("Visite filmée de l'atelier",),
        answers=looks(sibling=absent("https://tube.reseau-edu.org/w/9fTq2LmN")),
    ),
)
