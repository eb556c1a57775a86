"""Runs every benchmark and prints one table. Nothing is asserted: speed is read, not tested.

Run it as `python tests/benchmarks/run.py`; each benchmark also runs by itself. Takes about four minutes.
"""

import sys

import assess_speed
import click_cost
import exports_speed
import fifty_officers
import first_page
import phone_page
from measured import Measured, print_table

BENCHMARKS = (assess_speed, exports_speed, click_cost, first_page, phone_page, fifty_officers)


def main() -> None:
    """Run them one after the other, so that none disturbs another."""
    rows: list[Measured] = []
    for benchmark in BENCHMARKS:
        sys.stderr.write(f"{benchmark.__name__} ...\n")
        rows += benchmark.measure()
    print_table(rows)


if __name__ == "__main__":
    main()
