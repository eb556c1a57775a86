"""The worked examples keep the promises that their own descriptions make."""

import re
from functools import cache
from pathlib import Path

import pytest

from detector.bank_files import load_bank
from detector.core.answers import Answer, AnswerSheet, AnswerState
from detector.core.assessment import Assessment, assess
from detector.core.bank import Bank, GateKind
from detector.core.flow import asked_questions
from detector.core.gates import GateState
from detector.files.assessment import read_assessment

EXAMPLES = Path(__file__).parents[2] / "questions" / "examples"
REAL = ("explore-york-2013.json", "leading-lives-2011.json")
TOLD_NO = "told-no.json"
ALL = (*REAL, TOLD_NO)


@cache
def bank() -> Bank:
    return load_bank()


@cache
def example(name: str) -> AnswerSheet:
    return read_assessment((EXAMPLES / name).read_bytes(), bank()).sheet


@cache
def result(name: str) -> Assessment:
    return assess(bank(), example(name))


def levels(name: str) -> dict[str, Answer]:
    return {key: answer for key, answer in example(name).answers.items() if answer.state is AnswerState.LEVEL}


def cited(note: str) -> set[int]:
    return {int(number) for number in re.findall(r"[Ss]ource \[(\d+)\]", note)}


def bare(address: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def test_these_are_all_the_examples() -> None:
    found = {path.name for path in EXAMPLES.iterdir()}

    assert found == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_is_written_for_this_version_of_the_bank(name: str) -> None:
    imported = read_assessment((EXAMPLES / name).read_bytes(), bank())

    assert imported.migration_report == ()


@pytest.mark.parametrize("name", ALL)
def test_says_that_it_is_a_worked_example_and_of_what_date(name: str) -> None:
    description = example(name).service.description

    assert "worked example built by this project" in description
    assert re.search(r"Position: [^.]*\b20\d\d\b", description)


@pytest.mark.parametrize("name", ALL)
def test_every_answer_carries_a_note(name: str) -> None:
    silent = [key for key, answer in example(name).answers.items() if not answer.note]

    assert silent == []


@pytest.mark.parametrize("name", ALL)
def test_every_level_names_a_source(name: str) -> None:
    unsourced = [key for key, answer in levels(name).items() if not cited(answer.note)]

    assert unsourced == []


@pytest.mark.parametrize("name", ALL)
def test_every_source_named_is_in_the_bank(name: str) -> None:
    numbers = {source.number for source in bank().sources}

    named = set[int]().union(*(cited(answer.note) for answer in example(name).answers.values()))

    assert named - numbers == set()


@pytest.mark.parametrize("name", ALL)
def test_every_link_is_the_address_of_a_source_its_note_names(name: str) -> None:
    addresses = {source.number: bare(source.address) for source in bank().sources if source.address}

    stray = [
        (key, link)
        for key, answer in example(name).answers.items()
        for link in answer.links
        if bare(link) not in {addresses.get(number) for number in cited(answer.note)}
    ]

    assert stray == []


@pytest.mark.parametrize("name", REAL)
def test_no_real_body_is_given_the_top_level_without_a_document(name: str) -> None:
    unproven = [key for key, answer in levels(name).items() if answer.level == 3 and answer.evidence < 2]

    assert unproven == []


@pytest.mark.parametrize("name", REAL)
def test_only_what_a_document_says_counts_as_a_document(name: str) -> None:
    overstated = [
        key
        for key, answer in levels(name).items()
        if answer.evidence > (1 if answer.note.startswith("Our reading:") else 2)
    ]

    assert overstated == []


@pytest.mark.parametrize("name", REAL)
def test_every_level_of_a_real_body_says_whether_it_is_record_or_reading(name: str) -> None:
    unmarked = [
        key for key, answer in levels(name).items() if not answer.note.startswith(("Public record:", "Our reading:"))
    ]

    assert unmarked == []


@pytest.mark.parametrize("name", REAL)
def test_the_quick_scan_of_a_real_body_is_answered(name: str) -> None:
    sheet = example(name)

    asked = {
        question.id
        for dimension in bank().dimensions
        for question in asked_questions(bank(), dimension, sheet)
        if question.quick_scan
    }

    assert asked - set(sheet.answers) == set()
    assert {"service_kind", "reorganisation"} <= set(sheet.facts)


@pytest.mark.parametrize("name", REAL)
def test_the_public_record_alone_is_never_enough_for_a_decision(name: str) -> None:
    assert result(name).provisional


def test_the_one_told_no_leaves_nothing_open() -> None:
    asked = {question.id for dimension in bank().dimensions for question in dimension.questions}

    assert set(levels(TOLD_NO)) == asked
    assert not result(TOLD_NO).provisional


def test_the_one_told_no_is_told_no() -> None:
    assert result(TOLD_NO).verdict.id in {"stop", "not_suited"}


def test_the_one_told_no_passes_no_hard_gate() -> None:
    hard = [gate for gate in result(TOLD_NO).gates if gate.kind is GateKind.HARD]

    assert len(hard) == 4
    assert all(gate.state in {GateState.FAILED, GateState.WARNING} for gate in hard)


def test_the_one_told_no_is_plainly_invented() -> None:
    assert "invented" in example(TOLD_NO).service.name
    assert all(answer.note.startswith("Invented:") for answer in example(TOLD_NO).answers.values())
