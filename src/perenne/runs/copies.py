"""Copies in archives, looked at with the eyes that look at live pages."""

from __future__ import annotations

from datetime import datetime

from perenne.archive.verifier import Judge
from perenne.checking.copies import judge_copy
from perenne.domain.captures import Judged
from perenne.domain.exchanges import Exchange
from perenne.domain.links import Link
from perenne.domain.urls import host_of
from perenne.runs.service import Outside


def judge_of(outside: Outside) -> Judge:
    """Return what says what a copy of a link shows."""

    def judge(link: Link, exchange: Exchange, at: datetime) -> Judged:
        return judge_copy(link, exchange, outside.site_of(host_of(link.url)), at)

    return judge
