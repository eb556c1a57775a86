"""Problems in the words beside the bank's texts: the cases are in word_problems/."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from bank.broken_bank import copy_small_bank, problems_in, replace_once
from bank.broken_words import SMALL_WORDS, copy_small_words, problems_after_a_change_of_words
from pydantic import BaseModel, ConfigDict, TypeAdapter

from detector.bank_files import bank_counts, load_bank
from detector.bank_files.checks import OldDate, old_dates

WORD_FILES = sorted(path.name for path in (SMALL_WORDS / "words").iterdir())


class Case(BaseModel):
    """One change of the small bank, and what is said of it."""

    model_config = ConfigDict(extra="forbid")

    case: str
    file: str
    change: str
    to: str
    said: list[str]


def cases() -> list[pytest.ParameterSet]:
    files = sorted((Path(__file__).parent / "word_problems").glob("*.yaml"))
    by_file = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}
    found = TypeAdapter(dict[str, list[Case]]).validate_python(by_file)
    return [pytest.param(case, id=f"{name}: {case.case}") for name, some in found.items() for case in some]


@pytest.mark.parametrize("case", cases())
def test_a_problem_is_said_in_one_line_at_its_place(tmp_path: Path, case: Case) -> None:
    problems = problems_after_a_change_of_words(tmp_path, case.file, case.change, case.to)

    assert problems == case.said


def test_a_bank_with_words_holds_and_counts_them(tmp_path: Path) -> None:
    bank = load_bank(copy_small_words(tmp_path))

    assert bank.words is not None
    assert [each.short_text for each in bank.words.questions] == ["Demand", "Others", "Staff support"]
    assert bank_counts(bank).endswith("3 sources, 2 terms (words 1).")


def test_a_bank_can_do_without_words(tmp_path: Path) -> None:
    bank = load_bank(copy_small_bank(tmp_path))

    assert bank.words is None
    assert bank_counts(bank).endswith("3 sources.")


@pytest.mark.parametrize("name", WORD_FILES)
def test_a_file_that_is_gone_is_said_once(tmp_path: Path, name: str) -> None:
    folder = copy_small_words(tmp_path)
    (folder / "words" / name).unlink()

    assert problems_in(folder) == [f"{name}: this file is missing. Put it back, or undo what removed it."]


@pytest.mark.parametrize("name", WORD_FILES)
def test_a_file_that_cannot_be_read_is_said_once(tmp_path: Path, name: str) -> None:
    folder = copy_small_words(tmp_path)
    (folder / "words" / name).write_bytes(b"a: \xff")

    assert problems_in(folder) == [f"{name}:1: this is not UTF-8 text. Save the file with the encoding UTF-8."]


def test_a_file_that_nothing_reads_is_a_stray(tmp_path: Path) -> None:
    folder = copy_small_words(tmp_path)
    (folder / "words" / "more.yaml").write_text("more: []\n", encoding="utf-8")

    assert problems_in(folder) == ["words/more.yaml: nothing refers to this file. Take it away."]


def test_words_in_the_file_of_the_bank_are_sent_to_their_folder(tmp_path: Path) -> None:
    folder = copy_small_words(tmp_path)
    replace_once(folder, "bank.yaml", "published_on:", "words: {}\npublished_on:")

    problems = problems_in(folder)

    assert problems == ["bank.yaml:2: 'words' stands in the wrong file. Write its files in the folder words."]


def test_words_alone_do_not_make_an_entry_used(tmp_path: Path) -> None:
    folder = copy_small_words(tmp_path)
    replace_once(folder, "bank.yaml", "name: Trade union}", "name: Trade union}\n  - {id: nobody, name: Nobody}")
    role = "  - {stakeholder: nobody, short_name: Nobody, in_a_sentence: nobody}\n"
    path = folder / "words" / "stakeholder_words.yaml"
    path.write_text(path.read_text(encoding="utf-8") + role, encoding="utf-8")

    problems = problems_in(folder)

    remedy = "Name it where it belongs, or take it away."
    assert problems == [f"bank.yaml:13: stakeholder 'nobody': nothing uses this stakeholder. {remedy}"]


def test_old_dates_of_words_are_told(tmp_path: Path) -> None:
    bank = load_bank(copy_small_words(tmp_path))

    found = old_dates(bank, date(2027, 11, 22))

    oldest = date(2026, 11, 21)
    words = [entry for entry in found if entry.kind != "source"]
    assert words == [OldDate("functions of", "staff", 1, oldest), OldDate("term", "ballot", 1, oldest)]
