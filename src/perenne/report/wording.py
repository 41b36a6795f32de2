"""The counts of a report in words: its subject, its summary, the headings of its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.report.contents import Look
from perenne.report.flips import News
from perenne.texts import _, plural
from perenne.texts.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perenne.report.contents import Checked, Contents, DossierNews

_LONGEST_TITLE = 80
"""Characters of a dossier's title in a subject: mail programs show some hundred in all."""


def subject(contents: Contents) -> str:
    """Return the subject of the mail: the count first, then the dossier or how many there are."""
    return f"{headline(contents)} – {_where(contents)}" if contents.is_news else headline(contents)


def headline(contents: Contents) -> str:
    """Return the main count in words: what is broken, or else the first news there is."""
    n = contents.count(News.BROKEN)
    if contents.quiet:
        return _unchanged(contents)
    if not contents.is_news:
        return _("Nothing new")
    if n:
        return plural("{n} broken link", "{n} broken links", n)
    if _look(contents) is not Look.NEWS:
        return _examined_well(contents)
    return next(_counts(contents), _standing(contents))


def glance(contents: Contents) -> str:
    """Return the other counts, after that of the headline; "" where there are none."""
    others = [count for count in _counts(contents) if count != headline(contents)]
    return _("Also: {counts}.", counts=", ".join(others)) if others else ""


def summary(contents: Contents) -> str:
    """Return how many links were examined, gave no clear answer, and begin to fail."""
    return " ".join(_figures(contents.checked))


def _figures(checked: Checked) -> Iterator[str]:
    if checked.links > checked.unseen or not checked.links:
        examined = checked.links - checked.unseen
        yield plural("{n} link examined.", "{n} links examined.", examined)
    if checked.unseen:
        yield plural(
            "{n} link was not checked yet.", "{n} links were not checked yet.", checked.unseen
        )
    if checked.undecided:
        yield plural(
            "{n} link gave no clear answer: it is not counted as broken.",
            "{n} links gave no clear answer: they are not counted as broken.",
            checked.undecided,
        )
    if checked.suspect:
        yield plural(
            "{n} link begins to fail: the next nights will tell.",
            "{n} links begin to fail: the next nights will tell.",
            checked.suspect,
        )


def set_aside(n: int) -> str:
    """Return the heading of the links that the readers have dismissed."""
    return plural("{n} link dismissed by you", "{n} links dismissed by you", n)


def heading(kind: News, n: int, look: Look = Look.NEWS) -> str:
    """Return the heading of a section of `n` links."""
    if look is not Look.NEWS and kind is News.BROKEN:
        return plural("{n} broken link", "{n} broken links", n)
    if look is not Look.NEWS and kind is News.RESTRICTED:
        return plural("{n} link for subscribers", "{n} links for subscribers", n)
    return _heading(kind, n)


def hint(kind: News, look: Look = Look.NEWS) -> str:
    """Return what the reader may do about the links of a section; "" for nothing."""
    if look is not Look.NEWS and kind is News.RESTRICTED:
        return _("Nothing to mend: a subscription opens them.")
    if look is Look.UNCHANGED and kind is News.TO_CHECK:
        return _("Already reported: our check still cannot conclude.")
    return {
        News.BROKEN: _("Correct the address, replace it, or cite the archived copy."),
        News.STILL_BROKEN: _("Already reported; the oldest come first."),
        News.RECOVERED: _("Nothing to mend."),
        News.MOVED: _("Put the new address in the place of the old one."),
        News.RESTRICTED: _("The page exists, but readers now need a subscription."),
        News.COURSES: _("The page of the course is there; only its sessions have changed."),
        News.TO_CHECK: _("Our check could not conclude: please have a look yourself."),
        News.UNSTABLE: _(
            "It fails, answers again, and fails: we shall say no more of it while this goes on. "
            "Is there a steadier address?"
        ),
        News.CHOSEN: _("The address is chosen: it only has to be written in the dossier."),
        News.CORRECTED: _("Your dossier no longer cites them: we have ceased to check them."),
    }[kind]


def counts(dossier: DossierNews) -> str:
    """Return the headings of all sections of a dossier, for a report too long to tell more."""
    return " · ".join(heading(s.news, len(s.entries), dossier.look) for s in dossier.sections)


def _counts(contents: Contents) -> Iterator[str]:
    """Yield the counts of what is new and not broken, each over all dossiers."""
    look = _look(contents)
    for kind in News:
        known = look is not Look.UNCHANGED and kind is News.STILL_BROKEN
        if kind is not News.BROKEN and not known and contents.count(kind):
            yield heading(kind, contents.count(kind), look)


def _heading(kind: News, n: int) -> str:
    return {
        News.BROKEN: plural("{n} newly broken link", "{n} newly broken links", n),
        News.STILL_BROKEN: plural("{n} link still broken", "{n} links still broken", n),
        News.RECOVERED: plural("{n} recovered link", "{n} recovered links", n),
        News.MOVED: plural("{n} moved page", "{n} moved pages", n),
        News.RESTRICTED: plural(
            "{n} page gone behind a subscription", "{n} pages gone behind a subscription", n
        ),
        News.COURSES: plural(
            "{n} online course closed or open again", "{n} online courses closed or open again", n
        ),
        News.TO_CHECK: plural("{n} link to check by hand", "{n} links to check by hand", n),
        News.UNSTABLE: plural("{n} unstable link", "{n} unstable links", n),
        News.CHOSEN: plural(
            "{n} link whose new address is chosen", "{n} links whose new address is chosen", n
        ),
        News.CORRECTED: plural("{n} link corrected by you", "{n} links corrected by you", n),
    }[kind]


def _unchanged(contents: Contents) -> str:
    n = contents.checked.links
    if not contents.dossiers:
        return plural("{n} link examined, all is well", "{n} links examined, all is well", n)
    return plural("{n} link examined, nothing new", "{n} links examined, nothing new", n)


def _standing(contents: Contents) -> str:
    """Return what is broken still, where it is told with nothing else: a dismissal has lapsed."""
    n = contents.count(News.STILL_BROKEN)
    return _heading(News.STILL_BROKEN, n) if n else _examined_well(contents)


def _examined_well(contents: Contents) -> str:
    chosen = contents.count(News.CHOSEN)
    if chosen:  # they are broken still
        return _heading(News.CHOSEN, chosen)
    n, unseen = contents.checked.links - contents.checked.unseen, contents.checked.unseen
    if unseen and not n:
        return plural("{n} link not checked yet", "{n} links not checked yet", unseen)
    return plural("{n} link examined, none broken", "{n} links examined, none broken", n)


def _look(contents: Contents) -> Look:
    """Return the look at all dossiers; with news among them, it is a report of news."""
    looks = {dossier.look for dossier in contents.dossiers}
    return looks.pop() if len(looks) == 1 else Look.NEWS


def _where(contents: Contents) -> str:
    if len(contents.dossiers) > 1:
        return plural("{n} dossier", "{n} dossiers", len(contents.dossiers))
    only = contents.dossiers[0]
    title = one_line(only.title, _LONGEST_TITLE) or _("links without a dossier")
    return _("first look at “{title}”", title=title) if only.look is Look.FIRST else title
