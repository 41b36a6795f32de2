"""Videos and sounds: players whose item is there, removed, private, or unknown."""

from __future__ import annotations

import json

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as K
from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import css, js, text
from tests.labelled.fourth.skins_other import bare
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import absent, looks, seen

_JSON = {"content-type": "application/json"}


def youtube(title: str, status: str, reason: str = "") -> bytes:
    """Return a watch page: its state stands in a script, the visible page is a shell."""
    state = {"responseContext": {}, "playabilityStatus": {"status": status, "reason": reason}}
    if not reason:
        state["playabilityStatus"] = {"status": status, "playableInEmbed": True}
        state["videoDetails"] = {"videoId": "aB3dE5fG7hI", "title": title}
    shown = f"{title} - YouTube" if not reason else " - YouTube"
    named = f'<meta name="title" content="{title}"><meta property="og:title" content="{title}">'
    return f"""<!DOCTYPE html><html style="font-size: 10px" lang="fr-FR" darker-dark-theme><head>
<title>{shown}</title>{named if not reason else ""}{css(10)}{js(30)}</head><body dir="ltr"><div
id="watch7-content"></div><script nonce="x">var ytInitialPlayerResponse =
 {json.dumps(state)};</script><div id="player"></div>{js(30)}<footer>À propos Presse Droits
d'auteur Nous contacter Créateurs Publicité</footer></body></html>""".encode()


def _daily(title: str = "Dailymotion") -> bytes:
    return skins_other.shell(title, head='<meta property="og:site_name" content="Dailymotion">')


def _data(url: str, status: int, **values: object) -> Exchange:
    return seen(url, json.dumps(values).encode(), status, headers=_JSON)


_YT = "https://www.youtube.com/watch?v="
_OE = "https://www.youtube.com/oembed?format=json&url="
_API = "https://api.dailymotion.com/video/"
_DM = "https://www.dailymotion.com/video/"
_VO = "https://vimeo.com/api/oembed.json?url=https://vimeo.com/"
_SC = "https://soundcloud.com/oembed?format=json&url="
_SOUND = "https://soundcloud.com/radio-du-canton/le-guichet-mobile"
_CANAL = "https://www.canal-u.tv/chaines/univ-lisieux/archives-et-pouvoirs"
_RF = "https://www.radiofrance.fr/franceculture/podcasts/terres-communes"
_TELE = "https://tele-du-bocage.example/videos/3312-la-maison-de-services"


CASES: tuple[Labelled, ...] = (
    Labelled(
        "a YouTube watch page says that the video is unavailable",
        "issue 3: the state that the player page carries, and oEmbed",
        f"{_YT}aB3dE5fG7h0",
        K.MEDIA_REMOVED,
        seen(f"{_YT}aB3dE5fG7h0", youtube("", "ERROR", "Vidéo non disponible")),
        ("Un labo dans le Jura (vidéo)",),
        looks(media=seen(f"{_OE}{_YT}aB3dE5fG7h0", b"Not Found", 404)),
    ),
    Labelled(
        "a YouTube video that plays",
        "issue 3: the living twin",
        f"{_YT}aB3dE5fG7hI",
        K.OK,
        seen(f"{_YT}aB3dE5fG7hI", youtube("Un labo dans l'Ain", "OK")),
        ("Un labo dans l'Ain",),
        looks(
            media=_data(
                f"{_OE}{_YT}aB3dE5fG7hI",
                200,
                title="Un labo dans l'Ain",
                type="video",
                provider_name="YouTube",
            )
        ),
    ),
    Labelled(
        "a YouTube video that plays and may not be embedded",
        "issue 3: the player page's own state",
        f"{_YT}aB3dE5fG7hJ",
        K.OK,
        seen(f"{_YT}aB3dE5fG7hJ", youtube("Réunion publique du 4 mai", "OK")),
        ("Réunion publique du 4 mai",),
        looks(media=seen(f"{_OE}{_YT}aB3dE5fG7hJ", b"Unauthorized", 401)),
    ),
    Labelled(
        "a YouTube video that was made private",
        "issue 3: a private item is restricted",
        f"{_YT}aB3dE5fG7hK",
        K.RESTRICTED,
        seen(f"{_YT}aB3dE5fG7hK", youtube("", "LOGIN_REQUIRED", "Cette vidéo est privée")),
        ("Portrait d'une directrice",),
        looks(media=seen(f"{_OE}{_YT}aB3dE5fG7hK", b"Forbidden", 403)),
    ),
    Labelled(
        "a shared short address of a video removed with its account",
        "issue 3: the state that the player page carries",
        "https://youtu.be/aB3dE5fG7hL",
        K.MEDIA_REMOVED,
        seen(
            f"{_YT}aB3dE5fG7hL&feature=youtu.be",
            youtube(
                "",
                "ERROR",
                "Cette vidéo n'est plus disponible, car le compte YouTube associé a été clôturé.",
            ),
            via=(("https://youtu.be/aB3dE5fG7hL", 303),),
        ),
        ("La Transfo en images",),
        looks(media=seen(f"{_OE}{_YT}aB3dE5fG7hL", b"Not Found", 404)),
    ),
    Labelled(
        "a Dailymotion shell whose video the data endpoint does not know",
        "french-web 2b: 404 from the legacy API is gone",
        f"{_DM}x6k2ab1",
        K.MEDIA_REMOVED,
        seen(f"{_DM}x6k2ab1", _daily()),
        ("À Paris (ville de Paris)",),
        looks(
            media=_data(
                f"{_API}x6k2ab1",
                404,
                error={
                    "code": 404,
                    "type": "not_found",
                    "error_data": {"reason": "object_not_found"},
                },
            )
        ),
    ),
    Labelled(
        "a Dailymotion shell whose video the data endpoint knows",
        "french-web 2b: the living twin",
        f"{_DM}x6k2ab2",
        K.OK,
        seen(f"{_DM}x6k2ab2", _daily()),
        ("À Lyon",),
        looks(media=_data(f"{_API}x6k2ab2", 200, id="x6k2ab2", title="À Lyon", owner="x1")),
    ),
    Labelled(
        "a Dailymotion shell whose endpoint stays mute",
        "french-web 2b: a JS shell's 200 proves nothing; issue 3: otherwise doubtful",
        f"{_DM}x6k2ab3",
        K.DOUBTFUL,
        seen(f"{_DM}x6k2ab3", _daily()),
        ("À Lille",),
    ),
    Labelled(
        "a Dailymotion address that is plainly not found",
        "design 2: 404",
        f"{_DM}x6k2ab4",
        K.NOT_FOUND,
        seen(f"{_DM}x6k2ab4", _daily("Dailymotion - 404"), 404),
        ("À Brest",),
        looks(media=_data(f"{_API}x6k2ab4", 404, error={"code": 404, "type": "not_found"})),
        also(K.MEDIA_REMOVED),
    ),
    Labelled(
        "a Vimeo page whose oEmbed does not know the film",
        "issue 3: by their public oEmbed endpoint",
        "https://vimeo.com/284411902",
        K.MEDIA_REMOVED,
        seen("https://vimeo.com/284411902", skins_other.shell("Vimeo")),
        ("Film de la résidence",),
        looks(media=_data(f"{_VO}284411902", 404, error="Not Found")),
    ),
    Labelled(
        "a Vimeo page whose film is there",
        "issue 3: the living twin",
        "https://vimeo.com/284411903",
        K.OK,
        seen("https://vimeo.com/284411903", skins_other.shell("Film de la résidence 2 on Vimeo")),
        ("Film de la résidence 2",),
        looks(media=_data(f"{_VO}284411903", 200, title="Film de la résidence 2", type="video")),
    ),
    Labelled(
        "a SoundCloud page whose sound is no longer known",
        "issue 3: by their public oEmbed endpoint",
        _SOUND,
        K.MEDIA_REMOVED,
        seen(_SOUND, skins_other.shell("SoundCloud – Écoute le son du monde")),
        ("Le guichet mobile (émission)",),
        looks(media=seen(f"{_SC}{_SOUND}", b"", 404, headers=_JSON)),
    ),
    Labelled(
        "a SoundCloud page whose sound is known",
        "issue 3: the living twin",
        f"{_SOUND}-2",
        K.OK,
        seen(f"{_SOUND}-2", skins_other.shell("Le guichet mobile 2 by Radio du canton")),
        ("Le guichet mobile, deuxième émission",),
        looks(media=_data(f"{_SC}{_SOUND}-2", 200, title="Le guichet mobile 2", type="rich")),
    ),
    Labelled(
        "a university's film page says that the video was withdrawn",
        "french-web 2f: vidéo supprimée or indisponible",
        _CANAL,
        K.MEDIA_REMOVED,
        seen(
            _CANAL,
            skins.drupal10(
                "Vidéo indisponible",
                "<p>Cette vidéo a été retirée à la demande de ses auteurs.</p>",
                site="Canal-U",
            ),
        ),
        ("Archives et pouvoirs",),
        {},
        also(K.SOFT_404),
    ),
    Labelled(
        "a university's film page with its player and chapters",
        "issue 3: the living twin",
        f"{_CANAL}-2",
        K.OK,
        seen(
            f"{_CANAL}-2",
            skins.drupal10(
                "Archives et pouvoirs : seconde séance",
                '<video controls src="/f/2.mp4"></video>'
                "<ul><li>00:00 Ouverture</li><li>12:40 Débat</li></ul>" + text("canal", 1),
                site="Canal-U",
            ),
        ),
        ("Archives et pouvoirs : seconde séance",),
        looks(sibling=absent(_CANAL)),
    ),
    Labelled(
        "a France Culture programme that can be heard",
        "issue 3: the living twin",
        f"{_RF}/la-mairie-7733120",
        K.OK,
        seen(
            f"{_RF}/la-mairie-7733120",
            skins_other.press(
                "La mairie, maison de tous",
                text("rf", 2),
                site="France Culture",
                head=(
                    '<script type="application/ld+json">{"@type":"RadioEpisode","name":"La mairie",'
                    '"audio":{"@type":"AudioObject","contentUrl":"https://media.radiofrance-podcast.'
                    'net/podcast09/x.mp3"}}</script>'
                ),
            ),
        ),
        ("La mairie, maison de tous (émission)",),
        looks(sibling=absent(f"{_RF}/x")),
    ),
    Labelled(
        "a local channel unknown to us says that its video no longer exists",
        "french-web 2f: vidéo supprimée",
        _TELE,
        K.MEDIA_REMOVED,
        seen(
            _TELE,
            skins.wordpress(
                "Vidéo supprimée",
                "<p>Cette vidéo n'existe plus.</p>",
                site="Télé du bocage",
                comments=False,
            ),
        ),
        ("La maison de services (reportage)",),
        {},
        also(K.SOFT_404),
    ),
    Labelled(
        "the local channel's living report about deleted videos",
        "issue 3: a living article about the subject",
        f"{_TELE}-bis",
        K.OK,
        seen(
            f"{_TELE}-bis",
            skins.wordpress(
                "Vidéos supprimées : la mairie s'explique",
                '<iframe src="https://www.youtube.com/embed'
                '/aB3dE5fG7hI"></iframe>' + text("suppr", 5),
                site="Télé du bocage",
            ),
        ),
        ("Vidéos supprimées : la mairie s'explique",),
        looks(sibling=absent(_TELE)),
    ),
    Labelled(
        "a page names itself unavailable where an error answers",
        "design 2: 404",
        f"{_RF}/l-ecole-1",
        K.NOT_FOUND,
        seen(f"{_RF}/l-ecole-1", bare("Page indisponible", "<h1>404</h1>"), 404),
        ("L'école, autrement",),
        {},
        also(K.MEDIA_REMOVED),
    ),
)
