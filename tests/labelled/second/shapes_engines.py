"""Short ways to write the cases of soft 404s, redirects and right pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from perenne.domain.cases import AskKind
from perenne.domain.exchanges import Exchange
from perenne.domain.verdicts import Family, VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.wire import Step, absent, beside, looks, seen

K = VerdictKind


def living(
    name: str,
    fact: str,
    url: str,
    body: bytes,
    *titles: str,
    expected: VerdictKind = K.OK,
    accepted: Sequence[VerdictKind] = (),
    headers: Mapping[str, str] | None = None,
    sibling: Exchange | None = None,
) -> Labelled:
    """Return a page that answers 200; unless said otherwise its site knows real 404s."""
    return Labelled(
        name=name,
        fact=fact,
        url=url,
        expected=expected,
        plain=seen(url, body, headers=headers),
        titles=titles,
        answers=looks(
            sibling=sibling or absent(url),
            browser=seen(url, body, headers=headers),
            second=seen(url, body, headers=headers),
        ),
        accepted=also(*accepted),
    )


def dead(
    name: str,
    fact: str,
    url: str,
    body: bytes,
    *titles: str,
    expected: VerdictKind = K.SOFT_404,
    accepted: Sequence[VerdictKind] = (),
    headers: Mapping[str, str] | None = None,
    sibling: bytes | None = None,
) -> Labelled:
    """Return a page that is not there; its site serves the same (or `sibling`) for any address."""
    same = seen(beside(url), body if sibling is None else sibling, headers=headers)
    return living(
        name,
        fact,
        url,
        body,
        *titles,
        expected=expected,
        accepted=accepted,
        headers=headers,
        sibling=same,
    )


def led(
    name: str,
    fact: str,
    steps: Sequence[Step],
    target: str,
    body: bytes,
    *titles: str,
    expected: VerdictKind,
    accepted: Sequence[VerdictKind] = (),
    headers: Mapping[str, str] | None = None,
    sibling: Exchange | None = None,
) -> Labelled:
    """Return a redirect; unless said otherwise a nonsense sibling gets a real 404."""
    url = steps[0][0]
    answer = seen(target, body, via=steps, headers=headers)
    return Labelled(
        name=name,
        fact=fact,
        url=url,
        expected=expected,
        plain=answer,
        titles=titles,
        answers=looks(sibling=sibling or absent(url), browser=answer, second=answer),
        accepted=also(*accepted),
    )


def swept(url: str, target: str, body: bytes, status: int = 302) -> Exchange:
    """Return what a site does that sends every unknown address to `target`."""
    return seen(target, body, via=[(beside(url), status)])


def one_site(cases: Iterable[Labelled]) -> tuple[Labelled, ...]:
    """Make siblings truthful: a host that serves a soft 404 beside one page does so beside all."""
    cases = tuple(cases)
    soft = {
        urlsplit(case.url).netloc: case.answers[AskKind.SIBLING]
        for case in cases
        if case.expected is VerdictKind.SOFT_404
        and case.answers[AskKind.SIBLING].status == 200
        and len(case.answers[AskKind.SIBLING].hops) == 1
    }
    return tuple(_fitted(case, soft.get(urlsplit(case.url).netloc)) for case in cases)


def _fitted(case: Labelled, soft: Exchange | None) -> Labelled:
    known = case.answers[AskKind.SIBLING]
    broken = case.expected.family is Family.BROKEN
    if soft is None or broken or known.status == 200 or len(case.plain.hops) > 1:
        return case
    same = replace(soft, hops=(replace(soft.last, url=beside(case.url)),))
    return replace(case, answers={**case.answers, AskKind.SIBLING: same})
