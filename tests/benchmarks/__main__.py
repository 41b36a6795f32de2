"""``python -m tests.benchmarks [smoke]``."""

import sys
from itertools import chain

from tests.benchmarks import reading, starting, throughput


def main() -> None:
    """Print every figure; `smoke` takes less than a minute."""
    smoke = "smoke" in sys.argv
    rounds, count, hosts = (3, 1_000, 50) if smoke else (9, 10_000, 500)
    for figure in chain(
        starting.figures(rounds), reading.figures(rounds), throughput.figures(count, hosts)
    ):
        print(figure, flush=True)


if __name__ == "__main__":
    main()
