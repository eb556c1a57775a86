"""Names of files to take away, and typed text in labels."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.core.answers import AnswerSheet, Service
from detector.ui.taking_away import file_name
from detector.ui.words import plain


def sheet(council: str, name: str) -> AnswerSheet:
    return AnswerSheet("2026.1", Service(name, council, ""))


@pytest.mark.parametrize(
    ("council", "name", "begins"),
    [
        pytest.param("Anyshire", "Library service", "anyshire-library-service-", id="council and service"),
        pytest.param("", "", "assessment-", id="no name at all"),
        pytest.param("", "漢字 😀", "assessment-", id="nothing that every computer can write"),
        pytest.param("../../etc", "passwd\0", "etc-passwd-", id="a way out of the folder"),
    ],
)
def test_a_file_is_named_after_whose_it_is(council: str, name: str, begins: str) -> None:
    assert file_name(sheet(council, name), "json").startswith(begins)


@given(st.text(), st.text())
def test_a_file_name_is_one_that_every_computer_takes(council: str, name: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}-\d{4}-\d\d-\d\d\.csv", file_name(sheet(council, name), "csv"))


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(string.punctuation))))
def test_no_mark_in_a_label_acts_and_none_is_lost(text: str) -> None:
    letters = iter(plain(text))
    shown = [(letter, next(letters) if letter == "\\" else "") for letter in letters]

    assert all(letter == "\\" for letter, _marked in shown if letter in string.punctuation)
    assert "".join(marked or letter for letter, marked in shown) == text.replace("\n", " ")
