"""Whatever is seen: no rule raises, the judge ends, and it says the same twice."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.made_pages import answer, case, page

from perenne.checking.questions import with_answer
from perenne.domain.cases import ANSWERED_BY, Ask, AskKind, Case, Look
from perenne.domain.exchanges import Exchange, Failure, Hop
from perenne.domain.sites import Site
from perenne.domain.verdicts import Verdict
from perenne.pages import read_page
from perenne.rules.judge import RULES, explain, judge

URLS = st.sampled_from(
    [
        "https://www.exemple.fr/",
        "http://exemple.fr/dossiers/un-laboratoire",
        "https://www.fun-mooc.fr/courses/course-v1:CNFPT+87016+session02/about",
        "https://www.dailymotion.com/video/x79p6eu",
        "https://[::1]/a",
        "http://münchen.de/été?q=%e2%80%89",
        "htp:/cassé",
        "https://exemple.fr:99999/",
        "",
    ]
) | st.text(max_size=30)
HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "content-type",
            "retry-after",
            "date",
            "cf-mitigated",
            "x-datadome",
            "x-cache",
            "refresh",
            "x-robots-tag",
            "content-length",
        ]
    ),
    st.text(max_size=20)
    | st.sampled_from(["text/html", "0;url=/", "5", "challenge", "Thu, 01 Jan 1970 00:00:00 GMT"]),
    max_size=4,
)
FRAGMENTS = st.sampled_from(
    [
        "<title>Page introuvable</title>",
        "<h1>404</h1>",
        '<input type="password">',
        "réservé aux abonnés",
        '<meta http-equiv="refresh" content="0;url=//[">',
        '<script type="application/ld+json">{"isAccessibleForFree": [[]]}</script>',
        '<div typeof="Course" property="courseCode" data-props=\'{"courseRuns":3}\'>',
        '<a href="https://sedo.com/">',
        '{"private": true}',
        "%PDF-1.4",
        "\x00",
        "domaine à vendre",
    ]
)
BODIES = st.binary(max_size=80) | st.lists(FRAGMENTS, max_size=4).map(lambda x: "".join(x).encode())
HOPS = st.builds(
    Hop,
    url=URLS,
    status=st.none() | st.integers(100, 999),
    headers=HEADERS,
    failure=st.none() | st.none() | st.sampled_from(Failure),
    permanent=st.booleans(),
)
EXCHANGES = st.builds(
    Exchange,
    hops=st.lists(HOPS, min_size=1, max_size=3).map(tuple),
    body=BODIES,
    truncated=st.booleans(),
    incomplete=st.booleans(),
)
SITES = st.builds(
    Site,
    host=st.just("exemple.fr"),
    blocks_robots=st.booleans(),
    restricted=st.booleans(),
    home_paths=st.sampled_from([(), ("/fr/",)]),
    list_paths=st.sampled_from([(), ("/", "/fr/etablissements/")]),
    media_probe=st.sampled_from(["", "https://api.exemple.fr/{id}", "https://o.fr/?u={url}"]),
)
TITLES = st.lists(st.text(max_size=30), max_size=2).map(tuple)
INSTANTS = st.none() | st.just(datetime(2026, 11, 22, tzinfo=UTC))


def _look(exchange: Exchange) -> Look:
    return Look(exchange, read_page(exchange))


@settings(max_examples=150, deadline=None)
@given(
    URLS,
    EXCHANGES,
    TITLES,
    SITES,
    INSTANTS,
    st.lists(EXCHANGES | st.none(), min_size=7, max_size=7),
)
def test_the_judge_always_ends(
    url: str,
    first: Exchange,
    titles: tuple[str, ...],
    site: Site,
    now: datetime | None,
    answers: list[Exchange | None],
) -> None:
    """Whatever the answers to its questions, it concludes within seven looks."""
    given_case = Case(url, (_look(first),), titles, site, now)
    for reply in answers:
        said = judge(given_case)
        assert said == judge(given_case)
        if isinstance(said, Verdict):
            assert said.evidence
            assert all(evidence.code for evidence in said.evidence)
            return
        if reply is None:
            unavailable = given_case.unavailable | {said.kind}
            given_case = replace(given_case, unavailable=unavailable)
        else:
            look = _look(replace(reply, variant=ANSWERED_BY[said.kind]))
            given_case = with_answer(given_case, said, look)
    assert isinstance(judge(given_case), Verdict)


@settings(max_examples=150, deadline=None)
@given(URLS, st.lists(EXCHANGES, max_size=3), TITLES, SITES, st.sampled_from(sorted(AskKind)))
def test_every_rule_answers_any_case(
    url: str, exchanges: list[Exchange], titles: tuple[str, ...], site: Site, kind: AskKind
) -> None:
    """Also those that another rule would have settled before, and odd mixes of looks."""
    looks = [
        replace(each, variant=ANSWERED_BY[kind]) if n else each for n, each in enumerate(exchanges)
    ]
    given_case = Case(url, tuple(map(_look, looks)), titles, site)
    for name, said in explain(given_case):
        assert name
        assert said is None or isinstance(said, (Verdict, Ask))


def test_an_explanation_names_every_rule_in_order() -> None:
    """The first that speaks is the one that decided."""
    url = "https://www.exemple.fr/a"
    told = explain(case(url, answer(url, page(), 404)))
    assert [name for name, _ in told] == [*(rule.__name__ for rule in RULES), "alive"]
    deciding = next(said for _, said in told if said)
    assert deciding == judge(case(url, answer(url, page(), 404)))
