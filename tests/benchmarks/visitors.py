"""Who visits the web of `plan`: we and lychee, with the same manners."""

from tests.benchmarks import rivals
from tests.benchmarks.passes import Installation
from tests.benchmarks.plan import Manners
from tests.benchmarks.timing import Took
from tests.benchmarks.visiting import Web

_LIMITS = {"connect": 10, "first_byte": 20, "exchange": 30, "link": 60, "second_opinion_after": 20}


def manners(scale: float) -> Manners:
    """Return ours by default, at this scale."""
    return Manners(0.5 * scale, 2, _LIMITS["first_byte"] * scale)


def perenne(scale: float, number: int, web: Web) -> Took:
    """Check the web for the first time; `number` tells one time from another."""
    keeping = manners(scale)
    installation = Installation(
        web.folder / str(number),
        web.urls,
        politeness={"interval": keeping.interval, "connections_per_host": keeping.connections},
        limits={key: seconds * scale for key, seconds in _LIMITS.items()},
        network={
            "allow_private": True,
            "ports": [web.port],
            "ca_file": str(web.ca_file),
            "canaries": [],
        },
    )
    return installation.one_pass()


def lychee_flags(scale: float) -> tuple[str, ...]:
    """Return the same manners for lychee; so many at once that no host waits for another."""
    keeping = manners(scale)
    return (
        *("--max-concurrency", "1000", "--host-concurrency", str(keeping.connections)),
        *("--host-request-interval", f"{1000 * keeping.interval:g}ms"),
        *("--timeout", f"{keeping.patience:g}"),
    )


def lychee(scale: float, web: Web) -> Took | None:
    """Check the web with lychee."""
    urls = web.folder / "urls.txt"
    urls.write_text("\n".join(web.urls))
    return rivals.lychee(urls, lychee_flags(scale), {"SSL_CERT_FILE": str(web.ca_file)})
