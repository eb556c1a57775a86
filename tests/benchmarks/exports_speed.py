"""How long each format takes to make, cold in a new process and warm, how large it is, and how much memory it takes.

Run it as `python tests/benchmarks/exports_speed.py`; about a minute.
"""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import project
import psutil
from assessments import bank
from measured import Measured, percentile, print_table

from detector.core.assessment import assess
from detector.exports.export import make
from detector.exports.formats import FORMATS, FormatId
from detector.files.assessment import read_assessment
from detector.report.blocks import Length
from detector.report.context import ReportContext

WARM_REPEATS = 10
COLD_REPEATS = 3
MEGABYTE = 2**20
WARM_REACH, PDF_REACH, COLD_REACH = 1.0, 0.5, 3.0
EXAMPLE = "questions/examples/leading-lives-2011.json"


@dataclass(frozen=True)
class Cold:
    """One file made in a new process: seconds for the first, without and with starting, and peak memory in bytes."""

    making: float
    whole: float
    memory: int


def context() -> ReportContext:
    """A worked example: every question answered, with notes and links."""
    asked = bank()
    sheet = read_assessment((project.ROOT / EXAMPLE).read_bytes(), asked).sheet
    return ReportContext(asked, sheet, assess(asked, sheet), date(2026, 11, 22))


def measure() -> list[Measured]:
    """A line for each format and length."""
    given = context()
    rows: list[Measured] = []
    for made in FORMATS:
        for length in made.lengths or (Length.FULL,):
            warm, size = _warm(given, made.id, length)
            cold = [_cold(made.id, length) for _ in range(COLD_REPEATS)]
            making = percentile([each.making for each in cold], 0.5)
            reach = PDF_REACH if made.id is FormatId.PDF else WARM_REACH
            name = f"{made.name}, {length}" if made.lengths else made.name
            result = (
                f"warm {warm * 1000:.0f} ms, cold {making * 1000:.0f} ms, new process "
                f"{percentile([each.whole for each in cold], 0.5):.1f} s, {size / 1000:,.0f} KB, "
                f"peak {max(each.memory for each in cold) / MEGABYTE:.0f} MB"
            )
            reached = warm < reach and making < COLD_REACH
            to_reach = f"warm under {reach:g} s, cold under {COLD_REACH:g} s"
            rows.append(Measured(f"export {name}", result, to_reach, reached))
    return rows


def _warm(given: ReportContext, format_id: FormatId, length: Length) -> tuple[float, int]:
    """The middle of some times in seconds, after one that does not count, and the size in bytes."""
    taken: list[float] = []
    size = len(make(given, format_id, length))
    for day in range(1, WARM_REPEATS + 1):
        # Another day each time: nothing that was remembered of the last document may help.
        other = ReportContext(given.bank, given.sheet, given.assessment, date(2027, 1, day))
        started = time.perf_counter()
        make(other, format_id, length)
        taken.append(time.perf_counter() - started)
    return percentile(taken, 0.5), size


def _cold(format_id: FormatId, length: Length) -> Cold:
    started = time.perf_counter()
    command = (sys.executable, str(Path(__file__)), format_id.value, length.value)
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    making, memory = json.loads(said)
    return Cold(making, time.perf_counter() - started, memory)


def _make_once(format_id: FormatId, length: Length) -> None:
    """Make one file in this process, and print how long that took and the most memory the process ever held."""
    given = context()
    started = time.perf_counter()
    make(given, format_id, length)
    taken = time.perf_counter() - started
    sys.stdout.write(json.dumps([taken, _peak_memory()]))


def _peak_memory() -> int:
    """The most memory this process ever held, in bytes, or what it holds now where the system does not say."""
    status = Path("/proc/self/status")
    if status.exists():
        # The other place that tells it counts what the parent process held, too.
        peak = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024
    return psutil.Process().memory_info().rss


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _make_once(FormatId(sys.argv[1]), Length(sys.argv[2]))
    else:
        print_table(measure())
