"""Realistic pages and cases for the rules: French boilerplate around whatever a test needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from perenne.checking.questions import with_answer
from perenne.domain.cases import ANSWERED_BY, Ask, AskKind, Case, Look
from perenne.domain.exchanges import Exchange, Failure, Hop
from perenne.domain.urls import host_of
from perenne.domain.verdicts import Verdict
from perenne.pages import read_page
from perenne.rules.judge import judge
from perenne.sites import load_sites

NOW = datetime(2026, 11, 22, 2, 5, tzinfo=UTC)
SITES = load_sites()
SENTENCES = (
    "La collectivité a réuni ses agents autour d’une question simple : que veut-on changer ?",
    "Une équipe de six personnes, issue de trois directions, travaille depuis janvier.",
    "Les usagers ont été invités à dessiner eux-mêmes le parcours qu’ils attendent.",
    "Le budget reste modeste, mais les élus ont choisi d’en suivre les effets sur cinq ans.",
    "Plusieurs villes voisines ont demandé à visiter les lieux et à reprendre la méthode.",
)
MENU = "".join(
    f'<li><a class="menu-item" href="/{slug}/">{name}</a></li>'
    for slug, name in (
        ("actualites", "Actualités"),
        ("dossiers", "Dossiers"),
        ("agenda", "Agenda"),
        ("emploi", "Emploi"),
        ("contact", "Nous contacter"),
    )
)


def text(sentences: int) -> str:
    """Return so many sentences in paragraphs, always the same."""
    return "".join(f"<p>{SENTENCES[n % len(SENTENCES)]} ({n + 1})</p>" for n in range(sentences))


def page(
    title: str = "Un laboratoire pour la ville",
    *,
    h1: str | None = None,
    body: str = "",
    sentences: int = 30,
    head: str = "",
    site: str = "Le Journal des villes",
) -> bytes:
    """Return an HTML page with navigation, banner and footer around `body` and an article."""
    heading = title if h1 is None else h1
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>{title} | {site}</title><link rel="stylesheet" href="/style.css">{head}
<script src="https://cdn.example.org/app.js"></script><script>var ready = 1;</script></head>
<body class="page"><div id="tarteaucitronRoot">Ce site utilise des cookies. Tout accepter.</div>
<header class="top"><a href="/">{site}</a> <a href="/connexion">Se connecter</a></header>
<nav><ul>{MENU}</ul></nav>
<main><div class="entry"><h1>{heading}</h1>{body}{text(sentences)}</div></main>
<aside>À lire aussi : la page introuvable de la semaine, réservé aux abonnés</aside>
<footer>Mentions légales. Plan du site. Abonnez-vous à la lettre.</footer></body></html>
""".encode()


def bare(title: str, body: str) -> bytes:
    """Return a small page with nothing around it, as servers and walls send."""
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


def answer(
    url: str,
    body: bytes = b"",
    status: int = 200,
    *,
    headers: Mapping[str, str] | None = None,
    through: tuple[Hop, ...] = (),
    truncated: bool = False,
    incomplete: bool = False,
) -> Exchange:
    """Return an exchange that ended with this answer, after the redirects of `through`."""
    given = {"content-type": "text/html; charset=utf-8", **(headers or {})}
    last = Hop(url, status, given)
    return Exchange((*through, last), body=body, truncated=truncated, incomplete=incomplete)


def failed(url: str, failure: Failure, through: tuple[Hop, ...] = ()) -> Exchange:
    """Return an exchange that ended with this failure."""
    return Exchange((*through, Hop(url, failure=failure)))


def hop(url: str, status: int = 301) -> Hop:
    """Return a redirect."""
    return Hop(url, status, permanent=status in (301, 308))


def redirected(url: str, to: str, body: bytes, status: int = 301) -> Exchange:
    """Return an exchange sent from `url` to `to`, which answered 200."""
    return answer(to, body, through=(hop(url, status),))


def case(url: str, exchange: Exchange, *titles: str) -> Case:
    """Return the case of a link first looked at, with what is known of its site."""
    look = Look(exchange, read_page(exchange))
    return Case(url, (look,), titles, SITES.site_of(host_of(url)), NOW)


def add(given: Case, kind: AskKind, exchange: Exchange) -> Case:
    """Return the case with the answer to a question."""
    asked = replace(exchange, variant=ANSWERED_BY[kind])
    return with_answer(given, Ask(kind), Look(asked, read_page(asked)))


def settle(given: Case, answers: Mapping[AskKind, Exchange] | None = None) -> Verdict:
    """Judge until a verdict; a question without an answer here cannot be answered any more."""
    answers = answers or {}
    for _ in range(6):
        said = judge(given)
        if isinstance(said, Verdict):
            return said
        exchange = answers.get(said.kind)
        if exchange is None:
            given = replace(given, unavailable=given.unavailable | {said.kind})
        else:
            given = add(given, said.kind, exchange)
    raise AssertionError("six questions and no verdict")


def served(url: str, body: bytes, *titles: str) -> Verdict:
    """Return the verdict on a page served with 200."""
    return settle(case(url, answer(url, body), *titles))
