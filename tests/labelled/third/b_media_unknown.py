"""Video sites that no list knows, and articles that embed a film."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.third.b_templates import paras, sane, wordpress
from tests.labelled.third.b_templates_media import pod
from tests.labelled.wire import seen

_POD = "https://video.univ-littoral-nord.fr/video/4471-seminaire-halles-et-marches/"
_TUBE = "https://videos.collectif-rural.net/w/7vQkPz"
_REPLAY = "https://www.tele-du-sud.tv/documentaires/les-gens-du-fleuve"
_BLOG = "https://blog.maison-des-images.org/2019/05/le-film-du-quartier/"

_PLAYER = '<video controls><source src="/media/{}.mp4" type="video/mp4"></video>'

CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a seminar on a university's Pod is shown",
        fact="issue: unknown hosts; a player is declared",
        url=_POD,
        expected=VerdictKind.OK,
        plain=seen(
            _POD,
            pod(
                "Séminaire Halles et marchés",
                _PLAYER.format("halles") + "<p>Ajoutée par : Service audiovisuel</p>",
                site="Vidéos Littoral nord",
            ),
        ),
        titles=("Halles et marchés, séminaire",),
        answers=sane(_POD),
    ),
    Labelled(
        name="a seminar on a university's Pod is behind a password",
        fact="issue: a private item is restricted; lone password form",
        url=_POD,
        expected=VerdictKind.RESTRICTED,
        plain=seen(
            _POD,
            pod(
                "Séminaire Halles et marchés",
                "<div class='alert'>Cette vidéo est protégée par un mot de passe.</div><form "
                "method='post'><label>Mot de passe</label><input type='password' name='password'>"
                "<button>Envoyer</button></form>",
                site="Vidéos Littoral nord",
            ),
        ),
        titles=("Séminaire Halles et marchés",),
        answers=sane(_POD),
    ),
    Labelled(
        name="a southern channel tells that its documentary is not to be seen any more",
        fact="french-web 2f: vidéo supprimée, ce contenu n'est plus disponible, in a short text",
        url=_REPLAY,
        expected=VerdictKind.MEDIA_REMOVED,
        plain=seen(
            _REPLAY,
            wordpress(
                "Les gens du fleuve",
                "<div class='player'><p>Oups ! Cette vidéo n’est plus disponible.</p></div>",
                site="Télé du Sud",
                kb=44,
            ),
        ),
        titles=("Les gens du fleuve (documentaire)",),
        answers=sane(_REPLAY),
        accepted=also(VerdictKind.SOFT_404),
    ),
    Labelled(
        name="an article keeps its text though the film it embeds is gone",
        fact="issue: a removed item is that of a player page; the article itself lives",
        url=_BLOG,
        expected=VerdictKind.OK,
        plain=seen(
            _BLOG,
            wordpress(
                "Le film du quartier : un an d’ateliers",
                paras(_BLOG, 5)
                + "<div class='embed'><p>Cette vidéo n’est plus disponible.</p></div>"
                + paras("suite", 4),
                site="Maison des images",
            ),
        ),
        titles=("Le film du quartier, un an d'ateliers",),
        answers=sane(_BLOG),
    ),
    Labelled(
        name="a film on a collective's PeerTube declares its player in Open Graph",
        fact="issue: a player declared by Open Graph, on a host that nobody lists",
        url=_TUBE,
        expected=VerdictKind.OK,
        plain=seen(
            _TUBE,
            b"<!doctype html><html lang='fr-FR'><head><meta charset='utf-8'><title>Four banal, mode"
            b" d'emploi - Collectif rural</title><meta property='og:type' content='video'><meta "
            b"property='og:title' content=\"Four banal, mode d'emploi\"><meta property="
            b"'og:video:url' content='https://videos.collectif-rural.net/videos/embed/7vQkPz'>"
            b"</head><body><noscript>Activez JavaScript.</noscript><my-app></my-app><script "
            b"src='/client/main.js' type='module'></script></body></html>",
        ),
        titles=("Four banal, mode d'emploi",),
        answers=sane(_TUBE),
    ),
)
