"""YouTube: alive, removed, private, by its own words and by oEmbed."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.second.templates_other_media import oembed, youtube
from tests.labelled.wire import looks, seen

_YT = "https://www.youtube.com/watch?v="


_JSON = {"content-type": "application/json; charset=utf-8"}


def _yt_api(ident: str, body: bytes, status: int = 200) -> Exchange:
    address = f"https://www.youtube.com/oembed?format=json&url={_YT}{ident}"
    return seen(address, body, status, headers=_JSON if status == 200 else {})


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a YouTube video that plays, in a large page",
        fact="issue: by the state that the player page carries; playabilityStatus OK",
        url=f"{_YT}aB3dE5fG7hI",
        expected=V.OK,
        plain=seen(f"{_YT}aB3dE5fG7hI", youtube("Innover au village", "OK"), truncated=True),
        titles=("Innover au village [vidéo]",),
        answers=looks(media=_yt_api("aB3dE5fG7hI", oembed("Innover au village", "YouTube"))),
    ),
    Labelled(
        name="a YouTube video that is no longer available, in French",
        fact="issue: 200 for a removed item; playabilityStatus ERROR with its reason",
        url=f"{_YT}zZ9yY8xX7wW",
        expected=V.MEDIA_REMOVED,
        plain=seen(f"{_YT}zZ9yY8xX7wW", youtube("", "ERROR", "Cette vidéo n'est plus disponible")),
        titles=("Conférence de clôture",),
        answers=looks(media=_yt_api("zZ9yY8xX7wW", b"Not Found", 404)),
    ),
    Labelled(
        name="a YouTube video removed with the account of its owner",
        fact="issue: the reason is in the page; oEmbed says 404",
        url="https://youtu.be/Qq1Ww2Ee3Rr",
        expected=V.MEDIA_REMOVED,
        plain=seen(
            f"{_YT}Qq1Ww2Ee3Rr&feature=youtu.be",
            youtube(
                "",
                "ERROR",
                "This video is no longer available because the YouTube account associated with "
                "this video has been terminated.",
            ),
            via=(("https://youtu.be/Qq1Ww2Ee3Rr", 303),),
        ),
        answers=looks(media=_yt_api("Qq1Ww2Ee3Rr", b"Not Found", 404)),
    ),
    Labelled(
        name="a private video of YouTube",
        fact="issue: a private item is restricted; LOGIN_REQUIRED, 'Vidéo privée'",
        url=f"{_YT}pP4oO5iI6uU",
        expected=V.RESTRICTED,
        plain=seen(f"{_YT}pP4oO5iI6uU", youtube("", "LOGIN_REQUIRED", "Vidéo privée")),
        titles=("Webinaire du réseau",),
        answers=looks(media=_yt_api("pP4oO5iI6uU", b"Forbidden", 403)),
    ),
    Labelled(
        name="YouTube takes us for a robot, and oEmbed knows the video",
        fact="issue: refusing us is not a state of the video; oEmbed 200 says it is there",
        url=f"{_YT}rR7tT8yY9uU",
        expected=V.OK,
        plain=seen(
            f"{_YT}rR7tT8yY9uU",
            youtube("", "LOGIN_REQUIRED", "Sign in to confirm you’re not a bot"),
        ),
        titles=("Portrait d'une bibliothécaire",),
        answers=looks(
            media=_yt_api("rR7tT8yY9uU", oembed("Portrait d'une bibliothécaire", "YouTube"))
        ),
        accepted=also(V.BLOCKED),
    ),
    Labelled(
        name="a YouTube video that may not be embedded elsewhere, and plays",
        fact="issue: the page's own state (OK) beats an oEmbed answer of 401 about embedding",
        url=f"{_YT}eE1mM2bB3eE",
        expected=V.OK,
        plain=seen(f"{_YT}eE1mM2bB3eE", youtube("Le grand débat à Nantes", "OK")),
        titles=("Le grand débat à Nantes",),
        answers=looks(media=_yt_api("eE1mM2bB3eE", b"Unauthorized", 401)),
    ),
    Labelled(
        name="a living video entitled Vidéo supprimée",
        fact="issue: the player's state, not a phrase that happens to be the title",
        url=f"{_YT}sS2uU3pP4pP",
        expected=V.OK,
        plain=seen(
            f"{_YT}sS2uU3pP4pP", youtube("« Vidéo supprimée » : enquête sur la modération", "OK")
        ),
        titles=("« Vidéo supprimée » : enquête sur la modération",),
        answers=looks(
            media=_yt_api(
                "sS2uU3pP4pP", oembed("« Vidéo supprimée » : enquête sur la modération", "YouTube")
            )
        ),
    ),
)
