"""SoundCloud and Radio France: sounds alive, removed, private."""

from __future__ import annotations

import json

from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.prose import prose
from tests.labelled.second.templates_other_media import oembed, player, radio_france
from tests.labelled.wire import absent, looks, seen

_SC = "https://soundcloud.com/labo-sonore/"


_RF = "https://www.radiofrance.fr/franceculture/podcasts/"


_JSON = {"content-type": "application/json"}


def _sc_api(name: str, body: bytes, status: int = 200) -> Exchange:
    address = f"https://soundcloud.com/oembed?format=json&url={_SC}{name}"
    return seen(address, body, status, headers=_JSON)


def _ld(**more: object) -> str:
    data = {"@context": "https://schema.org", **more}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


_AUDIO = _ld(
    **{"@type": "RadioEpisode", "audio": {"@type": "AudioObject", "contentUrl": "https://m/a.mp3"}}
)


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a sound of SoundCloud whose page is a shell, and which oEmbed knows",
        fact="issue: public oEmbed endpoint",
        url=f"{_SC}paroles-d-agents",
        expected=V.OK,
        plain=seen(
            f"{_SC}paroles-d-agents",
            player(
                "Stream Paroles d'agents by Labo sonore",
                suffix=" | Listen online for free on SoundCloud",
                head='<meta property="og:title" content="Paroles d\'agents">',
            ),
        ),
        titles=("Paroles d'agents",),
        answers=looks(media=_sc_api("paroles-d-agents", oembed("Paroles d'agents", "SoundCloud"))),
    ),
    Labelled(
        name="a sound of SoundCloud that is gone behind a shell",
        fact="issue: 200 for a removed item; oEmbed 404",
        url=f"{_SC}episode-3",
        expected=V.MEDIA_REMOVED,
        plain=seen(
            f"{_SC}episode-3",
            player("SoundCloud - Hear the world’s sounds", text="<p>JavaScript is disabled</p>"),
        ),
        titles=("Épisode 3 : la nuit des archives",),
        answers=looks(media=_sc_api("episode-3", b"{}", 404)),
    ),
    Labelled(
        name="a sound of SoundCloud that its author made private",
        fact="issue: a private item is restricted; oEmbed 403",
        url=f"{_SC}brouillon",
        expected=V.RESTRICTED,
        plain=seen(
            f"{_SC}brouillon", player("SoundCloud - Hear the world’s sounds", text="<p>Loading</p>")
        ),
        titles=("Balade sonore",),
        answers=looks(media=_sc_api("brouillon", b"{}", 403)),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="an episode of France Culture that may be heard",
        fact="issue: AudioObject in the page's own data",
        url=f"{_RF}entendez-vous/la-ville-en-chantier-1234567",
        expected=V.OK,
        plain=seen(
            f"{_RF}entendez-vous/la-ville-en-chantier-1234567",
            radio_france(
                "La ville en chantier", media=f"{_AUDIO}<button>Écouter (58 min)</button>"
            ),
        ),
        titles=("La ville en chantier",),
        answers=looks(sibling=absent(f"{_RF}entendez-vous/la-ville-en-chantier-1234567")),
    ),
    Labelled(
        name="an episode of France Culture that may no longer be heard",
        fact="issue: 200 for a removed sound, told in the page's own text",
        url=f"{_RF}entendez-vous/le-jardin-public-7654321",
        expected=V.MEDIA_REMOVED,
        plain=seen(
            f"{_RF}entendez-vous/le-jardin-public-7654321",
            radio_france(
                "Le jardin public",
                media="<p class='unavailable'>Ce contenu n'est plus disponible à l'écoute.</p>",
            ),
        ),
        titles=("Le jardin public",),
        answers=looks(sibling=absent(f"{_RF}entendez-vous/le-jardin-public-7654321")),
        accepted=also(V.DOUBTFUL),
    ),
    Labelled(
        name="a programme that is no longer broadcast, whose episodes may be heard",
        fact="issue: 'n'est plus diffusée' tells of the programme; the sound is named in the page",
        url=f"{_RF}terre-a-terre/les-communs-2222222",
        expected=V.OK,
        plain=seen(
            f"{_RF}terre-a-terre/les-communs-2222222",
            radio_france(
                "Les communs",
                media=f"{_AUDIO}<button>Écouter (44 min)</button>",
                text=("Cette émission n'est plus diffusée, ses épisodes restent en ligne.",),
            ),
        ),
        titles=("Les communs",),
        answers=looks(sibling=absent(f"{_RF}terre-a-terre/les-communs-2222222")),
    ),
    Labelled(
        name="a written article of Radio France without any sound",
        fact="issue: nothing says removed; an article needs no player",
        url="https://www.radiofrance.fr/franceinter/naissance-des-rues-3333333",
        expected=V.OK,
        plain=seen(
            "https://www.radiofrance.fr/franceinter/naissance-des-rues-3333333",
            radio_france("Comment naissent les rues", text=prose("rues", 4)),
        ),
        titles=("Comment naissent les rues",),
        answers=looks(
            sibling=absent("https://www.radiofrance.fr/franceinter/naissance-des-rues-3333333")
        ),
    ),
)
