"""How legal forms stand, in words."""

from dataclasses import replace

import pytest
from form_builders import bank_of_forms, make_form

from detector.core.bank.guidance import FormLayer
from detector.core.legal_forms.results import FormAdvice, FormReason, FormState, Joining, RankedForm
from detector.wording.legal_forms import (
    asks_first_in_words,
    fit_briefly,
    fit_sentence,
    joining_in_words,
    reason_in_words,
)

BANK = bank_of_forms(make_form("coop"), make_form("trust"), make_form("company"))
COOP = RankedForm("coop", FormLayer.VEHICLE, 1, 3, FormState.FITS, (), (), (), ())
ADVICE = FormAdvice((COOP,), (), (), too_early=False, too_early_because="")


def test_points_are_told_of_a_form_that_is_ranked_and_of_no_other() -> None:
    assert fit_briefly(COOP) == "Fits what is known: 3 points"
    assert fit_briefly(replace(COOP, rank=None)) == "Fits what is known"
    assert fit_briefly(replace(COOP, rank=None, state=FormState.POSSIBLE)) == "Possible"


def test_what_a_form_stands_level_with_is_told_before_what_it_depends_on() -> None:
    level = replace(COOP, level_with=("trust", "company"), state=FormState.POSSIBLE, depends_on=("purpose",))

    assert fit_sentence(BANK, level) == (
        "Possible: 3 points. Level with: Trust, Company. It depends on: What is purpose?"
    )
    assert fit_sentence(BANK, COOP) == "Fits what is known: 3 points."


@pytest.mark.parametrize(
    ("asked", "said"),
    [(("a",), "Answer this first."), (("a", "b"), "Answer these two first."), (("a", "b", "c"), "Answer these three")],
)
def test_what_decides_is_asked_for(asked: tuple[str, ...], said: str) -> None:
    assert asks_first_in_words(replace(ADVICE, asks_first=asked)).startswith(said)


def test_joining_is_first_or_further() -> None:
    assert joining_in_words(Joining("host", True, ())) == "Look at this first, before a body of your own."
    assert joining_in_words(Joining("host", False, ())) == "A further option."


def test_a_reason_that_counts_for_nothing_here_has_no_points() -> None:
    reason = FormReason("Staff want it.", 2, (), None)

    assert reason_in_words(reason) == "Staff want it. (+2) (Judgement.)"
    assert reason_in_words(reason, weighed=False) == "Staff want it. (Judgement.)"
