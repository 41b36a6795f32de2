"""Dailymotion and YouTube: pages that answer 200 whatever happened."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.b_templates_media import dailymotion_shell, data, oembed, youtube
from tests.labelled.wire import beside, looks, seen

_DM = "https://www.dailymotion.com/video/x79p6eu"
_DM_K = "https://www.dailymotion.com/video/k3VqT7wZ0pLmNb"
_DM_API = "https://api.dailymotion.com/video/"
_YT = "https://www.youtube.com/watch?v=aB3dE5gH7jK"
_YT_API = "https://www.youtube.com/oembed?format=json&url=" + _YT
_SHELL = dailymotion_shell()
_NO_OBJECT = {
    "error": {"code": 404, "type": "not_found", "error_data": {"reason": "object_not_found"}}
}
_FORBIDDEN = {"error": {"code": 403, "type": "access_forbidden", "message": "private video"}}
_YT_SIBLING = seen(
    beside(_YT), b"<html><head><title>404 Not Found</title></head><body></body></html>", 404
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="the film of the Paris laboratory was archived by Dailymotion",
        fact="french-web 2b: 404 object_not_found from the legacy API means gone",
        url=_DM,
        expected=VerdictKind.MEDIA_REMOVED,
        plain=seen(_DM, _SHELL),
        titles=("A Paris (ville de Paris)",),
        answers=looks(
            media=data(_DM_API + "x79p6eu", _NO_OBJECT, 404), sibling=seen(beside(_DM), _SHELL)
        ),
    ),
    Labelled(
        name="the film of the Paris laboratory is still shown by Dailymotion",
        fact="french-web 2b: the shell proves nothing, the API knows the video",
        url=_DM,
        expected=VerdictKind.OK,
        plain=seen(_DM, _SHELL),
        titles=("A Paris (ville de Paris)",),
        answers=looks(
            media=data(_DM_API + "x79p6eu", {"id": "x79p6eu", "title": "Le lab de Paris"}),
            sibling=seen(beside(_DM), _SHELL),
        ),
    ),
    Labelled(
        name="a private film of Dailymotion is refused to the API",
        fact="french-web 2b: private ids start with k; issue: a private item is restricted",
        url=_DM_K,
        expected=VerdictKind.RESTRICTED,
        plain=seen(_DM_K, _SHELL),
        titles=("Film de la restitution",),
        answers=looks(
            media=data(_DM_API + "k3VqT7wZ0pLmNb", _FORBIDDEN, 403),
            sibling=seen(beside(_DM_K), _SHELL),
        ),
        accepted=also(VerdictKind.DOUBTFUL),
    ),
    Labelled(
        name="the API of Dailymotion is down while the shell answers",
        fact="issue: otherwise doubtful; nothing can be said from the shell",
        url=_DM,
        expected=VerdictKind.DOUBTFUL,
        plain=seen(_DM, _SHELL),
        titles=("A Paris (ville de Paris)",),
        answers=looks(
            media=seen(_DM_API + "x79p6eu", b"upstream error", 502),
            sibling=seen(beside(_DM), _SHELL),
        ),
        accepted=also(VerdictKind.OK),
    ),
    Labelled(
        name="a video of YouTube is unavailable in its own words",
        fact="issue: the state that the player page carries in its own data",
        url=_YT,
        expected=VerdictKind.MEDIA_REMOVED,
        plain=seen(
            _YT, youtube("", {"status": "ERROR", "reason": "Vidéo non disponible"}, known=False)
        ),
        titles=("Visite de la Halle numérique",),
        answers=looks(media=seen(_YT_API, b"Not Found", 404), sibling=_YT_SIBLING),
    ),
    Labelled(
        name="a video of YouTube went away with the account that sent it",
        fact="issue: removed, by the data of the player",
        url=_YT,
        expected=VerdictKind.MEDIA_REMOVED,
        plain=seen(
            _YT,
            youtube(
                "",
                {
                    "status": "ERROR",
                    "reason": "This video is no longer available because the YouTube account "
                    "associated with this video has been terminated.",
                },
                known=False,
            ),
        ),
        answers=looks(media=seen(_YT_API, b"Not Found", 404), sibling=_YT_SIBLING),
    ),
    Labelled(
        name="a private video of YouTube wants a login",
        fact="issue: a private item is restricted",
        url=_YT,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _YT,
            youtube(
                "",
                {
                    "status": "LOGIN_REQUIRED",
                    "messages": ["Il s'agit d'une vidéo privée. Connectez-vous pour la regarder."],
                    "reason": "Vidéo privée",
                },
                known=False,
            ),
        ),
        titles=("Webinaire : la donnée au village",),
        answers=looks(media=seen(_YT_API, b"Forbidden", 403), sibling=_YT_SIBLING),
    ),
    Labelled(
        name="a video of YouTube plays",
        fact="issue: status OK in the data of the player",
        url=_YT,
        expected=VerdictKind.OK,
        plain=seen(
            _YT, youtube("Visite de la Halle numérique", {"status": "OK", "playableInEmbed": True})
        ),
        titles=("Visite de la Halle numérique",),
        answers=looks(
            media=oembed(_YT_API, "Visite de la Halle numérique", "Ville"), sibling=_YT_SIBLING
        ),
    ),
    Labelled(
        name="a video of YouTube about unavailable videos plays and may not be embedded",
        fact="issue: the state counts, not the words of the title; 401 only forbids embedding",
        url=_YT,
        expected=VerdictKind.OK,
        plain=seen(
            _YT,
            youtube(
                "Vidéo non disponible : pourquoi YouTube efface nos archives",
                {"status": "OK", "playableInEmbed": False},
            ),
        ),
        titles=("Vidéo non disponible : pourquoi YouTube efface nos archives",),
        answers=looks(media=seen(_YT_API, b"Unauthorized", 401), sibling=_YT_SIBLING),
    ),
    Labelled(
        name="YouTube takes us for a robot but its endpoint knows the video",
        fact="issue: the endpoint tells that the item exists",
        url=_YT,
        expected=VerdictKind.OK,
        plain=seen(
            _YT,
            youtube(
                "",
                {
                    "status": "LOGIN_REQUIRED",
                    "reason": "Connectez-vous pour confirmer que vous n'êtes pas un robot",
                },
                known=False,
            ),
        ),
        titles=("Visite de la Halle numérique",),
        answers=looks(
            media=oembed(_YT_API, "Visite de la Halle numérique", "Ville"), sibling=_YT_SIBLING
        ),
        accepted=also(VerdictKind.BLOCKED),
    ),
)
