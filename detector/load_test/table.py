"""The results as a table that can be pasted into a note, with the machine named."""

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path

from detector.load_test.measuring import Result

NOT_MEASURED = "not measured"
HEADINGS = (
    "people",
    "answers",
    "sent",
    "acknowledged",
    "stored",
    "lost",
    "counted twice",
    "errors",
    "requests/s",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "projector behind p95 ms",
    "server CPU",
    "server memory",
    "load test CPU",
    "other work CPU",
)


def table(results: Iterable[Result]) -> str:
    """A line for each run. Times run from a tap to its acknowledgement; 100 % is one processor core."""
    lines = [HEADINGS, ["---"] * len(HEADINGS), *map(_cells, results)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine() -> str:
    """What the numbers were measured on."""
    parts = [_processor(), f"{os.cpu_count()} cores", f"{platform.system()} {platform.machine()}"]
    if hasattr(os, "getloadavg"):
        parts.append(f"load {os.getloadavg()[0]:.1f} when printed")
    return ", ".join((*parts, f"Python {platform.python_version()}"))


def errors(results: Iterable[Result]) -> str:
    """What went wrong, by its kind, for the runs where anything did."""
    return "\n".join(
        f"{result.plan.people} people: "
        + ", ".join(f"{kind} {times}x" for kind, times in result.record.errors.items())
        for result in results
        if result.record.errors
    )


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value under which that share (0-1) of all values lies, taken from the values; None of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None


def _cells(result: Result) -> list[str]:
    plan, record, found, effort = result.plan, result.record, result.found, result.effort
    pattern = "all within 1 s" if plan.burst else f"every {plan.every:g} s for {plan.seconds:g} s"
    killed = f", {result.kills} kills" if result.kills else ""
    counts = (record.sent, record.acknowledged, found.stored, found.lost)
    return [
        f"{plan.people:,}",
        f"{pattern}{killed}",
        *(f"{count:,}" for count in counts),
        NOT_MEASURED if found.twice is None else f"{found.twice:,}",
        f"{record.errors.total():,}",
        f"{effort.requests:,.0f}",
        *(_milliseconds(percentile(record.latencies, share)) for share in (0.5, 0.95, 0.99)),
        NOT_MEASURED if result.lags is None else _milliseconds(percentile(result.lags, 0.95)),
        _share(effort.server),
        NOT_MEASURED if effort.memory is None else f"{effort.memory / 1e6:.0f} MB",
        _share(effort.own),
        _share(effort.others),
    ]


def _milliseconds(seconds: float | None) -> str:
    return NOT_MEASURED if seconds is None else f"{seconds * 1000:,.0f}"


def _share(share: float | None) -> str:
    return NOT_MEASURED if share is None else f"{share:.0%}"


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"
