"""The web of `plan`, in a process of its own while somebody visits it."""

import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.loopback import addresses, free_port
from tests.benchmarks.plan import Page
from tests.benchmarks.sizes import Size
from tests.benchmarks.timing import Took


@dataclass(frozen=True)
class Visit:
    """What a visitor took (None: there was none), and how many requests it made."""

    took: Took | None
    requests: int


class Web:
    """The addresses of the web, in an order in which dossiers might cite them."""

    def __init__(self, folder: Path, size: Size, pages: Sequence[Page]) -> None:
        folder.mkdir()
        self.folder = folder
        self.ca_file = folder / "ca.pem"
        self.port = free_port()
        hosts = addresses(size.web_hosts)
        self.urls = [f"https://{hosts[p.host]}:{self.port}/{n}/x" for n, p in enumerate(pages)]
        random.Random(size.web_links).shuffle(self.urls)
        plan = (self.port, size.web_links, size.web_hosts, size.scale)
        self._server = [sys.executable, "-m", "tests.benchmarks.slow_web", str(folder)]
        self._server += map(str, plan)

    def visited(self, visit: Callable[["Web"], Took | None]) -> Visit:
        """Serve, to nobody else, while `visit` does its work."""
        pipe = subprocess.PIPE
        with subprocess.Popen(self._server, stdin=pipe, stdout=pipe, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            try:
                took = visit(self)
            finally:
                said, _ = process.communicate()
        return Visit(took, int(said))
