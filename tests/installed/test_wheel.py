"""The wheel carries every file the product needs, and what it pins is what the checkout pins."""

import re
import subprocess
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from cli.command_line import ROOT

MOVED = {
    "app.py": "detector/serving/app.py",
    ".streamlit/config.toml": "detector/serving/.streamlit/config.toml",
}


def place_in_wheel(file: str) -> str:
    """Where a file of the checkout lies in the wheel."""
    return MOVED.get(file, f"detector/{file}" if file.startswith("questions/") else file)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout says which files belong to the product")
def test_every_file_of_the_product_is_in_the_wheel(wheel: Path) -> None:
    listed = subprocess.run(
        ("git", "ls-files", "-z", "detector", "questions", *MOVED),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    # What was moved or deleted and not yet committed is still listed.
    product = [file for file in listed.stdout.split("\0") if file and (ROOT / file).exists()]

    with ZipFile(wheel) as archive:
        differing = [file for file in product if _content(archive, file) != (ROOT / file).read_bytes()]

    assert {"app.py", "detector/__init__.py", "questions/bank.yaml"} <= set(product)
    assert differing == []


def _content(archive: ZipFile, file: str) -> bytes | None:
    name = place_in_wheel(file)
    return archive.read(name) if name in archive.namelist() else None


def test_the_pins_of_everything_hold_the_pins_of_what_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    everything = {line.split(" ")[0].lower() for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()}

    chosen = {re.sub(r"\[.*?\]", "", pin).split(" ")[0] for pin in project["dependencies"]}

    assert {pin for pin in chosen if "==" in pin and pin.lower() not in everything} == set()


def test_the_build_tool_is_pinned_alike_for_building_and_for_the_tests() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]

    for_tests = (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8").splitlines()

    assert set(build["requires"]) <= set(for_tests)
