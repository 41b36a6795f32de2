"""What is looked at before a pass: whether this machine is fit for one."""

from __future__ import annotations

import sys

from perenne.cli.room import make_room
from perenne.runs.clocks import went_back
from perenne.runs.service import Service
from perenne.texts import _


def get_ready(service: Service) -> None:
    """Make room for the connections, and say it where our clock went back.

    The pass goes on all the same: a night that was counted is not counted again.
    """
    make_room(service.settings.politeness)
    last = went_back(service)
    if last is None:
        return
    local = last.astimezone(service.settings.schedule.zone)
    print(
        _(
            "The clock of this machine seems to have gone back: the last check is of {last}."
            " Until then, failures confirm nothing.",
            last=f"{local:%Y-%m-%d %H:%M}",
        ),
        file=sys.stderr,
    )
