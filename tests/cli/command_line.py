"""Running the command line: in a process of its own, as an officer does, or in this one, which is quicker."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from detector.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "questions" / "examples"
EXAMPLE = EXAMPLES / "told-no.json"


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    output: str
    errors: str


def surroundings(given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Environment variables in which the product is found from any folder; nothing is set for it unless given."""
    bare = {key: value for key, value in os.environ.items() if not key.startswith("DETECTOR_")}
    return {**bare, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(given or {})}


def run(*words: str, given: Mapping[str, str] | None = None, typed: bytes = b"", folder: Path = ROOT) -> Ended:
    """Run a command to its end."""
    done = subprocess.run(
        (sys.executable, "-m", "detector", *words),
        check=False,
        capture_output=True,
        cwd=folder,
        env=surroundings(given),
        input=typed,
        timeout=120,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def call(words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> Ended:
    """Run a command to its end without a process of its own."""
    try:
        code = main(words)
    except SystemExit as end:
        code = end.code
    said = capsys.readouterr()
    assert isinstance(code, int)
    return Ended(code, said.out, said.err)
