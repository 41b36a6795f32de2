"""Writes what a full run found into ``docs/benchmarks.md``."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import machine, rivals, visitors
from tests.benchmarks.sizes import Size
from tests.benchmarks.throughput import BODIES
from tests.benchmarks.timing import Figure

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"

_INTRODUCTION = """# How fast it is

`make bench` measures all of this side by side, in one run, on the loopback of one machine, and
writes this page. Figures of a machine say little elsewhere; the ratios say more. Throughput and
makespan are medians of {runs} runs, and ratios to others are taken run by run; starts and reading
are medians of {rounds}; memory is measured once.

Measured on {date}, on {cores} cores with {memory:.0f} GB of memory, which the checkers share with
the servers.
"""
_HOW = """
- **read**: from the bytes of a file to its references. A megabyte of dossiers is to take less
  than a second, a PDF of 100 pages less than five, the start of the process that reads it among
  them. Entries of one paragraph take longer: each is tried in several ways.
- **throughput**: {links:,} URLs over {hosts:,} hosts, which are addresses of 127.0.0.0/16; pages
  of 20 kB from nginx, of {bodies} different texts; politeness off. Pérenne reads and judges every
  page and records it in SQLite; the first night begins with an empty history. LinkChecker has a
  sample of {sample:,} and is told by a header not to wait; its start and its end are not counted.
- **makespan**: {web_links:,} https URLs on {web_hosts} hosts, whose sizes follow Zipf's law with
  the exponent 0.7; answers take a lognormal time with a median of {latency:.0f} ms, 2 % never come
  and 3 % are errors 500. At most 2 connections to a host and {interval:.0f} ms between starts; no
  answer is waited for longer than {patience:g} s. The least that this allows is, for the slowest
  host, the larger of (n − 1) intervals and of half the summed durations. Pérenne looks at what
  fails a second time, which its least counts; lychee looks once, and its least counts that.
  "Missed": living pages whose answer was not waited for, the machine being too busy.
- **memory**: the resident size of all processes of a pass at its highest, over 500 hosts with tiny
  pages, two worker processes beside the pass's own each time. By themselves these take some 130 MB
  each; a pass of fewer than 2,000 links has none, unless the settings say so.
"""


def write(figures: Sequence[Figure], size: Size) -> None:
    """Write the page."""
    PAGE.write_text("\n".join(_lines(figures, size)) + "\n", encoding="utf-8")


def _lines(figures: Sequence[Figure], size: Size) -> Iterator[str]:
    yield _INTRODUCTION.format(
        runs=size.runs,
        rounds=size.rounds,
        date=datetime.now(UTC).date(),
        cores=machine.cores(),
        memory=machine.memory_gb(),
    )
    yield "| figure | |"
    yield "|---|---:|"
    for figure in figures:
        yield f"| {figure.name} | {figure.told} |"
    yield "\n## What is measured"
    scale = size.scale
    times = {"interval": 500 * scale, "patience": 20 * scale, "latency": 180 * scale}
    yield _HOW.format(**vars(size), **times, bodies=BODIES)
    yield "## With what\n"
    yield "| | version |"
    yield "|---|---|"
    for name, version in machine.versions():
        yield f"| {name} | {version} |"
    yield "\n```console"
    yield from (f"$ {command}" for command in _commands(size))
    yield "```"


def _commands(size: Size) -> Iterator[str]:
    yield "make bench"
    yield " ".join((*rivals.LYCHEE, *rivals.UNHINDERED, "urls.txt"))
    yield " ".join((*rivals.LYCHEE, *visitors.lychee_flags(size.scale), "urls.txt"))
    yield " ".join((*rivals.LINKCHECKER, "< urls.txt"))
