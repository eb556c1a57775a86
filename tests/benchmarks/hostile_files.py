"""The most memory that reading one hostile file takes, each in a process of its own (Linux)."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measured import Measured, print_table
from project import ROOT

TESTS = ROOT / "tests"
READS = TESTS / "exports" / "reading_hostile.py"
MOST_MEGABYTES = 300


def measure() -> list[Measured]:
    """A row for each file."""
    sys.path.insert(0, str(TESTS))
    from exports.bombs import BOMBS

    with TemporaryDirectory() as folder:
        return [_measured(name, make(), Path(folder) / "brought") for name, make in BOMBS.items()]


def _measured(name: str, data: bytes, file: Path) -> Measured:
    file.write_bytes(data)
    kind = "template" if "template" in name else "file"
    given = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        (sys.executable, str(READS), str(file), kind), check=True, capture_output=True, cwd=ROOT, env=given, text=True
    )
    megabytes = int(done.stdout.partition(" ")[0])
    what = f"{name} ({len(data) / 1_000_000:.2f} MB)"
    return Measured(what, f"{megabytes} MB", f"under {MOST_MEGABYTES} MB", megabytes < MOST_MEGABYTES)


if __name__ == "__main__":
    print_table(measure())
