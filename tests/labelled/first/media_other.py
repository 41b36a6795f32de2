"""Vimeo, SoundCloud, Canal-U and Radio France."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.media import (
    CANAL,
    CU,
    I3,
    JSON,
    RADIO,
    RF,
    SC,
    SC_API,
    SC_LIVE,
    TALK,
    TITLE,
    USERS,
    VI,
    VI_API,
    VI_LIVE,
    item,
    said,
    shell,
)
from tests.labelled.pages import article, bare, page
from tests.labelled.wire import seen

CASES = (
    item("a living Vimeo film", I3, VI, V.OK, shell(f"{TITLE} on Vimeo", og=TITLE), VI_LIVE),
    item(
        "a removed Vimeo film that answers 200",
        f"{I3}: public oEmbed",
        VI,
        V.MEDIA_REMOVED,
        shell("Vimeo"),
        said(VI_API, 404, error="Not Found"),
    ),
    item(
        "a removed Vimeo film that says so",
        f"{I3}: text of the player page; 2f: vidéo supprimée",
        VI,
        V.MEDIA_REMOVED,
        bare(
            "Vimeo", "<h1>Désolé</h1><p>Cette vidéo n’existe pas ou a été supprimée.</p>", lang="fr"
        ),
        said(VI_API, 404, error="Not Found"),
        V.SOFT_404,
    ),
    item(
        "a private Vimeo film",
        f"{I3}: a private item is restricted",
        VI,
        V.RESTRICTED,
        bare(
            "Private video on Vimeo",
            "<h1>Cette vidéo est privée</h1><p>Connectez-vous si vous y avez accès.</p>",
            lang="fr",
        ),
        said(VI_API, 403, error="Private"),
    ),
    item(
        "a living SoundCloud sound",
        I3,
        SC,
        V.OK,
        shell(f"Stream {TITLE} by Médiathèque du Val | SoundCloud", og=TITLE),
        SC_LIVE,
    ),
    item(
        "a removed SoundCloud sound that answers 200",
        f"{I3}: public oEmbed",
        SC,
        V.MEDIA_REMOVED,
        shell("SoundCloud"),
        seen(SC_API, b"{}", 404, headers=JSON),
    ),
    item(
        "a living Canal-U film", I3, CU, V.OK, article(USERS, dress=CANAL, kb=14), titles=(USERS,)
    ),
    item(
        "a removed Canal-U film",
        f"{I3}; 2f: vidéo indisponible",
        CU,
        V.MEDIA_REMOVED,
        page(
            "Vidéo indisponible",
            dress=CANAL,
            paragraphs=("Cette vidéo n'est plus disponible sur Canal-U.",),
        ),
        None,
        V.SOFT_404,
        titles=(USERS,),
    ),
    item(
        "a living Radio France broadcast",
        I3,
        RF,
        V.OK,
        article(TALK, ("Écouter (58 min)",), dress=RADIO, kb=35),
        titles=(TALK,),
    ),
    item(
        "a Radio France broadcast whose sound was withdrawn",
        f"{I3}: by its text",
        RF,
        V.MEDIA_REMOVED,
        page(TALK, dress=RADIO, paragraphs=("Cette émission n'est plus disponible à l'écoute.",)),
        None,
        V.SOFT_404,
        V.DOUBTFUL,
        titles=(TALK,),
    ),
    item(
        "a Radio France page that talks of a lost tape",
        f"{I3}, the other side",
        RF,
        V.OK,
        article(
            "Les archives perdues de la radio",
            (
                (
                    "La bande de 1952 a été supprimée, la vidéo est privée ou indisponible, le son "
                    "n'est plus disponible."
                ),
            ),
            dress=RADIO,
            kb=30,
        ),
        titles=("Les archives perdues de la radio",),
    ),
    item(
        "an article about private films",
        "2f: phrases only where they count",
        "https://www.carnet-des-territoires.fr/droit/video-privee",
        V.OK,
        article("Vidéo privée, vidéo publique : que dit le droit ?", kb=10),
        titles=("Vidéo privée, vidéo publique : que dit le droit ?",),
    ),
)
