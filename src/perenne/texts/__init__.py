"""What users read: English in the code, French in the catalogue, French by default.

`_("…")` translates into the language in use (`use`), in code and in templates alike.
"""

from __future__ import annotations

import gettext as _gettext
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("fr", "en")
LOCALE = Path(__file__).parent / "locale"
N_ = str
"""Marks a message for the catalogue, where it is translated only as it is used."""
_language: ContextVar[str] = ContextVar("language", default="fr")


def use(language: str) -> None:
    """Choose the language of what follows in this context; one of `LANGUAGES`."""
    if language not in LANGUAGES:
        raise ValueError(language)
    _language.set(language)


def language() -> str:
    """Return the language in use."""
    return _language.get()


def _(message: str, /, **facts: object) -> str:
    """Translate `message`, then put the facts in the places of its ``{names}``."""
    text = _catalogue(_language.get()).gettext(message)
    return text.format(**facts) if facts else text


def plural(one: str, many: str, n: int, /, **facts: object) -> str:
    """Translate the form that fits `n`, which fills ``{n}``."""
    text = _catalogue(_language.get()).ngettext(one, many, n)
    return text.format(n=n, **facts)


def in_every_language(message: str) -> tuple[str, ...]:
    """Return the message as each of our languages says it."""
    return tuple(_catalogue(each).gettext(message) for each in LANGUAGES)


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    if language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("perenne", LOCALE, [language])
