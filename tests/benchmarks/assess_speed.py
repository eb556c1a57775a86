"""How long `assess` takes on 59 answers, without and with 10,000 other weightings."""

import time
from collections.abc import Callable

from assessments import bank, full_sheet
from measured import Measured, milliseconds, percentile, print_table

from detector.core.assessment import assess
from detector.core.robustness.robustness import RANDOM_WEIGHTS

REPEATS = 200
REPEATS_WITH_WEIGHTINGS = 60
UNKNOWN = 12


def times(run: Callable[[], object], repeats: int) -> list[float]:
    """Seconds each of several runs took, after one that does not count."""
    run()
    taken: list[float] = []
    for _ in range(repeats):
        started = time.perf_counter()
        run()
        taken.append(time.perf_counter() - started)
    return taken


def measure() -> list[Measured]:
    """A line for each way of assessing."""
    asked = bank()
    rows: list[Measured] = []
    for unknown in (0, UNKNOWN):
        sheet = full_sheet(asked, unknown=unknown)
        what = f"assess, {len(sheet.answers)} answers ({unknown} of them unknown)"
        for random_weights, repeats, reach in ((0, REPEATS, 0.001), (RANDOM_WEIGHTS, REPEATS_WITH_WEIGHTINGS, 0.050)):
            taken = times(lambda sheet=sheet, many=random_weights: assess(asked, sheet, random_weights=many), repeats)
            with_or_without = f"with {random_weights:,} weightings" if random_weights else "without weightings"
            rows.append(
                Measured(
                    f"{what}, {with_or_without}",
                    milliseconds(taken),
                    f"under {reach * 1000:g} ms",
                    percentile(taken, 0.5) < reach,
                )
            )
    return rows


if __name__ == "__main__":
    print_table(measure())
