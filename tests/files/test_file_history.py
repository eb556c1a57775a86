"""A copy says which history it was taken from."""

import json

import pytest
from files.file_bank import BANK, file_with

from detector.core.errors import FileError
from detector.core.history import Head
from detector.files.assessment import read_assessment, write_assessment

HEAD = Head(57, "a1b2c3d4e5f6" + "0" * 52)


def test_a_head_is_read_back_the_same() -> None:
    sheet = read_assessment(file_with(), BANK).sheet

    written = write_assessment(BANK, sheet, HEAD)

    assert json.loads(written)["history"] == {"changes": 57, "head": HEAD.link}
    assert read_assessment(written, BANK).head == HEAD
    assert read_assessment(written, BANK).sheet == sheet


def test_a_file_without_a_history_has_no_head() -> None:
    read = read_assessment(file_with(), BANK)

    assert read.head is None
    assert b"history" not in write_assessment(BANK, read.sheet, read.head)


@pytest.mark.parametrize(
    ("history", "said"),
    [
        pytest.param([], "history: This is a list.", id="a list"),
        pytest.param({}, "history.changes: This takes a whole number from 0, not nothing (null).", id="nothing"),
        pytest.param(
            {"changes": True, "head": HEAD.link},
            "history.changes: This takes a whole number from 0, not yes.",
            id="a yes",
        ),
        pytest.param(
            {"changes": -1, "head": HEAD.link},
            "history.changes: This takes a whole number from 0, not -1.",
            id="under",
        ),
        pytest.param(
            {"changes": 1, "head": "a1b2c3d4e5f6"},
            "history.head: This takes 64 letters from 0 to f, not 'a1b2c3d4e5f6'.",
            id="a short head",
        ),
        pytest.param(
            {"changes": 1, "head": 7}, "history.head: This takes 64 letters from 0 to f, not 7.", id="a number"
        ),
        pytest.param(
            {"changes": 1, "head": HEAD.link, "note": ""},
            "history: There is no key 'note'.",
            id="a key that means nothing",
        ),
    ],
)
def test_a_history_that_cannot_be_meant_is_refused_and_named(history: object, said: str) -> None:
    with pytest.raises(FileError) as caught:
        read_assessment(file_with(history=history), BANK)

    assert said in str(caught.value)
