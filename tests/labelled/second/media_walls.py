"""Short addresses, consent walls and channels of YouTube; Vimeo."""

from __future__ import annotations

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import bare
from tests.labelled.second.templates_other_media import oembed, player, youtube
from tests.labelled.wire import absent, looks, seen

_YT = "https://www.youtube.com/watch?v="


_CONSENT = (
    "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D{}"
    "&gl=FR&m=0&pc=yt"
)


_VIMEO = "https://vimeo.com/"


_JSON = {"content-type": "application/json; charset=utf-8"}


def _yt_api(ident: str, body: bytes, status: int = 200) -> Exchange:
    address = f"https://www.youtube.com/oembed?format=json&url={_YT}{ident}"
    return seen(address, body, status, headers=_JSON if status == 200 else {})


def _vimeo_api(ident: str, body: bytes, status: int = 200) -> Exchange:
    return seen(
        f"https://vimeo.com/api/oembed.json?url={_VIMEO}{ident}", body, status, headers=_JSON
    )


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a short YouTube address that leads to a video which plays",
        fact="issue: a shortener to the same document is moved; a temporary redirect is ok",
        url="https://youtu.be/Mm1Nn2Oo3Pp",
        expected=V.OK,
        plain=seen(
            f"{_YT}Mm1Nn2Oo3Pp&feature=youtu.be",
            youtube("Le tiers-lieu en images", "OK"),
            via=(("https://youtu.be/Mm1Nn2Oo3Pp", 303),),
        ),
        titles=("Le tiers-lieu en images",),
        answers=looks(media=_yt_api("Mm1Nn2Oo3Pp", oembed("Le tiers-lieu en images", "YouTube"))),
        accepted=also(V.MOVED),
    ),
    Labelled(
        name="the consent wall of YouTube stands before a living video",
        fact="french-web 2b/issue: the wall proves nothing; the oEmbed answer does",
        url=f"{_YT}cC5oO6nN7sS",
        expected=V.OK,
        plain=seen(
            _CONSENT.format("cC5oO6nN7sS"),
            player(
                "Avant d'accéder à YouTube",
                text="<h1>Avant d'accéder à YouTube</h1><p>Nous utilisons des cookies et des "
                "données pour proposer nos services.</p><button>Tout refuser</button>"
                '<button>Tout accepter</button><a href="/signin">Se connecter</a>',
                kb=30,
            ),
            via=((f"{_YT}cC5oO6nN7sS", 302),),
        ),
        titles=("Les communs numériques",),
        answers=looks(media=_yt_api("cC5oO6nN7sS", oembed("Les communs numériques", "YouTube"))),
    ),
    Labelled(
        name="the consent wall of YouTube stands before a removed video",
        fact="issue: by their public oEmbed endpoint where the page says nothing",
        url=f"{_YT}dD6eE7aA8dD",
        expected=V.MEDIA_REMOVED,
        plain=seen(
            _CONSENT.format("dD6eE7aA8dD"),
            player("Avant d'accéder à YouTube", text="<h1>Avant d'accéder à YouTube</h1>", kb=30),
            via=((f"{_YT}dD6eE7aA8dD", 302),),
        ),
        titles=("Séance plénière",),
        answers=looks(media=_yt_api("dD6eE7aA8dD", b"Not Found", 404)),
    ),
    Labelled(
        name="a public video of Vimeo",
        fact="issue: oEmbed 200, VideoObject in the page",
        url=f"{_VIMEO}271828182",
        expected=V.OK,
        plain=seen(
            f"{_VIMEO}271828182",
            player(
                "Le design dans les services publics on Vimeo",
                head='<meta property="og:title" content="Le design dans les services publics">'
                '<meta property="og:video:url" content="https://player.vimeo.com/video/271828182">',
            ),
        ),
        titles=("Le design dans les services publics",),
        answers=looks(media=_vimeo_api("271828182", oembed("Le design…", "Vimeo"))),
    ),
    Labelled(
        name="a private video of Vimeo",
        fact="issue: a private item is restricted; 'Because of its privacy settings', oEmbed 403",
        url=f"{_VIMEO}314159265",
        expected=V.RESTRICTED,
        plain=seen(
            f"{_VIMEO}314159265",
            bare(
                "Private Video on Vimeo",
                "<h1>Cette vidéo est privée</h1><p>Connectez-vous pour vérifier si vous êtes "
                "autorisé à la voir. Because of its privacy settings, this video cannot be played "
                'here.</p><form><input type="email"><input type="password"></form>',
                lang="fr",
            ),
        ),
        titles=("Restitution de la résidence",),
        answers=looks(media=_vimeo_api("314159265", b'{"domain_status_code":403}', 403)),
    ),
    Labelled(
        name="a Vimeo page that answers 200 for a video which is gone",
        fact="issue: oEmbed 404 = removed",
        url=f"{_VIMEO}161803398",
        expected=V.MEDIA_REMOVED,
        plain=seen(
            f"{_VIMEO}161803398",
            player("Vimeo", text="<p>Sorry, we couldn’t find that page</p>", kb=25, lang="en"),
        ),
        titles=("Film de la biennale",),
        answers=looks(media=_vimeo_api("161803398", b'{"error":"Not found"}', 404)),
        accepted=also(V.SOFT_404),
    ),
    Labelled(
        name="a channel page of YouTube is not one video",
        fact="issue: rules for items do not apply to a channel, which has no player state",
        url="https://www.youtube.com/@reseaudeslabos",
        expected=V.OK,
        plain=seen(
            "https://www.youtube.com/@reseaudeslabos",
            player(
                "Réseau des labos",
                suffix=" - YouTube",
                head='<meta property="og:title" content="Réseau des labos">',
                kb=110,
            ),
            truncated=True,
        ),
        titles=("Réseau des labos (chaîne YouTube)",),
        answers=looks(sibling=absent("https://www.youtube.com/@reseaudeslabos")),
    ),
)
