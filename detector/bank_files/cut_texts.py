"""Texts that YAML cuts short without a word: what follows " #" outside quotes is a remark."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from detector.bank_files.folder import read_folder
from detector.bank_files.text_file import read_text
from detector.bank_files.tree import Place
from detector.bank_files.yaml_positions import Loader
from detector.core.errors import Problem
from detector.core.messages import shown

_NO_TEXT = frozenset({"true", "false", "null"})
_REMARK = re.compile(r" +#")


def cut_texts(folder: Path) -> tuple[Problem, ...]:
    """Every text of a bank without problems that ends at " #", file by file; it may be meant, so it is no problem."""
    files = (folder / name for name in read_folder(folder).files)
    return tuple(found for path in files for found in cut_in(read_text(path), path.name))


def _is_text(value: str) -> bool:
    """Whether somebody wrote words; a remark behind a number, a day, true or false cuts nothing short."""
    return value.lower() not in _NO_TEXT and any(letter.isalpha() for letter in value)


def cut_in(text: str, file: str) -> Iterator[Problem]:
    """Every text of one sound YAML file that ends at " #"."""
    lines = text.splitlines()
    for event in yaml.parse(text, Loader=Loader):
        if not isinstance(event, yaml.ScalarEvent) or not event.implicit[0] or event.end_mark is None:
            continue
        end = event.end_mark
        if end.line < len(lines) and _is_text(event.value) and _REMARK.match(lines[end.line], end.column):
            yield Problem(
                f"{Place(file, end.line + 1)}",
                f"the text {shown(event.value)} ends at ' #', and what follows is left out.",
                "Put the whole text in quotes, or the remark on a line of its own.",
            )
