"""What was measured, on what machine, as Markdown that can be pasted into a note."""

import os
import platform
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """One line of the table: what was measured, how it came out, and what it should reach."""

    what: str
    result: str
    reach: str = ""
    reached: bool | None = None


def percentile(values: Iterable[float], share: float) -> float:
    """The value under which that share (0-1) of all values lies, taken from the values themselves."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(seconds: Sequence[float]) -> str:
    """Median and 95th percentile of some times, in milliseconds."""
    return f"p50 {percentile(seconds, 0.5) * 1000:.1f} ms, p95 {percentile(seconds, 0.95) * 1000:.1f} ms"


def machine() -> str:
    """What the numbers were measured on."""
    cores = f"{os.cpu_count()} cores"
    load = f"load {os.getloadavg()[0]:.1f} when printed" if hasattr(os, "getloadavg") else ""
    parts = (_processor(), cores, f"{platform.system()} {platform.machine()}", f"Python {platform.python_version()}")
    return ", ".join((*parts, f"Streamlit {version('streamlit')}", load))


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or "unknown processor"


def print_table(rows: Iterable[Measured]) -> None:
    """Print the machine and a line for each result."""
    sys.stdout.write(f"\nMeasured on: {machine()}\n\n| what | result | to reach | |\n| --- | --- | --- | --- |\n")
    for row in rows:
        verdict = {True: "reached", False: "missed", None: ""}[row.reached]
        sys.stdout.write(f"| {row.what} | {row.result} | {row.reach} | {verdict} |\n")
    sys.stdout.flush()
