"""The garbage collector, kept from looking through what was only just made.

A command makes some hundred thousand objects by importing what it needs, and nearly all of them
live as long as the process. To look through them for circles that hold each other alive, again
and again while it starts and once more when it ends, takes a quarter of a short command's time.
"""

from __future__ import annotations

import atexit
import gc

_MADE_BY_STARTING = 200_000
"""More objects than a short command makes."""


def rest() -> None:
    """Let the first look wait, and leave out the last: what is left then goes with the process.

    Once the first was taken, those that follow come as usual.
    """
    usual = gc.get_threshold()

    def go_on_as_usual(*_: object) -> None:
        gc.callbacks.remove(go_on_as_usual)
        gc.set_threshold(*usual)

    gc.callbacks.append(go_on_as_usual)
    gc.set_threshold(_MADE_BY_STARTING, *usual[1:])
    atexit.register(gc.freeze)
