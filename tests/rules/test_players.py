"""Videos and sounds, by the facts of YouTube, Vimeo, SoundCloud, Canal-U and Radio France."""

import json

import pytest
from tests.rules.made_pages import answer, bare, case, failed, hop, page, redirected, settle

from perenne.domain.cases import Ask, AskKind
from perenne.domain.exchanges import Exchange, Failure
from perenne.domain.verdicts import VerdictKind
from perenne.rules.judge import judge

ID = "aZ3-_9bcD0e"
WATCH = f"https://www.youtube.com/watch?v={ID}"
OEMBED = f"https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D{ID}&format=json"
VIMEO_DATA = "https://vimeo.com/api/oembed.json?url="
SOUND_DATA = "https://soundcloud.com/oembed?format=json&url="
VIMEO = "https://vimeo.com/320269670"
TRACK = "https://soundcloud.com/mairie-de-paris/le-lab"
FILM = "https://www.canal-u.tv/chaines/fmsh/innover-dans-la-ville"
EPISODE = (
    "https://www.radiofrance.fr/franceculture/podcasts/lsd/la-rue-vilin-le-lieu-de-lenfance-5547981"
)
SILENT = bare("Lecteur", "<div id='app'></div>")
OK, REMOVED = (VerdictKind.OK, "http_ok"), (VerdictKind.MEDIA_REMOVED, "media_removed")
PRIVATE = (VerdictKind.RESTRICTED, "media_private")
DOUBTFUL = (VerdictKind.DOUBTFUL, "media_unknown")
Expected = tuple[VerdictKind, str]


def _watch(status: str, reason: str = "", title: str = "Un labo") -> bytes:
    """Return a page of YouTube: a script that carries what the player knows."""
    data = {"playabilityStatus": {"status": status, "reason": reason}, "videoDetails": {}}
    script = f"var ytInitialPlayerResponse = {json.dumps(data, separators=(',', ':'))};"
    filler = "var ytcfg = {};" * 2_000
    return bare(f"{title} - YouTube", f"<script>{filler}{script}</script><div id=app></div>")


def _oembed(status: int, body: bytes = b'{"type":"video","title":"Un labo"}') -> Exchange:
    return answer(OEMBED, body, status, headers={"content-type": "text/html"})


@pytest.mark.parametrize(
    "url",
    [
        WATCH,
        f"https://m.youtube.com/watch?app=desktop&v={ID}&t=12",
        f"https://www.youtube.com/embed/{ID}?rel=0",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://www.youtube.com/live/{ID}",
        f"https://youtu.be/{ID}?si=abc",
        f"https://www.youtube-nocookie.com/embed/{ID}",
    ],
)
def test_every_form_of_an_address_asks_for_the_same_video(url: str) -> None:
    """By its identifier, where the page says nothing."""
    assert judge(case(url, answer(url, SILENT))) == Ask(AskKind.MEDIA, url=OEMBED)


@pytest.mark.parametrize(
    ("url", "probe"),
    [
        (VIMEO, f"{VIMEO_DATA}https%3A%2F%2Fvimeo.com%2F320269670"),
        (
            "https://player.vimeo.com/video/320269670",
            f"{VIMEO_DATA}https%3A%2F%2Fplayer.vimeo.com%2Fvideo%2F320269670",
        ),
        (
            TRACK,
            f"{SOUND_DATA}https%3A%2F%2Fsoundcloud.com%2Fmairie-de-paris%2Fle-lab",
        ),
    ],
)
def test_vimeo_and_soundcloud_are_asked_by_address(url: str, probe: str) -> None:
    """A hidden video is known by its whole address only."""
    assert judge(case(url, answer(url, SILENT))) == Ask(AskKind.MEDIA, url=probe)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (200, b'{"type":"video"}', OK),
        (404, b"Not Found", REMOVED),
        (400, b"Bad Request", REMOVED),
        (401, b"Unauthorized", PRIVATE),
        (403, b"Forbidden", PRIVATE),
        (200, b"Forbidden", DOUBTFUL),
        (429, b"", DOUBTFUL),
        (500, b"", DOUBTFUL),
        (404, b"<html><h1>404</h1></html>", DOUBTFUL),
        (403, b"<!DOCTYPE html><h1>403 ERROR</h1>", DOUBTFUL),
    ],
)
def test_youtubes_oembed_decides_where_the_page_is_silent(
    status: int, body: bytes, expected: Expected
) -> None:
    """A wall's page in its place decides nothing."""
    verdict = settle(case(WATCH, answer(WATCH, SILENT)), {AskKind.MEDIA: _oembed(status, body)})
    assert (verdict.kind, verdict.code) == expected


@pytest.mark.parametrize(
    ("url", "status", "expected"),
    [
        (VIMEO, 200, OK),
        (VIMEO, 404, REMOVED),
        (VIMEO, 403, PRIVATE),
        (VIMEO, 400, DOUBTFUL),
        (TRACK, 200, OK),
        (TRACK, 404, REMOVED),
        (TRACK, 403, PRIVATE),
    ],
)
def test_vimeo_and_soundcloud_decide_where_the_page_is_silent(
    url: str, status: int, expected: Expected
) -> None:
    """By oEmbed, as YouTube."""
    verdict = settle(case(url, answer(url, SILENT)), {AskKind.MEDIA: _oembed(status, b"{}")})
    assert (verdict.kind, verdict.code) == expected


@pytest.mark.parametrize("url", [WATCH, VIMEO, TRACK])
def test_a_silent_page_whose_data_cannot_be_had_is_doubtful(url: str) -> None:
    """Neither alive nor dead."""
    lost = {AskKind.MEDIA: failed(OEMBED, Failure.ANSWER_TIMEOUT)}
    assert settle(case(url, answer(url, SILENT)), lost).code == "media_unknown"
    assert settle(case(url, answer(url, SILENT))).code == "media_unknown"


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [
        ("OK", "", OK),
        ("LIVE_STREAM_OFFLINE", "", OK),
        ("AGE_CHECK_REQUIRED", "", OK),
        ("ERROR", "Video unavailable", REMOVED),
        ("ERROR", "Cette vidéo n’est plus disponible", REMOVED),
        ("UNPLAYABLE", "Vidéo supprimée par l’utilisateur", REMOVED),
        ("UNPLAYABLE", "Removed for a copyright claim", REMOVED),
        ("LOGIN_REQUIRED", "This is a private video. Please sign in", PRIVATE),
        ("LOGIN_REQUIRED", "Cette vidéo est privée", PRIVATE),
        ("UNPLAYABLE", "Join this channel to get access", PRIVATE),
        ("ERROR", "An error occurred. Please try again later.", DOUBTFUL),
        ("ERROR", "Une erreur s’est produite. Veuillez réessayer.", DOUBTFUL),
        ("LOGIN_REQUIRED", "Sign in to confirm you’re not a bot", DOUBTFUL),
        ("UNPLAYABLE", "The uploader has not made this video available in your country", DOUBTFUL),
        ("UNPLAYABLE", "Playback on other websites has been disabled", DOUBTFUL),
        ("UNPLAYABLE", "Une raison nouvelle", DOUBTFUL),
        ("NOUVEAU", "", DOUBTFUL),
    ],
)
def test_youtubes_page_decides_where_there_is_no_data(
    status: str, reason: str, expected: Expected
) -> None:
    """Countries, bots and passing errors say nothing of the video."""
    verdict = settle(case(WATCH, answer(WATCH, _watch(status, reason))))
    assert (verdict.kind, verdict.code) == expected


def test_an_embedded_player_carries_its_state_as_text_within_a_text() -> None:
    """Its quotes are escaped."""
    url = f"https://www.youtube.com/embed/{ID}"
    data = r"{\"previewPlayabilityStatus\":{\"status\":\"ERROR\",\"reason\":\"Unavailable\"}}"
    body = bare("YouTube", f'<script>var a = {{"embedded":"{data}"}};</script>')
    assert settle(case(url, answer(url, body))).kind is VerdictKind.MEDIA_REMOVED


@pytest.mark.parametrize(
    ("body", "data", "expected"),
    [
        (_watch("ERROR", "Video unavailable"), _oembed(404, b"Not Found"), REMOVED),
        (_watch("ERROR", "Video unavailable"), _oembed(200), DOUBTFUL),
        (_watch("ERROR", "Video unavailable"), _oembed(403, b"Forbidden"), PRIVATE),
        (_watch("LOGIN_REQUIRED", "Vidéo privée"), _oembed(404, b"Not Found"), PRIVATE),
        (_watch("UNPLAYABLE", "Not available in your country"), _oembed(200), OK),
        (_watch("LOGIN_REQUIRED", "Confirm you’re not a bot"), _oembed(200), OK),
        (_watch("LOGIN_REQUIRED", "Confirm you’re not a bot"), _oembed(404, b"no"), REMOVED),
    ],
)
def test_page_and_data_are_heard_together(body: bytes, data: Exchange, expected: Expected) -> None:
    """Life and death together are doubtful; what is private exists."""
    verdict = settle(case(WATCH, answer(WATCH, body)), {AskKind.MEDIA: data})
    assert (verdict.kind, verdict.code) == expected


@pytest.mark.parametrize("url", [VIMEO, TRACK])
def test_a_page_that_names_its_file_is_no_proof_and_no_corpse(url: str) -> None:
    """SoundCloud's oEmbed once answered 404 for everything; Vimeo's does for hidden videos."""
    body = page("Un labo", head='<meta property="og:video" content="https://v.example/1.mp4">')
    given = case(url, answer(url, body))
    assert settle(given, {AskKind.MEDIA: _oembed(404, b"{}")}).code == "media_unknown"
    assert settle(given).kind is VerdictKind.OK


@pytest.mark.parametrize(
    ("url", "title", "expected"),
    [
        (VIMEO, "Private video", PRIVATE),
        (VIMEO, "This video does not exist", REMOVED),
        (TRACK, "We can’t find that track", REMOVED),
        (WATCH, "Vidéo indisponible", REMOVED),
        (WATCH, "Vidéo privée", PRIVATE),
    ],
)
def test_a_player_page_says_it_in_its_title(url: str, title: str, expected: Expected) -> None:
    """In French or English, where the data say nothing."""
    verdict = settle(case(url, answer(url, bare(title, "<p>Retour</p>"))))
    assert (verdict.kind, verdict.code) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Cette vidéo n’est plus disponible.",
        "Cette vidéo est introuvable !",
        "L’audio de cette émission n’est plus disponible.",
        "Cet épisode n'est plus disponible à l'écoute.",
        "Ce contenu a été supprimé.",
    ],
)
@pytest.mark.parametrize("url", [FILM, EPISODE])
def test_a_page_without_data_says_it_in_its_text(url: str, sentence: str) -> None:
    """Beside each, the same page without the sentence."""
    body = page("Innover dans la ville", body=f"<p>{sentence}</p>", sentences=3)
    alive = page("Innover dans la ville", sentences=3)
    assert settle(case(url, answer(url, body))).kind is VerdictKind.MEDIA_REMOVED
    assert settle(case(url, answer(url, alive))).kind is VerdictKind.OK


@pytest.mark.parametrize(
    ("states", "head", "kind"),
    [
        (("true",), "", VerdictKind.MEDIA_REMOVED),
        (("!0",), "", VerdictKind.MEDIA_REMOVED),
        (("false",), "", VerdictKind.OK),
        (("true", "false"), "", VerdictKind.OK),
        (("true",), '<meta property="og:audio" content="https://a.example/1.mp3">', VerdictKind.OK),
    ],
)
def test_an_expired_episode_has_no_sound_any_more(
    states: tuple[str, ...], head: str, kind: VerdictKind
) -> None:
    """Unless the page has it, or speaks of other episodes too."""
    data = ",".join(f'{{title:"x",isExpired:{state}}}' for state in states)
    body = page("La rue Vilin", head=head, body=f"<script>const data = [{data}];</script>")
    assert settle(case(EPISODE, answer(EPISODE, body))).kind is kind


def test_a_page_that_has_its_sound_and_says_not_is_no_corpse() -> None:
    """It speaks of something else."""
    ld = '{"@type":"AudioObject","contentUrl":"https://a.example/1.mp3"}'
    body = page(
        "La rue Vilin",
        head=f'<script type="application/ld+json">{ld}</script>',
        body="<p>La vidéo n’est plus disponible.</p>",
        sentences=3,
    )
    assert settle(case(EPISODE, answer(EPISODE, body))).kind.family.value != "broken"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/@villedeparis",
        "https://www.youtube.com/user/villedeparis/videos",
        "https://www.youtube.com/playlist?list=PL0123456789",
        "https://vimeo.com/villedeparis",
        "https://vimeo.com/blog/post/private-video-2024",
        "https://soundcloud.com/mairie-de-paris",
        "https://soundcloud.com/mairie-de-paris/tracks",
        "https://www.dailymotion.com/villedeparis",
        "https://www.canal-u.tv/actualites/un-film-supprime",
        "https://www.canal-u.tv/chaines/fmsh",
        "https://www.radiofrance.fr/franceculture/podcasts/lsd",
        "https://www.radiofrance.fr/franceculture/la-video-nest-plus-disponible-1234567",
        "https://www.franceinter.fr/culture/film-retire",
    ],
)
def test_a_page_beside_the_items_is_a_page_like_others(url: str) -> None:
    """Channels, programmes and articles about a removed film are alive, and nothing is asked."""
    about = page("La vidéo supprimée qui fait débat", body="<p>Un film privé, puis retiré.</p>")
    verdict = judge(case(url, answer(url, about), "La vidéo supprimée qui fait débat"))
    assert not isinstance(verdict, Ask)
    assert verdict.kind is VerdictKind.OK


@pytest.mark.parametrize(
    "summary",
    [
        "Le cinéaste raconte le son retiré au montage et la vidéo supprimée par son frère.",
        "Le film n’existe pas sans ses figurants, rappelle la réalisatrice.",
        "Une vidéo privée retrouvée au grenier.",
    ],
)
@pytest.mark.parametrize("title", ["Le film introuvable", "Concert privé", "Le son perdu"])
def test_a_summary_may_speak_of_lost_films(summary: str, title: str) -> None:
    """Only the sentence of a player is one."""
    body = page(title, body=f"<p>{summary}</p>", sentences=3)
    assert settle(case(FILM, answer(FILM, body))).kind is VerdictKind.OK


def test_a_film_may_be_called_so() -> None:
    """The cited title is no announcement."""
    title = "Cette vidéo n’est plus disponible"
    body = page(title, sentences=20)
    assert settle(case(FILM, answer(FILM, body), title)).kind is VerdictKind.OK


def test_a_consent_wall_before_the_video_does_not_hide_it() -> None:
    """Its data are asked all the same."""
    wall = (
        "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D" + ID
    )
    given = case(WATCH, redirected(WATCH, wall, page("Avant d’accéder à YouTube"), 302))
    assert settle(given, {AskKind.MEDIA: _oembed(200)}).kind is VerdictKind.OK
    assert settle(given, {AskKind.MEDIA: _oembed(404, b"no")}).kind is VerdictKind.MEDIA_REMOVED


def test_another_videos_page_says_nothing_of_this_one() -> None:
    """Sent elsewhere, its data decide."""
    other = "https://www.youtube.com/watch?v=00000000000"
    given = case(WATCH, answer(other, _watch("OK"), through=(hop(WATCH),)))
    assert settle(given, {AskKind.MEDIA: _oembed(404, b"no")}).kind is VerdictKind.MEDIA_REMOVED


def test_an_old_address_of_france_culture_that_leads_home_is_lost() -> None:
    """The redirect is judged as any other."""
    old = "https://www.franceculture.fr/emissions/lsd/la-rue-vilin"
    home = "https://www.radiofrance.fr/"
    assert settle(case(old, redirected(old, home, page("Radio France")))).code == "redirect_home"
