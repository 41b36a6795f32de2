"""Errors that a user can cause: a stable code, and a fact that fills its sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Sentences = Mapping[str, Callable[[str], str]]


class ToldError(Exception):
    """Something cannot be done as it was asked.

    A kind of its own has `_sentences`: by code, what makes the sentence of its fact.
    """

    def __init__(self, code: str, fact: str = "") -> None:
        super().__init__(f"{code}: {fact}" if fact else code)
        self.code = code
        self.fact = fact

    @property
    def sentence(self) -> str:
        """Return what to tell the user, in the language in use."""
        return self._sentences()[self.code](self.fact)

    def _sentences(self) -> Sentences:
        raise NotImplementedError
