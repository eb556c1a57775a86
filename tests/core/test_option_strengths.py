"""On which criteria a model does better than the others, and worse."""

from builders import make_sheet
from form_builders import fact_is
from option_builders import LEAVE, SELL, STAY, bank_of_options, out_when

from detector.core.options.options import appraise
from detector.core.options.strengths import Strengths, strengths

APPRAISED = {STAY: (0, 3, 1), LEAVE: (3, 1, 1), SELL: (0, 0, 1)}


def test_a_model_is_best_and_weakest_where_it_is_furthest_from_the_mean() -> None:
    found = strengths(appraise(bank_of_options(APPRAISED), make_sheet(), {}, "promising", draws=0))

    assert found == {
        STAY: Strengths(("price",), ("voice",)),
        LEAVE: Strengths(("voice",), ("price",)),
        SELL: Strengths((), ("price", "voice")),
    }


def test_a_model_that_is_out_is_compared_with_nobody() -> None:
    bank = bank_of_options(APPRAISED, rules=[out_when(fact_is("control", "council"), [SELL])])

    found = strengths(appraise(bank, make_sheet(facts={"control": "council"}), {}, "promising", draws=0))

    assert found == {STAY: Strengths(("price",), ("voice",)), LEAVE: Strengths(("voice",), ("price",))}


def test_the_middle_of_a_range_counts_and_not_its_likeliest_level_alone() -> None:
    bank = bank_of_options({STAY: ((1, 1, 3), 1, 1), LEAVE: (1, 1, 1), SELL: (1, 1, 1)})

    found = strengths(appraise(bank, make_sheet(), {}, "promising", draws=0))

    assert found[STAY] == Strengths(("voice",), ())


def test_models_that_are_not_appraised_have_no_strengths() -> None:
    assert strengths(appraise(bank_of_options(), make_sheet(), {}, "promising", draws=0)) == {}
