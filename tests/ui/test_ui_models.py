"""The Models page: one sentence, the order of the ways to deliver, and what stands behind it."""

import pytest
from builders import at_level
from strategies import question_ids_of, real_bank
from ui.pages import Desk, said

from detector.core.answers import AnswerSheet, FactValue

FACTS: dict[str, FactValue] = {"reorganisation": "not_affected", "control": "staff_majority"}


@pytest.mark.parametrize(
    ("level", "words"),
    [
        pytest.param(None, "It is too early to say whether a mutual works here.", id="nothing known"),
        pytest.param(0, "Only improving it in house is open.", id="all as bad as can be"),
        pytest.param(1, "Compare the other ways first.", id="a weak service"),
        pytest.param(2, "A mutual may work here.", id="a promising one"),
    ],
)
def test_the_page_says_the_sentence_that_joins_verdict_and_models(desk: Desk, level: int | None, words: str) -> None:
    answers = {} if level is None else {each: at_level(level) for each in question_ids_of(real_bank())}
    page = desk.models(desk.kept(AnswerSheet(real_bank().version, facts=FACTS, answers=answers)))

    assert not page.exception
    assert words in said(page)


def test_every_model_stands_on_the_page_with_its_levels(desk: Desk) -> None:
    page = desk.models(desk.kept(AnswerSheet(real_bank().version, facts=FACTS)))

    assert not page.exception
    told = said(page)
    assert all(model.name in told for model in real_bank().models)
    assert all(criterion.name in told for criterion in real_bank().appraisal_criteria)
