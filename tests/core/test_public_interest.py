"""The word that the Public Interest Test ends in, and its sentence."""

from dataclasses import replace

import pytest
from builders import at_level, not_applicable
from strategies import real_bank

from detector.core.answers import Answer, AnswerSheet, empty_sheet
from detector.core.options.options import appraise
from detector.core.options.public_interest import CaseForStaying, Indication, indication
from detector.core.options.results import ModelOption, Options, Places
from detector.core.options.standing import model_standings
from detector.wording.public_interest import indication_in_words

COMPARED = {"FIN7": at_level(1), "FIT5": at_level(1)}


def answered(answers: dict[str, Answer]) -> AnswerSheet:
    return replace(empty_sheet(real_bank()), answers=answers)


def options_with(first: float) -> Options:
    """Options in which staying in house comes first in this share."""
    staying, *others = model_standings(real_bank(), empty_sheet(real_bank()), {}, None)
    places = Places(first, 1.0, None, None)
    return Options((ModelOption(staying, (), places), *(ModelOption(each, (), None) for each in others)), draws=100)


def found(first: float, answers: dict[str, Answer] = COMPARED, coverage: float = 1.0) -> Indication:
    made = indication(real_bank(), answered(answers), options_with(first), coverage)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("first", "expected"),
    [(1.0, "strong"), (0.8, "strong"), (0.799, "open"), (0.6, "open"), (0.599, "weak"), (0.0, "weak")],
)
def test_the_case_follows_how_often_staying_in_house_comes_first(first: float, expected: str) -> None:
    assert found(first).case.value == expected


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        pytest.param({}, ("FIN7", "FIT5"), id="neither is known"),
        pytest.param({"FIT5": at_level(0)}, ("FIN7",), id="the cost is not"),
        pytest.param({"FIN7": at_level(3), "FIT5": not_applicable()}, ("FIT5",), id="what leaving solves is not"),
    ],
)
def test_the_case_is_open_while_the_comparison_has_not_been_made(
    answers: dict[str, Answer], missing: tuple[str, ...]
) -> None:
    made = found(1.0, answers)

    assert (made.case, made.not_compared) == (CaseForStaying.OPEN, missing)
    assert indication_in_words(real_bank(), made).startswith(
        "On the criteria of this product the case for in-house delivery is open: the comparison has not been made."
    )


@pytest.mark.parametrize(("coverage", "expected"), [(0.49, "open"), (0.5, "strong")])
def test_the_case_is_open_while_under_half_is_known(coverage: float, expected: str) -> None:
    assert found(1.0, coverage=coverage).case.value == expected


def test_the_sentence_says_on_what_it_rests() -> None:
    assert indication_in_words(real_bank(), found(0.84)) == (
        "On the criteria of this product the case for in-house delivery is strong: over all ways of weighing them, "
        "improving it in house comes first in 84 of 100."
    )
    assert indication_in_words(real_bank(), found(0.84, coverage=0.2)) == (
        "On the criteria of this product the case for in-house delivery is open: too little is known yet."
    )


def test_a_bank_that_knows_no_test_or_appraises_nothing_gives_no_indication() -> None:
    bank, sheet = real_bank(), answered(COMPARED)
    without = bank.model_copy(update={"public_interest_test": None})
    not_appraised = bank.model_copy(update={"appraisal": ()})

    assert indication(without, sheet, options_with(1.0), 1.0) is None
    assert indication(not_appraised, sheet, appraise(not_appraised, sheet, {}, None), 1.0) is None
