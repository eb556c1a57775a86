"""What the documents name is there, and the page on how it is built leaves no part of the program out."""

import re
import tomllib
from pathlib import Path

import pytest
from cli.command_line import ROOT
from pydantic import TypeAdapter

BUILT = ROOT / "detector" / "README.md"
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "detector/README.md", "questions/README.md")


def links(document: Path) -> list[str]:
    """The files and folders of the project that a document leads to."""
    found = re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
    return [link for link in found if "://" not in link]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_somewhere(name: str) -> None:
    document = ROOT / name

    assert [link for link in links(document) if not (document.parent / link).exists()] == []


def test_every_place_named_on_the_page_is_there() -> None:
    named = re.findall(r"`([a-z_]+/[a-z_/.]+)`", BUILT.read_text(encoding="utf-8"))

    assert len(named) > 20
    assert [place for place in named if not any((top / place).exists() for top in (ROOT, BUILT.parent))] == []


def test_the_picture_of_layers_is_the_one_that_imports_are_held_to() -> None:
    picture = BUILT.read_text(encoding="utf-8").split("```")[1]
    drawn = [name for line in picture.splitlines() for name in re.findall(r"[a-z_]+", line[8:28])]

    held = [name for layer in _layers() for name in re.findall(r"[a-z_]+", layer)]

    assert drawn == [name for name in held if name != "shipped_files"]


def _layers() -> list[str]:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    first = tools["importlinter"]["contracts"][0]["layers"]
    return TypeAdapter(list[str]).validate_python(first)
