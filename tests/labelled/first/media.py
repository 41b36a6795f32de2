"""Films and sounds: living, removed, private; the page answers 200 in any case."""

from __future__ import annotations

import json

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import Dress, bare, page
from tests.labelled.wire import looks, seen

FLAGS = json.dumps({f"experience_{n}": {"groupe": n % 3, "actif": True} for n in range(260)})
JSON = {"content-type": "application/json; charset=utf-8"}
TITLE = "Le Lab de la ville de Paris en images"
DM, DM_API = (
    "https://www.dailymotion.com/video/x79p6eu",
    "https://api.dailymotion.com/video/x79p6eu",
)
YT, YT_API = (
    "https://www.youtube.com/watch?v=q7Zr1kLmN0s",
    "https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dq7Zr1kLmN0s&format=json",
)
VI, VI_API = (
    "https://vimeo.com/271828182",
    "https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F271828182",
)
SC, SC_API = (
    "https://soundcloud.com/mediatheque-du-val/podcast-12",
    "https://soundcloud.com/oembed?format=json&url=https%3A%2F%2Fsoundcloud.com%2Fmediatheque-du-val%2Fpodcast-12",
)
CU = "https://www.canal-u.tv/chaines/univ-rives/le-design-au-service-des-usagers"
RF = "https://www.radiofrance.fr/franceculture/podcasts/du-grain-a-moudre/faut-il-un-laboratoire-dans-chaque-ministere-8461290"
CANAL, RADIO = Dress("Canal-U"), Dress("Radio France", ("franceinter", "franceculture", "fip"))


def said(url: str, status: int = 200, **data: object) -> Exchange:
    """Return an answer in JSON of a data endpoint."""
    return seen(url, json.dumps(data, ensure_ascii=False).encode(), status, headers=JSON)


DM_LIVE = said(DM_API, id="x79p6eu", title=TITLE, channel="news", owner="x1", type="video")
DM_GONE = said(
    DM_API,
    404,
    error={
        "code": 404,
        "type": "not_found",
        "message": "The requested object was not found.",
        "error_data": {"reason": "object_not_found"},
    },
)
YT_LIVE = said(
    YT_API, title=TITLE, author_name="Ville de Paris", type="video", html="<iframe></iframe>"
)
VI_LIVE = said(VI_API, type="video", title=TITLE, video_id=271828182)
SC_LIVE = said(SC_API, version=1.0, type="rich", title=f"{TITLE} by Médiathèque du Val")


def shell(title: str, data: str = "", og: str = "") -> bytes:
    """Return a player's page: next to nothing but scripts."""
    head = (
        f'<meta property="og:title" content="{og}"><meta property="og:type" content="video.other">'
        if og
        else ""
    )
    return bare(
        title,
        f'<div id="app"></div><script>window.__flags={FLAGS};</script><script>{data}</script>'
        '<script src="/app.js"></script>',
        lang="fr",
    ).replace(b"<head>", b"<head>" + head.encode())


def youtube(status: str, reason: str = "", title: str = "") -> bytes:
    """Return YouTube's page with the state of the film."""
    state = {
        "playabilityStatus": {"status": status, "reason": reason} if reason else {"status": status}
    }
    if title:
        state["videoDetails"] = {"videoId": "q7Zr1kLmN0s", "title": title, "lengthSeconds": "312"}
    return shell(
        f"{title} - YouTube" if title else " - YouTube",
        f"var ytInitialPlayerResponse = {json.dumps(state, ensure_ascii=False)};",
        title,
    )


def item(
    name: str,
    fact: str,
    url: str,
    expected: V,
    body: bytes,
    media: Exchange | None = None,
    *more: V,
    titles: tuple[str, ...] = (TITLE,),
    via: str = "",
    status: int = 200,
) -> Labelled:
    """A film or a sound, and what its endpoint says."""
    return Labelled(
        name,
        fact,
        via or url,
        expected,
        seen(url, body, status, via=[(via, 303)] if via else ()),
        titles,
        looks(media=media),
        also(*more),
    )


D = "french-web 2b dailymotion"
I3 = "issue 3 media"
TALK = "Faut-il un laboratoire dans chaque ministère ?"
USERS = "Le design au service des usagers"

CASES = (
    item(
        "a living Dailymotion film",
        f"{D}: a shell proves nothing, the API does",
        DM,
        V.OK,
        shell(f"{TITLE} - Vidéo Dailymotion", og=TITLE),
        DM_LIVE,
    ),
    item(
        "a Dailymotion film that the API does not know",
        f"{D}: 404 from the legacy API = gone",
        DM,
        V.MEDIA_REMOVED,
        shell("Dailymotion"),
        DM_GONE,
    ),
    item(
        "an inactive Dailymotion film whose shell keeps a title",
        f"{D}: inactivity policy",
        DM,
        V.MEDIA_REMOVED,
        shell(f"{TITLE} - Vidéo Dailymotion", og=TITLE),
        DM_GONE,
    ),
    item(
        "a Dailymotion film on which the API will not speak",
        f"{D}: 403/401 = unknown",
        DM,
        V.DOUBTFUL,
        shell("Dailymotion"),
        said(DM_API, 403, error={"code": 403, "type": "access_forbidden"}),
        V.OK,
        V.RESTRICTED,
        V.BLOCKED,
    ),
    item(
        "a Dailymotion film when the API is mute",
        f"{D}: 200 proves nothing; {I3}: otherwise doubtful",
        DM,
        V.DOUBTFUL,
        shell("Dailymotion"),
        None,
        V.OK,
    ),
    item(
        "a living Dailymotion film cited as A Paris",
        f"{D}; french-web 1.2 n 32",
        DM,
        V.OK,
        shell("La Ville innove - Vidéo Dailymotion", og="La Ville innove"),
        said(DM_API, id="x79p6eu", title="La Ville innove"),
        titles=("A Paris (ville de Paris)",),
    ),
    item(
        "a Dailymotion page that is a true 404",
        "french-web 2h.5",
        DM,
        V.NOT_FOUND,
        page("Page introuvable", suffix=" - Dailymotion"),
        DM_GONE,
        V.MEDIA_REMOVED,
        status=404,
    ),
)
