"""However a bank's files are damaged, people are told in words; nothing else ever comes out."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bank.broken_bank import SMALL_BANK, copy_small_bank, problems_in
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

# A file of the bank, its line, and a sentence or two.
ONE_LINE = re.compile(r"(dimensions/)?[a-z]+\.yaml(:\d+)?: .+[.?]")
FILES = [path.relative_to(SMALL_BANK).as_posix() for path in sorted(SMALL_BANK.rglob("*.yaml"))]
TRICKY = [
    "", "no", "null", "~", "3", "-1", "1e400", "9" * 400, "[]", "{}", "[[[[", "{a: {b: c}}", "&a", "*a", "!!set",
    "<<: x", "- ", "? ", "|", ">", "---", "...", "\t", "\0", "\ufeff", "\u202e", "\U0001f600",
    "all", "any", "when: {all: []}",
    "fact: control", "question: MKT2", "2026-11-22", "12:30:45", "0x10", ".nan", '"', "'", "#", ": ", "%YAML 9.9",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as parent:
        yield copy_small_bank(Path(parent))


def damage(folder: Path, file: str, content: bytes) -> None:
    for name in FILES:
        shutil.copyfile(SMALL_BANK / name, folder / name)
    (folder / file).write_bytes(content)


def words_of(text: str) -> SearchStrategy[tuple[int, int]]:
    """Where a piece of the text begins, and how long it is."""
    return st.tuples(st.integers(0, len(text)), st.integers(0, 12))


@given(data=st.data(), file=st.sampled_from(FILES))
def test_any_piece_replaced_is_told_in_words(folder: Path, data: st.DataObject, file: str) -> None:
    text = (SMALL_BANK / file).read_text(encoding="utf-8")
    for start, length in data.draw(st.lists(words_of(text), min_size=1, max_size=3)):
        text = text[:start] + data.draw(st.sampled_from(TRICKY)) + text[start + length :]
    damage(folder, file, text.encode())

    problems = problems_in(folder)

    assert [problem for problem in problems if not ONE_LINE.fullmatch(problem)] == []


@given(data=st.data(), file=st.sampled_from(FILES))
def test_any_value_replaced_is_told_in_words(folder: Path, data: st.DataObject, file: str) -> None:
    lines = (SMALL_BANK / file).read_text(encoding="utf-8").splitlines()
    for number in data.draw(st.lists(st.integers(0, len(lines) - 1), min_size=1, max_size=4)):
        key, colon, _ = lines[number].partition(": ")
        lines[number] = key + colon + data.draw(st.sampled_from(TRICKY))
    damage(folder, file, "\n".join(lines).encode())

    problems = problems_in(folder)

    assert [problem for problem in problems if not ONE_LINE.fullmatch(problem)] == []


@given(data=st.data(), file=st.sampled_from(FILES))
def test_lines_moved_doubled_or_lost_are_told_in_words(folder: Path, data: st.DataObject, file: str) -> None:
    lines = (SMALL_BANK / file).read_text(encoding="utf-8").splitlines()
    chosen = data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=len(lines)))
    damage(folder, file, "\n".join(lines[number] for number in chosen).encode())

    problems = problems_in(folder)

    assert [problem for problem in problems if not ONE_LINE.fullmatch(problem)] == []


@given(content=st.binary(max_size=200), file=st.sampled_from(FILES))
def test_any_bytes_at_all_are_told_in_words(folder: Path, content: bytes, file: str) -> None:
    damage(folder, file, content)

    problems = problems_in(folder)

    assert problems
