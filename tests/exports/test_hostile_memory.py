"""A small file that unpacks to a great deal is refused in words before it has taken the memory."""

import subprocess
import sys
from pathlib import Path

import pytest
from cli.command_line import ROOT, surroundings
from exports.bombs import BOMBS, elements

MOST_MEGABYTES = 300
"""Of which the program itself takes a third before it has read anything."""
SCRIPT = Path(__file__).with_name("reading_hostile.py")


def read(data: bytes, name: str, folder: Path) -> tuple[int, str]:
    """The most memory that reading it took, in megabytes, and what was said of it."""
    file = folder / "brought"
    file.write_bytes(data)
    kind = "template" if "template" in name else "file"
    command = (sys.executable, str(SCRIPT), str(file), kind)
    done = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=surroundings(), timeout=300)
    megabytes, _, said = done.stdout.decode().partition(" ")
    return int(megabytes), said.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="reads the most memory of a process as Linux tells it")
@pytest.mark.parametrize("name", BOMBS)
def test_a_hostile_file_is_refused_within_a_limit(name: str, tmp_path: Path) -> None:
    megabytes, said = read(BOMBS[name](), name, tmp_path)

    assert said.startswith(("Word template: ", "the file: "))
    assert megabytes < MOST_MEGABYTES


@pytest.mark.skipif(sys.platform != "linux", reason="reads the most memory of a process as Linux tells it")
def test_what_does_not_concern_the_look_is_not_read(tmp_path: Path) -> None:
    megabytes, said = read(elements("word/comments.xml"), "template", tmp_path)

    assert said == "taken"
    assert megabytes < MOST_MEGABYTES
