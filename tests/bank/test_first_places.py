"""Whether every model comes first on some sheet, as `check` looks for it."""

from form_builders import fact_is
from option_builders import LEAVE, MODELS, SELL, STAY, bank_of_options, make_shift, out_when

from detector.bank_files.checks import never_first
from detector.bank_files.checks.first_places import first_sheet
from detector.core.bank import AllOf, AnswerIs
from detector.core.bank.appraisal import AddLevels

STAFF, COUNCIL = fact_is("control", "staff"), fact_is("control", "council")


def test_a_model_that_leads_without_an_answer_comes_first() -> None:
    bank = bank_of_options({STAY: (1, 1, 1), LEAVE: (2, 2, 2), SELL: (0, 0, 0)}, rules=[out_when(COUNCIL, [LEAVE])])

    found = first_sheet(bank, LEAVE)

    assert found is not None
    assert not found.facts


def test_answers_that_lift_a_model_or_take_the_leader_out_are_found() -> None:
    lifted = AllOf(all=(STAFF, AnswerIs(question="MKT1", at_least=3)))
    bank = bank_of_options(
        {STAY: (1, 1, 1), LEAVE: (1, 1, 0), SELL: (2, 2, 2)},
        shifts=[
            make_shift(STAFF, [LEAVE], "voice", by=AddLevels(level=1, low=1)),
            make_shift(lifted, [LEAVE], "price", by=AddLevels(level=2, low=2)),
        ],
        rules=[out_when(fact_is("rates", True), [SELL])],
    )

    found = first_sheet(bank, LEAVE)

    assert found is not None
    assert found.facts["control"] == "staff"
    assert found.facts["rates"] is True
    assert found.answers["MKT1"].level == 3


def test_a_model_that_no_answers_put_first_is_named_unless_it_says_so() -> None:
    appraised = {STAY: (2, 2, 2), LEAVE: (3, 1, 1), SELL: (0, 0, 0)}
    bank = bank_of_options(appraised)
    models = (*MODELS[:2], MODELS[2].model_copy(update={"never_first": True}))

    assert never_first(bank) == (LEAVE, SELL)
    assert never_first(bank_of_options(appraised, models=models)) == (LEAVE,)


def test_without_an_appraisal_nothing_is_asked() -> None:
    assert never_first(bank_of_options()) == ()
