"""Earlier mutuals come to mind where a known answer is as weak as theirs was."""

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_question, make_sheet

from detector.core.answers import Answer
from detector.core.bank import AnswerIs, Bank
from detector.core.bank.guidance import Card, Resemblance
from detector.core.case_studies import Resembling, resembling


def make_card(card_id: str, **at_most: int) -> Card:
    return Card(
        id=card_id,
        name=card_id,
        service="Libraries",
        chose="A society",
        followed="It stood",
        decided_by="Its users",
        resembles=tuple(Resemblance(question=question, at_most=level) for question, level in at_most.items()),
        sources=(1,),
    )


def bank_with(*cards: Card) -> Bank:
    return make_bank([make_dimension("MKT", ["MKT1", "MKT2", "MKT3"])]).model_copy(update={"cards": cards})


@pytest.mark.parametrize(
    ("answer", "comes_to_mind"),
    [
        pytest.param(at_level(0), True, id="weaker"),
        pytest.param(at_level(1), True, id="as weak"),
        pytest.param(at_level(2), False, id="stronger"),
        pytest.param(DONT_KNOW, False, id="nobody knows"),
        pytest.param(None, False, id="not answered"),
    ],
)
def test_a_weak_answer_brings_a_card_to_mind(answer: Answer | None, comes_to_mind: bool) -> None:
    sheet = make_sheet({} if answer is None else {"MKT1": answer})

    found = resembling(bank_with(make_card("lost_contract", MKT1=1)), sheet)

    assert bool(found) is comes_to_mind


def test_the_level_that_counts_is_compared() -> None:
    claimed = make_sheet({"MKT1": at_level(3, evidence=0)})

    assert resembling(bank_with(make_card("lost_contract", MKT1=2)), claimed)


def test_the_card_most_alike_comes_first_then_the_banks_order() -> None:
    bank = bank_with(make_card("one", MKT1=1), make_card("two", MKT1=1, MKT2=1), make_card("other", MKT2=1, MKT3=0))

    found = resembling(bank, make_sheet({"MKT1": 1, "MKT2": 0, "MKT3": 2}))

    assert found == (Resembling("two", ("MKT1", "MKT2")), Resembling("one", ("MKT1",)), Resembling("other", ("MKT2",)))


def test_a_question_that_is_not_asked_reminds_of_nothing() -> None:
    asked_rarely = make_question("MKT2", when=AnswerIs(question="MKT1", at_least=3))
    bank = make_bank([make_dimension("MKT", ["MKT1", asked_rarely])])
    bank = bank.model_copy(update={"cards": (make_card("lost_contract", MKT2=1),)})

    assert resembling(bank, make_sheet({"MKT1": 1, "MKT2": 0})) == ()
