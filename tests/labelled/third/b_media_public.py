"""Canal-U and Radio France: moved, shown, taken away."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.b_templates import paras, sane
from tests.labelled.third.b_templates_media import canal_u, notes, radio
from tests.labelled.wire import seen

_CU_OLD = "https://www.canal-u.tv/video/uved/la_haie_et_le_champ.21873"
_CU = "https://www.canal-u.tv/chaines/uved/la-haie-et-le-champ"
_FC_OLD = "https://www.franceculture.fr/emissions/lesprit-public/la-commune-a-t-elle-un-avenir"
_FC = (
    "https://www.radiofrance.fr/franceculture/podcasts/lesprit-public/"
    "la-commune-a-t-elle-un-avenir-4217733"
)
_PLAYER = '<video controls><source src="/media/{}.mp4" type="video/mp4"></video>'
_AUDIO = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"RadioEpisode",'
    '"name":"La commune a-t-elle un avenir ?","audio":{"@type":"AudioObject","contentUrl":'
    '"https://media.radiofrance-podcast.net/podcast09/4217733.mp3"}}</script>'
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="an old address of Canal-U leads to the film at its new one",
        fact="design 2: permanent redirect to the same document",
        url=_CU_OLD,
        expected=VerdictKind.MOVED,
        plain=seen(
            _CU,
            canal_u("La haie et le champ", _PLAYER.format("haie") + notes(_CU)),
            via=((_CU_OLD, 301),),
        ),
        titles=("La haie et le champ (vidéo)",),
        answers=sane(_CU),
    ),
    Labelled(
        name="Canal-U keeps the page of a film that its author took away",
        fact="issue: Canal-U pages that answer 200 for a removed item, by their text",
        url=_CU,
        expected=VerdictKind.MEDIA_REMOVED,
        plain=seen(
            _CU,
            canal_u(
                "La haie et le champ",
                '<div class="player-vide"><p>Cette vidéo n’est plus disponible.</p></div>',
            ),
        ),
        titles=("La haie et le champ",),
        answers=sane(_CU),
        accepted=also(VerdictKind.SOFT_404),
    ),
    Labelled(
        name="an old address of Canal-U ends at its home page",
        fact="french-web 2f: redirect to root from a deep path",
        url=_CU_OLD,
        expected=VerdictKind.SOFT_404,
        plain=seen(
            "https://www.canal-u.tv/",
            canal_u(
                "La vidéothèque de l’enseignement supérieur",
                "".join(f"<div class='vignette'><a href='/v/{n}'>Cours {n}</a></div>" for n in "ab")
                + paras("accueil", 1),
            ),
            via=((_CU_OLD, 302),),
        ),
        titles=("Le bocage et ses haies",),
    ),
    Labelled(
        name="an episode of France Culture moved to the house of Radio France",
        fact="design 2: moved, same document, the slug is kept",
        url=_FC_OLD,
        expected=VerdictKind.MOVED,
        plain=seen(
            _FC,
            radio("La commune a-t-elle un avenir ?", paras(_FC, 3), head=_AUDIO),
            via=((_FC_OLD, 301),),
        ),
        titles=("La commune a-t-elle un avenir ?",),
        answers=sane(_FC),
    ),
    Labelled(
        name="an episode of France Culture can be listened to",
        fact="issue: Radio France pages, the sound is declared",
        url=_FC,
        expected=VerdictKind.OK,
        plain=seen(
            _FC,
            radio(
                "La commune a-t-elle un avenir ?",
                "<p>Provenant du podcast L'Esprit public</p><button>Écouter (58 min)</button>"
                + paras(_FC, 3),
                head=_AUDIO,
            ),
        ),
        titles=("La commune a-t-elle un avenir",),
        answers=sane(_FC),
    ),
    Labelled(
        name="an episode of France Culture says that its sound is gone for reasons of rights",
        fact="issue: Radio France pages that answer 200 for a removed item",
        url=_FC,
        expected=VerdictKind.MEDIA_REMOVED,
        plain=seen(
            _FC,
            radio(
                "La commune a-t-elle un avenir ?",
                "<div class='indispo'><p>Pour des raisons de droits, cet épisode n’est plus "
                "disponible à l’écoute.</p></div><p>Dimanche 3 mars 2019</p>",
            ),
        ),
        titles=("La commune a-t-elle un avenir ?",),
        answers=sane(_FC),
        accepted=also(VerdictKind.DOUBTFUL),
    ),
)
