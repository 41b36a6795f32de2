"""Published dossiers: what lies at an address, fetched whole to be read as a file is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from perenne.domain.sites import Site
from perenne.domain.urls import without_credentials
from perenne.domain.verdicts import Evidence, Family, Verdict, VerdictKind
from perenne.dossiers import UnreadableError
from perenne.dossiers.file import LARGEST_FILE
from perenne.rules.looks import served_look
from perenne.runs.explaining import explain
from perenne.runs.service import Outside

_KB = 1024
_SECONDS = 120.0
"""For the whole of a dossier: twice what a link has for its first bytes."""
_CUT_SHORT = Verdict(VerdictKind.DOUBTFUL, (Evidence("published", "incomplete_body"),))


class NotServedError(Exception):
    """No dossier came from that address; `verdict` says what came of it."""

    def __init__(self, url: str, verdict: Verdict) -> None:
        super().__init__(without_credentials(url))
        self.verdict = verdict


@dataclass(frozen=True)
class Published:
    """A file as it was served: where in the end, and under which name."""

    data: bytes
    url: str

    @property
    def name(self) -> str:
        """Return the name of the file, else that of its host."""
        parts = urlsplit(self.url)
        return PurePosixPath(unquote(parts.path)).name or parts.netloc


async def fetch_published(outside: Outside, url: str) -> Published:
    """Return what is served at `url`, asked for and judged as a link is.

    Raises `NotServedError` where that is no page of its own (a wall, an error, a home page in its
    place), and `UnreadableError` where it is too large for a dossier.
    """
    explained = await explain(_patient(outside), url)
    look, verdict = served_look(explained.case), explained.verdict
    if look is None or not _is_shown(verdict):
        raise NotServedError(url, verdict)
    exchange = look.exchange
    if exchange.truncated:
        raise UnreadableError("file_too_large", str(LARGEST_FILE // 1_000_000))
    if exchange.incomplete:
        raise NotServedError(url, _CUT_SHORT)
    return Published(exchange.body, exchange.last.url)


def _is_shown(verdict: Verdict) -> bool:
    """Tell whether it is there for everybody; nobody said under which title, so doubts count."""
    if verdict.kind is VerdictKind.DOUBTFUL:
        return True
    return verdict.family is Family.ALIVE and verdict.kind is not VerdictKind.RESTRICTED


def _patient(outside: Outside) -> Outside:
    """Return what is needed to read on to the end of a body."""
    limits = outside.settings.limits
    longer = limits.model_copy(
        update={
            "exchange": max(limits.exchange, _SECONDS),
            "link": max(limits.link, 2 * _SECONDS),
        }
    )
    settings = outside.settings.model_copy(update={"limits": longer})
    return Outside(settings, outside.clock, _whole(outside.site_of))


def _whole(site_of: Callable[[str], Site]) -> Callable[[str], Site]:
    def site(host: str) -> Site:
        return replace(site_of(host), body_kb=LARGEST_FILE // _KB + 1)

    return site
