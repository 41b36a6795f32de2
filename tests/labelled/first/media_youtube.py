"""YouTube: films, a short address, a channel."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.first.media import I3, TITLE, YT, YT_API, YT_LIVE, item, shell, youtube
from tests.labelled.wire import seen

CASES = (
    item(
        "a living YouTube film",
        f"{I3}: state in the player page's data",
        YT,
        V.OK,
        youtube("OK", title=TITLE),
        YT_LIVE,
    ),
    item(
        "a removed YouTube film",
        f"{I3}: state in the player page's data",
        YT,
        V.MEDIA_REMOVED,
        youtube("ERROR", "Vidéo non disponible"),
        seen(YT_API, b"Not Found", 404),
    ),
    item(
        "a YouTube film whose owner took it away",
        f"{I3}: state in the player page's data",
        YT,
        V.MEDIA_REMOVED,
        youtube("ERROR", "Cette vidéo a été supprimée par l’utilisateur qui l’a mise en ligne"),
        seen(YT_API, b"Not Found", 404),
    ),
    item(
        "a YouTube film of a closed account, in English",
        f"{I3}: state in the player page's data",
        YT,
        V.MEDIA_REMOVED,
        youtube(
            "ERROR",
            (
                "This video is no longer available because the YouTube account associated with "
                "this video has been terminated."
            ),
        ),
        seen(YT_API, b"Not Found", 404),
    ),
    item(
        "a private YouTube film",
        f"{I3}: a private item is restricted",
        YT,
        V.RESTRICTED,
        youtube("LOGIN_REQUIRED", "Cette vidéo est privée"),
        seen(YT_API, b"Forbidden", 403),
    ),
    item(
        "a short YouTube address",
        "issue 3 conventions; id kept",
        YT + "&feature=youtu.be",
        V.OK,
        youtube("OK", title=TITLE),
        YT_LIVE,
        V.MOVED,
        via="https://youtu.be/q7Zr1kLmN0s",
    ),
    item(
        "a YouTube channel",
        f"{I3}, the other side: no single film",
        "https://www.youtube.com/@villedeparis",
        V.OK,
        shell("Ville de Paris - YouTube", og="Ville de Paris"),
        None,
        titles=("La chaîne de la ville de Paris",),
    ),
)
