"""The facts of HTML pages."""

import json

import pytest

from perenne.domain.exchanges import Exchange, Hop
from perenne.domain.pages import CourseRun, Page, PageKind
from perenne.pages import read_page


def read(html: str | bytes, **headers: str) -> Page:
    """Return the facts of a page served as HTML with these headers."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named["content-type"] = "text/html"
    body = html.encode() if isinstance(html, str) else html
    return read_page(Exchange((Hop("https://www.exemple.fr/a/b", 200, named),), body=body))


ARTICLE = """<!DOCTYPE html><html lang="fr-FR"><head>
<title>
  Un laboratoire   pour la ville | Le Journal </title>
<meta name="Robots" content="noarchive"><meta property="og:title" content="Un laboratoire">
<meta property="og:title" content="second"><link rel="canonical" href=" https://www.exemple.fr/a ">
<script src="//cdn.exemple.org/a.js"></script><script>var cache = "jamais vu";</script>
<style>.x { color: red }</style></head><body id="Haut" class="Page article">
<noscript>Activez JavaScript</noscript><template>gabarit</template>
<svg><title>icône</title></svg>
<header class="top"><p>Bandeau</p></header><nav>Menu</nav>
<main><h1>Un laboratoire <em>pour</em> la&nbsp;ville</h1><p>Premier paragraphe.</p>
<p hidden>caché</p><p style="display: none">masqué</p>
<iframe src="https://player.exemple.net/v/1"></iframe><img src="https://img.exemple.com/i.png">
<a href="HTTPS://Autre.Exemple.fr:8443/x">lien</a><a href="/relatif">ici</a></main>
<aside>À lire aussi</aside><form action="https://lettre.exemple.fr/s"><input></form>
<footer>Mentions</footer></body></html>"""


def test_the_names_a_page_gives_itself_are_read() -> None:
    """Title, h1, Open Graph, canonical address, language, robots."""
    page = read(ARTICLE, x_robots_tag="noindex\nnofollow")
    assert page.kind is PageKind.HTML
    assert page.title == "Un laboratoire pour la ville | Le Journal"
    assert page.h1 == "Un laboratoire pour la ville"
    assert page.og_title == page.properties["og:title"] == "Un laboratoire"
    assert page.canonical == "https://www.exemple.fr/a"
    assert page.language == "fr-FR"
    assert page.robots == "noarchive, noindex, nofollow"


def test_the_visible_text_is_what_a_reader_sees() -> None:
    """No script, style, template, hidden element or drawing's title."""
    page = read(ARTICLE)
    for unseen in ("jamais vu", "color", "JavaScript", "gabarit", "icône", "caché", "masqué"):
        assert unseen not in page.text
    assert "Bandeau" in page.text
    assert "Mentions" in page.text


def test_the_main_text_is_without_what_surrounds_it() -> None:
    """Navigation, banner, asides, forms and footer are the site's, not the page's."""
    assert read(ARTICLE).main_text == "Un laboratoire pour la ville Premier paragraphe. lien ici"


@pytest.mark.parametrize("tag", ["header", "form"])
def test_a_wrapper_of_the_whole_page_is_not_thrown_away(tag: str) -> None:
    """ASP.NET puts everything into a form, some themes the h1 into a header."""
    page = read(f"<body><{tag}><h1>Titre</h1><p>Texte</p></{tag}></body>")
    assert page.main_text == "Titre Texte"


@pytest.mark.parametrize("attribute", ["hidden", 'style="display:none"', 'role="navigation"'])
def test_a_page_hidden_until_its_styles_come_is_read(attribute: str) -> None:
    """Scripts show it a moment later."""
    assert read(f"<body {attribute}><p>Texte</p></body>").main_text == "Texte"


def test_hosts_and_names_are_gathered() -> None:
    """From src, href and action; frames count among scripts."""
    page = read(ARTICLE)
    assert page.hosts == {
        "cdn.exemple.org",
        "player.exemple.net",
        "img.exemple.com",
        "autre.exemple.fr",
        "lettre.exemple.fr",
        "www.exemple.fr",
    }
    assert page.script_hosts == {"cdn.exemple.org", "player.exemple.net"}
    assert page.classes >= {"page", "article", "haut", "top"}


def test_the_names_beside_the_heading_are_told_apart() -> None:
    """A label beside the h1 speaks of the article, one in a list of others."""
    page = read(
        '<div><span class="notYet A"></span><h1 class="t"><i class="in"></i>x</h1>'
        '<ul class="list"><li class="far"></li></ul></div><p class="outside"></p>'
    )
    assert page.heading_classes == {"notyet", "a", "t", "in", "list"}
    assert read("<p class='x'>sans titre</p>").heading_classes == frozenset()


def test_several_headings_are_joined() -> None:
    """The first is often the site's own name."""
    assert read("<h1>Le Journal</h1><h1> </h1><h1>Le labo</h1>").h1 == "Le Journal | Le labo"


@pytest.mark.parametrize(
    ("content", "address"),
    [
        ("0; url=/nouveau", "/nouveau"),
        ("0;URL='https://www.exemple.fr/n'", "https://www.exemple.fr/n"),
        ('5 ;url="/n"', "/n"),
        ("1.5, /n", "/n"),
        ("0;url=", ""),
        ("300", ""),
        ("1800;url=/accueil", ""),
        ("tout de suite; url=/n", ""),
    ],
)
def test_a_refresh_that_acts_at_once_is_a_redirect(content: str, address: str) -> None:
    """As a meta or as a header; what waits long only reloads the page."""
    assert read(
        f'<meta http-equiv="Refresh" content="{content.replace(chr(34), "")}">'
    ).refresh == (address)
    assert read("<p>x</p>", refresh=content).refresh == address


@pytest.mark.parametrize(
    "script",
    [
        'window.location.href = "/n";',
        "location='/n'",
        "document.location.replace('/n')",
        'top.location.assign("/n");',
        '<!--\nwindow.location = "/n";\n//-->',
        'setTimeout(function () { window.location.href = "/n"; }, 500);',
        "setTimeout(() => { location.href = '/n' }, 0)",
        'window.onload = function() { location.replace("\\/n") }',
        '(function(){window.location="/n"})();',
    ],
)
def test_a_script_that_does_nothing_but_leave_is_a_redirect(script: str) -> None:
    """On a page that says nothing else; it may come beside others."""
    tag = f"<script>{script}</script>"
    assert read(f"<script>var a = 1;</script>{tag}<p>Redirection…</p>").refresh == "/n"
    assert read(f"{tag}<p>{'Un vrai texte. ' * 40}</p>").refresh == ""


@pytest.mark.parametrize(
    "script",
    [
        'if (!window.fetch) { location.href = "/navigateur-ancien"; }',
        'function go() { window.location = "/n"; }',
        "var here = window.location.href;",
        "location.hash = '/n'",
        'window.location.href = next + "/n";',
        'window.location.reload("/n");',
        "// rien\n" * 90 + 'location = "/n"',
    ],
)
def test_a_script_that_may_leave_is_no_redirect(script: str) -> None:
    """Under a condition, in a function, to an address that only the script knows."""
    assert read(f"<script>{script}</script><p>Application</p>").refresh == ""


def test_what_fragments_point_at_is_known_as_it_is_written() -> None:
    """Ids and anchors, not class names, in their own case."""
    page = read('<a name="Note-1"></a><h2 id="Titre" class="grand">x</h2><input name="q">')
    assert page.anchors == {"Note-1", "Titre"}
    assert {"titre", "grand"} <= page.classes


def test_a_refresh_for_browsers_without_scripts_is_none() -> None:
    """Readers have scripts."""
    html = '<noscript><meta http-equiv="refresh" content="0;url=/sans"></noscript><p>x</p>'
    assert read(html).refresh == ""


@pytest.mark.parametrize("markup", ['type="password"', "type=PASSWORD name=mdp"])
def test_a_password_field_is_seen(markup: str) -> None:
    """In any spelling."""
    assert read(f"<form><input {markup}></form>").password_field
    assert not read("<form><input type=text></form>").password_field


def _ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script><p>x</p>'


@pytest.mark.parametrize(
    ("html", "free"),
    [
        (_ld({"isAccessibleForFree": False}), False),
        (_ld({"isAccessibleForFree": True}), True),
        (_ld({"isAccessibleForFree": "False"}), False),
        (_ld({"isAccessibleForFree": "https://schema.org/True"}), True),
        (_ld({"isaccessibleforfree": "http://schema.org/False/"}), False),
        (_ld({"isAccessibleForFree": ["false"]}), False),
        (_ld({"isAccessibleForFree": []}), None),
        (_ld({"isAccessibleForFree": "peut-être"}), None),
        (_ld([{"@graph": [{"isAccessibleForFree": 0}]}]), False),
        (_ld({"hasPart": {"isAccessibleForFree": False}, "isAccessibleForFree": True}), True),
        (_ld({"hasPart": {"isAccessibleForFree": False}}), False),
        (_ld({"itemListElement": [{"isAccessibleForFree": False}]}), None),
        (_ld({"@type": "NewsArticle"}), None),
        (_ld({"a": [[]] * 6000, "isAccessibleForFree": None}), None),
        (_ld({}) + _ld({"isAccessibleForFree": False}), False),
        ('<script type="application/ld+json">{"isAccessibleForFree": false, }</script>', False),
        ('<script type="application/ld+json">{isAccessibleForFree</script>', None),
        ('<meta itemprop="isAccessibleForFree" content="false">', False),
        ('<span itemprop="isAccessibleForFree">True</span>', True),
        ('<link property="schema:isAccessibleForFree" href="http://schema.org/False">', False),
        ("<p>isAccessibleForFree</p>", None),
    ],
)
def test_what_a_page_declares_of_its_access_is_read(html: str, free: object) -> None:
    """In JSON-LD, microdata and RDFa, in every spelling; what is said of others is not."""
    assert read(html).accessible_for_free is free


def test_the_tier_of_an_article_is_read() -> None:
    """Meta's article:content_tier."""
    html = '<meta property="article:content_tier" content="Locked"><p>x</p>'
    assert read(html).content_tier == "locked"


def test_a_course_page_tells_its_code_and_sessions() -> None:
    """As Richie writes them for its scripts."""
    runs = [
        {
            "resource_link": "https://lms.exemple.fr/courses/course-v1%3ACNFPT+87016+s02/info",
            "start": "2026-01-01T00:00:00Z",
            "end": None,
        },
        "intrus",
    ]
    props = json.dumps({"courseRuns": runs}).replace('"', "&quot;")
    html = f'<p property="courseCode" content="087016"></p><div data-props="{props}"></div>'
    course = read(html).course
    assert course is not None
    assert course.code == "087016"
    assert course.runs == (CourseRun("course-v1:CNFPT+87016+s02", "2026-01-01T00:00:00Z"),)
    assert (course.archived, course.closed) == (False, False)


@pytest.mark.parametrize("props", ["{", "[]", '{"courseRuns": 3}', "[" * 5000])
def test_broken_data_of_a_course_say_nothing(props: str) -> None:
    """The course is still one."""
    course = read(f"<p typeof='Course'></p><div data-props='{props} courseRuns'></div>").course
    assert course is not None
    assert course.runs == ()


def test_a_page_that_is_no_course_has_none() -> None:
    """Articles about courses are articles."""
    assert read("<h1>Course à pied</h1>").course is None


def test_the_fingerprint_follows_the_main_text_alone() -> None:
    """A new menu or advertisement is no change of the page."""
    before = read("<nav>Menu</nav><p>Le texte</p>")
    assert before.fingerprint == read("<nav>Autre menu</nav><p>Le  texte</p>").fingerprint
    assert before.fingerprint != read("<nav>Menu</nav><p>Le nouveau texte</p>").fingerprint
    assert read("<nav>Menu</nav>").fingerprint == ""


def test_texts_are_bounded() -> None:
    """No rule looks further than forty thousand characters."""
    page = read("<p>" + "mot " * 60_000)
    assert len(page.text) == 40_000
    assert len(read(f"<title>{'x' * 9000}</title>").title) == 500


@pytest.mark.parametrize("tag", ["<div>", "<ul><li>", "<li><dd>", "<section><div>"])
def test_a_page_nested_beyond_all_reason_is_read_as_far_as_it_makes_sense(tag: str) -> None:
    """Its parser would take seconds for it; what stands before is kept."""
    page = read(f"<title>Titre</title><h1>Profond</h1>{tag * 40_000}la fin")
    assert (page.title, page.h1) == ("Titre", "Profond")
    assert "la fin" not in page.text


def test_a_long_page_whose_blocks_are_closed_is_read_whole() -> None:
    """Five thousand of them, and some forgotten."""
    page = read("<div><div>un mot</div>" * 1_500 + "<div>un mot</div>" * 3_500 + "fin")
    assert page.text.endswith("fin")
