"""An assessment carries what the bank knows beside scores: delivery models, earlier cases, stages."""

from builders import at_level

from detector.bank_files import load_bank
from detector.core.answers import AnswerSheet
from detector.core.assessment import assess


def test_weak_answers_to_the_shipped_bank_bring_models_cases_and_stages() -> None:
    bank = load_bank()
    answers = {question.id: at_level(0) for dimension in bank.dimensions for question in dimension.questions}

    found = assess(bank, AnswerSheet(bank.version, answers=answers))

    assert {model.model_id for model in found.options.models} == {model.id for model in bank.models}
    assert {case.card_id for case in found.cases} == {card.id for card in bank.cards if card.resembles}
    assert [stage.stage_id for stage in found.stages] == [stage.id for stage in bank.stages]
