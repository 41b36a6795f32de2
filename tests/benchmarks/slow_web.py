"""``python -m tests.benchmarks.slow_web <folder> <port> <links> <hosts> <scale>``.

Serves the web of `plan` over TLS until its standard input ends, then prints how many requests
came. It says ``ready`` once it listens; ``ca.pem`` is in the folder before.
"""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from aiohttp import web

from perenne.demo.certificates import Certificates
from tests.benchmarks.loopback import addresses
from tests.benchmarks.pages import living_page
from tests.benchmarks.plan import Page, draw


class SlowWeb:
    """Answers as the plan says; the path of an address begins with the number of its page."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._bodies = [living_page(20_000, str(n)) for n in range(100)]
        self.requests = 0

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """Return the answer in its time."""
        self.requests += 1
        number = int(request.path.split("/")[1])
        page = self._pages[number]
        if page.seconds is None:
            await asyncio.Event().wait()
        else:
            await asyncio.sleep(page.seconds)
        body = self._bodies[number % len(self._bodies)]
        return web.Response(status=page.status, body=body, content_type="text/html")


async def serve(folder: Path, port: int, pages: Sequence[Page], hosts: int) -> int:
    """Serve until standard input ends; return how many requests came."""
    slow = SlowWeb(pages)
    certificates = Certificates(folder)
    server = web.Server(slow.answer, handler_cancellation=True, access_log=None)
    runner = web.ServerRunner(server, shutdown_timeout=0.1)
    await runner.setup()
    for address in addresses(hosts):
        context = certificates.context(address)
        await web.TCPSite(runner, address, port, ssl_context=context).start()
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()
    return slow.requests


def main() -> None:
    """Serve what the command line says."""
    folder, port, links, hosts, scale = sys.argv[1:]
    pages = draw(int(links), int(hosts), float(scale))
    print(asyncio.run(serve(Path(folder), int(port), pages, int(hosts))))


if __name__ == "__main__":
    main()
