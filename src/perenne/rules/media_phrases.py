"""What players say, in French and English, as folded by `words.plain`.

The statuses are YouTube's, whose reasons come in the language of the request.
"""

from __future__ import annotations

import re

_THING = (
    r"(?:video|film|audio|son|podcast|episode|emission|concert|enregistrement|document|contenu)"
)
_GONE_FRENCH = (
    rf"(?:cet|cette|ce|la|le|l'|votre) ?{_THING}(?: (?:de cet(?:te)? \w+|demandee?|audio|video))? "
    r"(?:n'est (?:plus|pas) (?:disponible|accessible|en ligne)|n'existe (?:plus|pas)|"
    r"a ete (?:definitivement )?(?:supprimee?|retiree?)|est (?:introuvable|indisponible))"
)
_GONE_ENGLISH = (
    r"(?:this|the|that) (?:video|track|audio|episode|recording) (?:is (?:unavailable|not available|"
    r"no longer available)|isn't available(?: anymore)?|does(?:n't| not) exist|no longer exists|"
    r"(?:was|has been) (?:removed|deleted|taken down)|(?:was |could )?not (?:be )?found)|"
    r"we (?:can't|cannot|can not|couldn't|could not) find that (?:video|track)"
)
_PRIVATE = (
    r"(?:cette |la )?video (?:est )?privee|(?:this |the )?(?:video|track) is private|"
    r"(?:this is a )?private (?:video|track)|(?:this )?video is password[- ]protected"
)
_ENDS = r"(?= ?(?:[.!;|]|$| en ecoute| a l'ecoute| a la reecoute| pour des raisons))"
"""What follows the sentence of a player, where a summary would go on."""

GONE_TEXT = re.compile(rf"(?<!\w)(?:{_GONE_FRENCH}|{_GONE_ENGLISH}){_ENDS}")
PRIVATE_TEXT = re.compile(rf"(?<!\w)(?:{_PRIVATE}){_ENDS}")

GONE_HEADING = re.compile(
    rf"(?:{_GONE_FRENCH}|{_GONE_ENGLISH}|(?:video|audio|contenu) (?:non disponible|indisponible|"
    r"supprimee?|introuvable)|video unavailable|track not found)"
)
"""Few words, as nobody calls a film « Vidéo indisponible », though one may be « Film perdu »."""

PRIVATE_HEADING = re.compile(_PRIVATE)

PRIVATE_REASON = re.compile(rf"{_PRIVATE}|reservee? aux membres|members-only|join this channel")
"""Where YouTube gives it as the reason: for members is behind a subscription."""

PLAYS = {
    "OK",
    "LIVE_STREAM_OFFLINE",
    "CONTENT_CHECK_REQUIRED",
    "AGE_CHECK_REQUIRED",
    "AGE_VERIFICATION_REQUIRED",
}
"""YouTube has the video, for readers who confirm something."""

REMOVED_FOR = re.compile(
    r"removed|supprimee?|retiree?|copyright|droits d'auteur|terminated|cloture|resiliee?|closed|"
    r"no longer available|isn't available anymore|n'est plus disponible"
)
PASSING = re.compile(r"try again|reessa|error occurred|erreur s'est produite|robot|not a bot")
ELSEWHERE = re.compile(r"your country|votre pays|other websites|autres sites")
