"""How long it takes to assess a full sheet: the verdict, and everything that can be asked of it."""

import time
from collections.abc import Callable
from functools import cached_property

from assessments import bank, full_sheet
from measured import Measured, milliseconds, percentile, print_table

from detector.core.assessment import Assessment, assess

REPEATS = 200
REPEATS_OF_EVERYTHING = 60
UNKNOWN = 12
LATER = tuple(name for name, value in vars(Assessment).items() if isinstance(value, cached_property))


def times(run: Callable[[], object], repeats: int) -> list[float]:
    """Seconds of processor time each of several runs took, after one that does not count."""
    run()
    taken: list[float] = []
    for _ in range(repeats):
        started = time.process_time()
        run()
        taken.append(time.process_time() - started)
    return taken


def everything(found: Assessment) -> None:
    """Have everything worked out that is left until it is asked for."""
    for name in LATER:
        getattr(found, name)


def measure() -> list[Measured]:
    """A line for the verdict and one for everything, of a sheet all known and of one with unknown answers."""
    asked = bank()
    rows: list[Measured] = []
    for unknown in (0, UNKNOWN):
        sheet = full_sheet(asked, unknown=unknown)
        what = f"assess, {len(sheet.answers)} answers ({unknown} of them unknown)"
        rows.append(_row(f"{what}: scores, verdict, confidence", lambda s=sheet: assess(asked, s), REPEATS, 0.001))
        rows.append(
            _row(f"{what}: everything", lambda s=sheet: everything(assess(asked, s)), REPEATS_OF_EVERYTHING, 0.050)
        )
    return rows


def _row(what: str, run: Callable[[], object], repeats: int, reach: float) -> Measured:
    taken = times(run, repeats)
    return Measured(what, milliseconds(taken), f"under {reach * 1000:g} ms", percentile(taken, 0.5) < reach)


if __name__ == "__main__":
    print_table(measure())
