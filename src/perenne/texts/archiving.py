"""Words for what is done with archives: one for each code."""

from perenne.domain.verdicts import VerdictKind
from perenne.texts import _, plural
from perenne.texts.failures import archive_sentence
from perenne.texts.reasons import verdict_name


def request_name(status: str) -> str:
    """Return how a request stands, by the value of `store.statuses.RequestStatus`."""
    return {
        "queued": _("waiting"),
        "submitted": _("submitted"),
        "captured": _("captured"),
        "failed": _("failed, to be tried again"),
        "refused": _("refused for good"),
        "unknown": _("outcome unknown"),
    }[status]


def verification_name(verification: str) -> str:
    """Return whether a copy was seen to show the page, by `domain.captures.Verification`."""
    return {
        "pending": _("not verified yet"),
        "verified": _("verified"),
        "bad": _("no good"),
        "lost": _("not to be found in the archive"),
    }[verification]


def count_of_copies(verification: str, n: int) -> str:
    """Return how many copies were seen to be that."""
    return {
        "pending": plural("{n} copy not verified yet", "{n} copies not verified yet", n),
        "verified": plural("{n} copy verified", "{n} copies verified", n),
        "bad": plural("{n} copy no good", "{n} copies no good", n),
        "lost": plural("{n} copy not to be found", "{n} copies not to be found", n),
    }[verification]


def count_of_look_ups(status: str, n: int) -> str:
    """Return how many searches ended so."""
    return {
        "found": plural("{n} found copies", "{n} found copies", n),
        "none": plural("{n} found none", "{n} found none", n),
        "excluded": plural(
            "{n} met a page that its site had taken out",
            "{n} met pages that their sites had taken out",
            n,
        ),
        "failed": plural("{n} to be made again", "{n} to be made again", n),
    }[status]


def look_up_name(status: str) -> str:
    """Return how a search for copies ended, by the value of `store.statuses.LookUpStatus`."""
    return {
        "found": _("found"),
        "none": _("none there"),
        "excluded": _("taken out by the site's owner"),
        "failed": _("search failed, to be made again"),
    }[status]


def failure_name(failure_class: str) -> str:
    """Return a class of failures, by `archive.standing.failure_class`."""
    return {
        "transient": _("passing trouble"),
        "quota": _("quota spent"),
        "permanent": _("the archive does not take the page"),
        "unknown": _("not understood"),
        "unreached": _("archive out of reach, or keys refused"),
    }[failure_class]


def copy_trouble(code: str) -> str:
    """Return why a copy is no good, or was not seen yet, by the code of a capture."""
    if code in set(VerdictKind):
        return _("what it shows: {verdict}", verdict=verdict_name(VerdictKind(code)))
    return {
        "excluded": _("the site's owner had it taken out of the archive"),
        "not_indexed": _("the archive does not show it yet"),
    }.get(code, archive_sentence(code))


def plan_reason(code: str) -> str:
    """Return why a page is saved, or is not, by the value of `archive.policy.Reason`."""
    return {
        "first": _("never archived"),
        "aged": _("its last copy is old"),
        "changed": _("its text has changed"),
        "again": _("the last try gave no good copy"),
        "unstable": _("it has begun to come and go"),
        "closing": _("the course is about to close"),
        "unseen": _("not checked yet"),
        "restricted": _("for subscribers only"),
        "subscribed": _("seen with your subscription"),
        "not_live": _("not seen alive at the last check"),
        "noarchive": _("it asks not to be archived"),
        "archive_address": _("it is a copy in an archive already"),
        "private_address": _("an address of your own network"),
        "waiting": _("it waits for the archive already"),
        "asked_recently": _("it was asked for lately"),
        "fresh": _("its copy is recent enough"),
    }[code]
