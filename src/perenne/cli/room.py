"""Open files: every connection is one, and most systems grant few of them unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perenne.texts import _

if TYPE_CHECKING:
    from perenne.settings import Politeness

_OTHERS = 64
"""Files beside the connections: database, log, modules, the resolver's own sockets."""


class TooFewFilesError(Exception):
    """The system lets us open fewer files at once than a pass may need."""

    def __init__(self, granted: int, needed: int) -> None:
        super().__init__(f"{granted} open files at most, {needed} needed")
        self.granted = granted
        self.needed = needed

    @property
    def sentence(self) -> str:
        """Return what to tell the user."""
        return _(
            "The system lets Pérenne open {granted} files at once, and a check needs {needed}:"
            " raise the limit (`ulimit -n`), or lower [politeness] lanes.",
            granted=self.granted,
            needed=self.needed,
        )


def make_room(politeness: Politeness) -> None:
    """Raise our own limit as far as a pass needs; raises `TooFewFilesError` where we may not.

    Found out in mid-run, it would look like a network that is down.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    needed = politeness.lanes * politeness.connections_per_host + _OTHERS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return
    if hard != resource.RLIM_INFINITY and hard < needed:
        raise TooFewFilesError(hard, needed)
    resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
