"""What a running server uses of its machine, as Linux tells it."""

import os
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")


@dataclass(frozen=True)
class Use:
    """Processor time in seconds since the start, and memory in bytes, of a process and all it started."""

    processor_seconds: float
    memory: int


def use_of(process: int) -> Use | None:
    """What a process and all it started use, None where this system does not tell or the process has ended."""
    try:
        family = _family(process)
        return Use(sum(_processor_seconds(each) for each in family), sum(_memory(each) for each in family))
    except (OSError, ValueError, IndexError):
        return None


def busy_seconds() -> float | None:
    """How long this machine's processors were busy since it started, all together; None where it does not tell."""
    try:
        user, nice, system, _idle, _waiting, *interrupts = (_PROCESSES / "stat").read_text().split(maxsplit=8)[1:8]
        return sum(map(int, (user, nice, system, *interrupts))) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError):
        return None


def _family(process: int) -> list[int]:
    children = (_PROCESSES / f"{process}/task/{process}/children").read_text().split()
    return [process, *(one for child in children for one in _family(int(child)))]


def _processor_seconds(process: int) -> float:
    # The name, in brackets, may hold anything: count from behind it.
    fields = (_PROCESSES / f"{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> int:
    pages = int((_PROCESSES / f"{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
