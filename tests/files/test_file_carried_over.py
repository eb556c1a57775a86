"""What a file of an older bank keeps for people to look at, and that no answer ever gains by a new version."""

from pathlib import Path

import pytest
from files.file_bank import BANK, file_with
from hypothesis import given
from hypothesis import strategies as st

from detector.bank_files import load_bank
from detector.core.answers import AnswerState, EarlierAnswer
from detector.core.answers.answer_checks import LONGEST_LINK, MOST_LINKS
from detector.core.bank import Bank, Gone, Migration
from detector.core.brought_over import earlier_answers, is_to_read_again, left_to_read
from detector.core.messages import LONGEST_NOTE
from detector.files.assessment import read_assessment, write_assessment

OLD_FILES = Path(__file__).parent / "of_2026_1"
STEP = Migration(
    from_version="2025.1",
    to_version=BANK.version,
    renamed={"MKT0": "MKT1"},
    gone=(
        Gone(
            id="OLD1",
            text="How stable is it?",
            levels=("Falling", "Unsure", "Stable", "Growing"),
            now_in=("MKT2", "STF1"),
        ),
        Gone(id="posts", text="How many posts is that?"),
    ),
    relevel={"MKT1": (0, 1, 1, 2)},
    read_again=("STF1",),
    new=("MKT2",),
    weights_before={"MKT": 7},
    checked_anew=("turnover",),
    note="Fewer questions.",
)


def bank_of(*migrations: Migration) -> Bank:
    return BANK.model_copy(update={"migrations": migrations})


LATER = bank_of(STEP)


def brought(**members: object) -> bytes:
    return file_with(bank_version="2025.1", **members)


@pytest.mark.parametrize(("old", "now"), [(0, 0), (1, 1), (2, 1), (3, 2)])
def test_a_level_that_now_asks_for_more_counts_as_a_lower_one(old: int, now: int) -> None:
    imported = read_assessment(brought(answers={"MKT0": {"level": old, "evidence": 3, "note": "As was"}}), LATER)

    answer = imported.sheet.answers["MKT1"]
    assert (answer.level, answer.evidence, answer.note) == (now, 3, "As was")
    assert (f"({old} as {now})" in " ".join(imported.migration_report)) == (old != now)
    assert is_to_read_again(imported.sheet, "MKT1")


def test_what_is_no_longer_asked_is_kept_beside_what_took_it_in() -> None:
    held = {"level": 2, "note": "Settled", "links": ["https://example.org"]}

    sheet = read_assessment(brought(answers={"OLD1": held}), LATER).sheet

    told = EarlierAnswer("How stable is it?", "Stable (level 2 of 3)", "Settled https://example.org", ("MKT2", "STF1"))
    assert earlier_answers(sheet, "MKT2") == earlier_answers(sheet, "STF1") == (told,)
    assert earlier_answers(sheet, "MKT1") == ()
    assert sheet.answers == {}


def test_the_longest_that_an_older_sheet_may_hold_comes_over() -> None:
    links = ["https://example.org/".ljust(LONGEST_LINK, "x")] * MOST_LINKS
    room = {"held_on": "2026-11-01", "round": 1, "people": 12, "level": 3, "dissent": "d" * LONGEST_NOTE}
    held = {"level": 2, "note": "n" * LONGEST_NOTE, "links": links}

    sheet = read_assessment(brought(answers={"OLD1": held}, workshop={"OLD1": room}), LATER).sheet

    (told,) = earlier_answers(sheet, "MKT2")
    assert all(part in told.note for part in ("n" * LONGEST_NOTE, links[-1], "d" * LONGEST_NOTE))


@pytest.mark.parametrize(
    ("held", "said"),
    [
        pytest.param({"state": "dont_know"}, "don't know", id="nobody knew"),
        pytest.param(
            {"state": "not_applicable", "reason": "None here"}, "not applicable, because None here", id="set aside"
        ),
    ],
)
def test_an_answer_without_a_level_is_kept_in_words(held: dict[str, object], said: str) -> None:
    sheet = read_assessment(brought(answers={"OLD1": held}), LATER).sheet

    assert [each.answer for each in earlier_answers(sheet, "MKT2")] == [said]


def test_what_a_room_agreed_on_another_wording_is_history_and_not_agreement() -> None:
    room = {"held_on": "2026-11-01", "round": 1, "people": 12, "level": 3, "agreement": 1, "median": 3}

    imported = read_assessment(
        brought(answers={"MKT0": {"level": 3, "evidence": 3}}, workshop={"MKT0": room, "OLD1": room}), LATER
    )

    assert imported.sheet.workshop == {}
    for question_id in ("MKT1", "MKT2"):
        (earlier,) = earlier_answers(imported.sheet, question_id)
        assert "A workshop agreed level 3 of 3 on 2026-11-01." in earlier.note


def test_what_nothing_took_in_is_told_in_the_words_it_was_asked_in() -> None:
    report = read_assessment(brought(facts={"posts": 9.5}), LATER).migration_report

    assert "Fact 'How many posts is that?' is no longer asked, so it was left out. It held: 9.5." in report


def test_a_councils_own_weight_keeps_its_proportion() -> None:
    imported = read_assessment(brought(weights={"MKT": 3.5, "STF": 12}), LATER)

    assert imported.sheet.weights == {"MKT": 7, "STF": 12}
    assert "Your own weights keep their proportion to the bank's, some of which changed." in imported.migration_report


def test_a_fact_that_no_longer_fits_is_left_out_and_told() -> None:
    imported = read_assessment(brought(facts={"turnover": "a lot", "staff_headcount": 4}), LATER)

    assert imported.sheet.facts == {"staff_headcount": 4}
    assert any("yours was left out. It held: 'a lot'." in line for line in imported.migration_report)


def test_what_waits_is_counted_until_somebody_has_looked() -> None:
    sheet = read_assessment(brought(answers={"MKT0": {"level": 2}, "STF1": {"state": "dont_know"}}), LATER).sheet

    left = left_to_read(LATER, sheet)

    assert left is not None
    assert (left.from_version, left.carried, left.read_again, left.new) == ("2025.1", 2, ("MKT1",), ("MKT2",))


def test_a_second_step_carries_on_what_waits() -> None:
    first = STEP.model_copy(
        update={"to_version": "2025.9", "relevel": {"MKT7": (0, 1, 1, 2)}, "renamed": {"MKT0": "MKT7"}}
    )
    second = Migration(
        from_version="2025.9", to_version=BANK.version, renamed={"MKT7": "MKT1"}, removed=("STF1",), note="Ids."
    )
    bank = BANK.model_copy(update={"migrations": (first, second), "dimensions": LATER.dimensions})

    sheet = read_assessment(brought(answers={"MKT0": {"level": 3, "evidence": 3}, "OLD1": {"level": 0}}), bank).sheet

    assert sheet.answers["MKT1"].level == 2
    assert is_to_read_again(sheet, "MKT1")
    assert [each.beside for each in earlier_answers(sheet, "MKT2")] == [("MKT2",)]


def test_the_file_of_a_sheet_that_was_brought_over_says_so_again() -> None:
    sheet = read_assessment(brought(answers={"MKT0": {"level": 2}, "OLD1": {"level": 1}}), LATER).sheet

    again = read_assessment(write_assessment(LATER, sheet), LATER)

    assert again.sheet == sheet
    assert again.migration_report == ()


@given(st.dictionaries(st.sampled_from(["MKT0", "MKT2", "STF1", "OLD1"]), st.integers(0, 3)))
def test_no_answer_gains_by_a_new_version(levels: dict[str, int]) -> None:
    answers = {key: {"level": level, "evidence": 3} for key, level in levels.items()}

    sheet = read_assessment(brought(answers=answers), LATER).sheet

    former = {"MKT1": "MKT0"}
    for key, answer in sheet.answers.items():
        assert answer.state is AnswerState.LEVEL
        assert (answer.level or 0) <= levels[former.get(key, key)]


@pytest.mark.parametrize("name", ["explore-york-2013", "leading-lives-2011", "told-no"])
def test_a_file_of_2026_1_opens_and_no_answer_of_it_gains(name: str) -> None:
    data, bank = (OLD_FILES / f"{name}.json").read_bytes(), load_bank()

    imported = read_assessment(data, bank)

    left = left_to_read(bank, imported.sheet)
    assert left is not None
    assert left.from_version == "2026.1"
    assert left.new
    assert imported.migration_report
    assert imported.sheet.bank_version == bank.version
