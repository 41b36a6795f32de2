"""Vimeo and SoundCloud: films and sounds, public, private, or gone."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled
from tests.labelled.third.b_templates_media import JSON, data, oembed, soundcloud, vimeo
from tests.labelled.wire import looks, seen

_VIM = "https://vimeo.com/284417703"
_VIM_API = "https://vimeo.com/api/oembed.json?url=" + _VIM
_SC = "https://soundcloud.com/radio-des-communes/episode-12-le-budget"
_SC_API = "https://soundcloud.com/oembed?format=json&url=" + _SC

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a film of Vimeo wants its password",
        fact="issue: a private item is restricted",
        url=_VIM,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _VIM,
            vimeo(
                "Private Video on Vimeo",
                '<div class="pw"><h1>This video is private</h1><form action="password"><input '
                'type="password" name="password"><button>Watch Video</button></form></div>',
            ),
        ),
        titles=("Les ateliers filmés",),
        answers=looks(media=data(_VIM_API, {"error": "Forbidden"}, 403)),
    ),
    Labelled(
        name="a film of Vimeo is there",
        fact="issue: public oEmbed where one exists",
        url=_VIM,
        expected=VerdictKind.OK,
        plain=seen(
            _VIM,
            vimeo(
                "Les ateliers filmés on Vimeo",
                "<h1>Les ateliers filmés</h1><p>This is a film of the workshops.</p>",
                head='<meta property="og:type" content="video.other"><meta property="og:video:url" '
                'content="https://player.vimeo.com/video/284417703">',
            ),
        ),
        titles=("Les ateliers filmés",),
        answers=looks(media=oembed(_VIM_API, "Les ateliers filmés", "Collectif")),
    ),
    Labelled(
        name="a sound of SoundCloud is unknown to its endpoint",
        fact="issue: a shell that answers 200 for a removed item",
        url=_SC,
        expected=VerdictKind.MEDIA_REMOVED,
        plain=seen(_SC, soundcloud("SoundCloud - Hear the world’s sounds")),
        titles=("Épisode 12 : le budget",),
        answers=looks(media=seen(_SC_API, b"{}", 404, headers=JSON)),
    ),
    Labelled(
        name="a sound of SoundCloud is known to its endpoint",
        fact="issue: public oEmbed where one exists",
        url=_SC,
        expected=VerdictKind.OK,
        plain=seen(
            _SC,
            soundcloud(
                "Stream Épisode 12 : le budget by Radio des communes | Listen online for free",
                hydrated='[{"hydratable":"sound","data":{"id":99,"title":"Épisode 12"}}]',
            ),
        ),
        titles=("Épisode 12 : le budget",),
        answers=looks(media=oembed(_SC_API, "Épisode 12 : le budget", "Radio des communes")),
    ),
)
