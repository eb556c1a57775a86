"""Several problems in one assessment file: all told, at a cost that stays small."""

import json

import pytest
from files.file_bank import BANK, file_with, problems

from detector.core.errors import FileError, Problem
from detector.files.assessment import read_assessment
from detector.ui.assessments.page import not_opened


def refused(data: bytes) -> FileError:
    """Why a file is not read."""
    with pytest.raises(FileError) as caught:
        read_assessment(data, BANK)
    return caught.value


def test_every_problem_is_told_at_once() -> None:
    data = file_with(
        extra=1, facts={"core_share": 101}, weights={"ZZ": 1}, answers={"MKT1": {"level": 9, "evidence": -1}, "Q": 1}
    )

    places = [line.split(": ")[0] for line in problems(data)]

    assert places == [
        "the file",
        "facts.core_share",
        "weights",
        "answers.MKT1.level",
        "answers.MKT1.evidence",
        "answers",
    ]


def test_a_key_that_stands_twice_is_refused_with_both_its_values() -> None:
    data = file_with().replace(b'"answers": {}', b'"answers": {"MKT1": {"level": 1}, "MKT1": {"level": 2}}')

    assert problems(data) == [
        "answers: 'MKT1' stands here twice, first as {'level': 1} and then as {'level': 2}. Keep one of them."
    ]


def test_a_level_that_stands_twice_is_refused_with_both_its_values() -> None:
    data = file_with().replace(b'"answers": {}', b'"answers": {"MKT1": {"level": 1, "level": 3}}')

    assert problems(data) == ["answers.MKT1: 'level' stands here twice, first as 1 and then as 3. Keep one of them."]


def test_problems_beyond_the_first_200_are_counted() -> None:
    data = file_with(answers={f"Q{number}": None for number in range(1_000)})

    found = refused(data)

    assert (len(found.problems), found.count) == (200, 1_000)
    assert str(found).endswith("\nthe file: And 800 more mistakes. Mend those above first.")
    assert len(str(found).splitlines()) == 201


@pytest.mark.parametrize(
    ("count", "last"),
    [(199, "'Q198'"), (200, "'Q199'"), (201, "And 1 more mistake."), (202, "And 2 more mistakes.")],
)
def test_as_many_are_counted_as_there_are(count: int, last: str) -> None:
    found = refused(file_with(answers={f"Q{number}": None for number in range(count)}))

    assert found.count == count
    assert last in str(found).splitlines()[-1]
    assert not_opened("a.json", found).startswith(f"a.json was not opened: it has {count} mistakes.")


def test_a_key_that_stands_twice_hides_no_other_problem() -> None:
    data = file_with(extra=1).replace(b'"answers": {}', b'"answers": {"MKT1": {"level": 1}, "MKT1": {"level": 7}}')

    assert [line.split(": ")[0] for line in problems(data)] == ["answers", "the file"]


def test_keys_that_stand_again_and_again_are_counted() -> None:
    data = file_with().replace(b'"answers": {}', b'"answers": {' + b'"MKT1": {"level": 1}, ' * 500 + b'"MKT2": 1}')

    found = refused(data)

    # 499 repetitions, and MKT2 without its brackets.
    assert (len(found.problems), found.count) == (200, 500)
    assert str(found).endswith("\nthe file: And 300 more mistakes. Mend those above first.")


def test_a_message_never_repeats_characters_that_could_steer_a_console() -> None:
    twice = b'"\\u001b[2J": {"\\u0007": 1, "\\u0007": 2}, '
    data = file_with(answers={"\x1b[2J\u202eMKT": 1}, facts={"control": "\ud800\x07"})
    data = data.replace(b'"format_version"', twice + b'"format_version"')

    assert all(character.isprintable() for line in problems(data) for character in line)


def test_a_problem_keeps_place_fault_and_remedy_apart() -> None:
    with pytest.raises(FileError) as caught:
        read_assessment(json.dumps({}).encode(), BANK)

    assert caught.value.problems[1] == Problem(
        "format_version", "There is no 'format_version'.", "Write 1, without quotation marks."
    )
