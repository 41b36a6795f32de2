"""Dailymotion: alive, removed, private, by its data endpoint."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.second.templates_other_media import player
from tests.labelled.wire import looks, seen

_DM = "https://www.dailymotion.com/video/"


_JSON = {"content-type": "application/json; charset=utf-8"}


_LOST = (
    b'{"error":{"more_info":"https://developer.dailymotion.com","code":404,"message":"This video '
    b'does not exist or has been deleted.","type":"not_found","error_data":{"reason":'
    b'"object_not_found"}}}'
)


def _dm_api(ident: str, body: bytes, status: int = 200) -> Exchange:
    return seen(f"https://api.dailymotion.com/video/{ident}", body, status, headers=_JSON)


_DM_SHELL = player("Dailymotion", kb=45, text='<div class="PlayerPlaceholder"></div>')


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a Dailymotion video that the data endpoint does not know any more",
        fact="french-web 2b: the page is a shell; 404 from the legacy API = gone",
        url=f"{_DM}x79p6eu",
        expected=V.MEDIA_REMOVED,
        plain=seen(f"{_DM}x79p6eu", _DM_SHELL),
        titles=("A Paris (ville de Paris)",),
        answers=looks(media=_dm_api("x79p6eu", _LOST, 404), sibling=seen(f"{_DM}kq", _DM_SHELL)),
    ),
    Labelled(
        name="a Dailymotion video that the data endpoint knows",
        fact="french-web 2b: the same shell; the legacy API gives id and title",
        url=f"{_DM}x6t0abc",
        expected=V.OK,
        plain=seen(f"{_DM}x6t0abc", _DM_SHELL),
        titles=("Le labo d'innovation de la ville",),
        answers=looks(
            media=_dm_api(
                "x6t0abc",
                b'{"id":"x6t0abc","title":"Le labo d\'innovation de la ville","channel":"news",'
                b'"owner":"x1y2"}',
            ),
            sibling=seen(f"{_DM}kq", _DM_SHELL),
        ),
    ),
    Labelled(
        name="a private Dailymotion video whose id begins with k",
        fact="french-web 2b: private ids start with k; a refusal of the API then means private",
        url=f"{_DM}k5Vx0TtUuM9aQbC2d",
        expected=V.RESTRICTED,
        plain=seen(f"{_DM}k5Vx0TtUuM9aQbC2d", _DM_SHELL),
        titles=("Captation du séminaire",),
        answers=looks(
            media=_dm_api(
                "k5Vx0TtUuM9aQbC2d",
                b'{"error":{"code":403,"type":"access_forbidden","message":"Private"}}',
                403,
            )
        ),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="the data endpoint of Dailymotion refuses to tell of an ordinary video",
        fact="french-web 2b: 403/401 from the legacy API = unknown, and the shell proves nothing",
        url=f"{_DM}x5kk2pq",
        expected=V.DOUBTFUL,
        plain=seen(f"{_DM}x5kk2pq", _DM_SHELL),
        titles=("Table ronde des maires ruraux",),
        answers=looks(media=_dm_api("x5kk2pq", b'{"error":{"code":403}}', 403)),
        accepted=also(V.OK, V.RESTRICTED, V.BLOCKED),
    ),
    Labelled(
        name="a hard 404 of Dailymotion",
        fact="issue: 404 is not_found, a removed video just as well",
        url=f"{_DM}x00000a",
        expected=V.NOT_FOUND,
        plain=seen(f"{_DM}x00000a", player("404 - Dailymotion", kb=20), 404),
        titles=("Interview",),
        answers=looks(media=_dm_api("x00000a", _LOST, 404)),
        accepted=also(V.MEDIA_REMOVED),
    ),
)
