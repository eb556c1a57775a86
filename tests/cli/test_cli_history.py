"""`history` tells who changed what and when, and what was erased, and changes nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.command_line import call

from detector.bank_files import load_bank
from detector.core.answers import (
    SERVICE,
    Answer,
    AnswerSheet,
    AnswerState,
    Item,
    ItemKind,
    ItemValue,
    PlannedAction,
    Service,
    WorkshopResult,
    answer_item,
    check_change,
    check_sheet,
)
from detector.store import Store, open_store
from detector.wording.changes import item_in_words, value_in_words

BANK = load_bank()
MKT1 = answer_item("MKT1")
QUESTION = BANK.dimensions[0].questions[0]
TODAY = re.compile(r"\d{1,2} \w+ 20\d\d(, \d\d:\d\d)?")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the settings name."""
    monkeypatch.setenv("DETECTOR_DATA_DIR", str(tmp_path))
    opened = open_store()
    yield opened
    opened.close()


def kept(store: Store, name: str) -> str:
    """The key of an assessment of a service of that name."""
    return store.create(check_sheet(BANK, AnswerSheet(BANK.version, Service(name, "Exampleshire"))), by="Ann")


def change(store: Store, key: str, item: Item, value: ItemValue, by: str) -> int:
    """The number of that change."""
    seen = store.load(key).revisions.get(item, 0)
    return store.save(key, check_change(BANK, item, value), seen, by).number


def told(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says, on one line and without days and times."""
    ended = call(["history", *words], capsys)
    assert (ended.code, ended.errors) == (0, "")
    return TODAY.sub("THEN", " ".join(ended.output.split()))


def test_each_change_is_told_with_who_and_before_and_after(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    key = kept(store, "Libraries")
    change(store, key, MKT1, Answer(AnswerState.LEVEL, 2, evidence=1, note="Seen"), "Ben")
    last = change(store, key, Item(ItemKind.WEIGHT, "MKT"), 14.0, "")
    store.undo(key, last, check_change(BANK, Item(ItemKind.WEIGHT, "MKT"), None), "Ben")

    said = told([], capsys)

    name = " ".join(item_in_words(BANK, MKT1).split())
    assert "Libraries, Exampleshire 4 changes. Head of the history: " + store.histories.head(key).link in said
    assert "1. THEN, Ann: Service created with: Libraries, Exampleshire" in said
    assert (
        f"2. THEN, Ben: {name} before: not answered after: level 2, {QUESTION.levels[2]}; evidence 1; note: Seen"
    ) in said
    assert "3. THEN, somebody without a name: Weight of Market before: as in the question bank after: 14" in said
    assert said.endswith(
        "4. THEN, Ben: Weight of Market takes back change 3 before: 14 after: as in the question bank"
    )


def test_what_was_erased_is_said_in_its_place(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    key = kept(store, "Libraries")
    erased = change(store, key, MKT1, Answer(AnswerState.LEVEL, 1, note="Sam said so"), "Ben")
    change(store, key, MKT1, Answer(AnswerState.DONT_KNOW), "Cat")
    store.histories.erase_value(key, erased, "Ann")
    store.histories.erase_name("Ben", "Ann")

    said = told([], capsys)

    assert "Sam" not in said
    assert "2. THEN, a name erased on THEN: MKT1" in said
    assert "before: not answered after: erased on THEN 3. THEN, Cat: MKT1" in said
    assert said.endswith("before: erased on THEN after: don't know")


def test_several_are_listed_and_one_is_chosen_by_name_part_or_address(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = kept(store, "Parks"), kept(store, "Car parks")
    store.bin.put(first)

    listed = told([], capsys)

    assert listed.startswith("2 assessments. Choose one: --assessment NAME")
    assert all(each in listed for each in (f"{first} Parks, Exampleshire", f"{second} Car parks, Exampleshire"))
    assert listed.endswith("THEN, in the bin")
    for wanted in (second, f"http://localhost:8501/result?assessment={second}", "car PARKS", "Car"):
        assert told([f"--assessment={wanted}"], capsys).startswith("Car parks, Exampleshire 1 change.")
    assert told(["--assessment", "parks"], capsys).startswith("Parks, Exampleshire 1 change.")


def test_a_file_is_told_and_left_as_it_is(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(store, "Libraries")
    store.close()
    file = tmp_path / "detector.sqlite3"
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    said = told([str(file)], capsys)

    assert said.startswith("Libraries, Exampleshire 1 change.")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_letters_that_could_move_a_console_do_not_reach_it(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    key = kept(store, "Lib\x1b[2Jraries\nSecond line")
    change(store, key, MKT1, Answer(AnswerState.DONT_KNOW, note="\x1b]0;title\x07\u202e"), "An\x1bn")

    ended = call(["history"], capsys)

    assert not set("\x1b\x07\u202e") & set(ended.output)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--assessment", "Nowhere"], "Nowhere: There is no assessment of that name", id="no such name"),
        pytest.param(["gone.sqlite3"], "gone.sqlite3: There is no such file.", id="no such file"),
    ],
)
def test_what_is_not_there_is_said(
    store: Store, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(store, "Libraries")

    ended = call(["history", *words], capsys)

    assert (ended.code, ended.output) == (1, "")
    assert said in ended.errors


def test_a_database_without_an_assessment_says_so(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    ended = call(["history"], capsys)

    assert (ended.code, ended.errors) == (1, "No assessment is kept here.\n")


@pytest.mark.parametrize(
    ("item", "name", "value", "words"),
    [
        pytest.param(SERVICE, "Service", Service("A", "", "C"), "A, C", id="a service"),
        pytest.param(SERVICE, "Service", Service(), "not named", id="a service without a name"),
        pytest.param(Item(ItemKind.FACT, "gone"), "gone", 7, "7", id="a fact that the bank has no more"),
        pytest.param(Item(ItemKind.FACT, "gone"), "gone", None, "not known", id="a fact not known"),
        pytest.param(
            Item(ItemKind.WEIGHT, "GON"), "Weight of GON", 2.5, "2.5", id="a weight that the bank has no more"
        ),
        pytest.param(
            Item(ItemKind.PLAN, "gone"),
            "Plan: gone",
            PlannedAction("Jo", "2027-03-01", done=True),
            "Jo, by 1 March 2027, done",
            id="a plan",
        ),
        pytest.param(Item(ItemKind.PLAN, "gone"), "Plan: gone", PlannedAction(), "not planned", id="an empty plan"),
        pytest.param(
            answer_item("GON1"), "GON1", Answer(AnswerState.LEVEL, 99), "level 99", id="a level that there never was"
        ),
        pytest.param(
            answer_item("GON1"),
            "GON1",
            Answer(AnswerState.NOT_APPLICABLE, reason="Nobody pays", links=("https://a.example",)),
            "not applicable, because Nobody pays; links: https://a.example",
            id="not applicable",
        ),
        pytest.param(
            Item(ItemKind.WORKSHOP, "GON1"),
            "Workshop on GON1",
            WorkshopResult("2026-11-22", 1, 4, 2),
            "Agreed at level 2 in a workshop on 22 November 2026, round 1: 4 people answered.",
            id="a workshop",
        ),
    ],
)
def test_every_kind_of_item_has_words_whatever_the_bank_knows(
    item: Item, name: str, value: ItemValue, words: str
) -> None:
    assert (item_in_words(BANK, item), value_in_words(BANK, item, value)) == (name, words)


def test_facts_have_their_units() -> None:
    assert value_in_words(BANK, Item(ItemKind.FACT, "turnover"), 4_200_000) == "£4,200,000 a year"


def test_an_answer_on_an_older_bank_is_never_told_in_words_that_changed_since() -> None:
    step = BANK.migrations[-1]
    reworded = next(iter(step.read_again))
    gone = next(each for each in step.gone if each.levels)
    at_three = Answer(AnswerState.LEVEL, 3)

    def said(question_id: str, answered_on: str = step.from_version) -> str:
        return value_in_words(BANK, answer_item(question_id), at_three, answered_on=answered_on)

    assert said(reworded) == "level 3"
    assert said(reworded, BANK.version).startswith("level 3, ")
    assert said("MKT1") == f"level 3, {QUESTION.levels[3]}"
    assert said(gone.id) == f"level 3, {gone.levels[3]}"
    assert item_in_words(BANK, answer_item(gone.id)).startswith(f"{gone.id} {gone.text[:30]}")


def test_an_action_that_is_no_longer_there_is_told_by_what_it_said() -> None:
    gone = next(each for each in BANK.migrations[-1].gone if each.id == "plan_systems")

    assert item_in_words(BANK, Item(ItemKind.PLAN, gone.id)) == f"Plan: {gone.text}"
