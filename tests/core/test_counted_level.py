"""What level an answer counts as."""

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, not_applicable

from detector.core.answers import Answer, AnswerState, counted_level

BANK = make_bank([make_dimension("a", ["A1"])])


@pytest.mark.parametrize(
    ("answer", "counted"),
    [
        pytest.param(at_level(0, evidence=0), 0, id="the lowest level needs no evidence"),
        pytest.param(at_level(2, evidence=0), 2, id="nor does the one below the top"),
        pytest.param(at_level(3, evidence=1), 2, id="the top with a judgement behind it counts as one less"),
        pytest.param(at_level(3, evidence=2), 3, id="the top with a document behind it counts"),
        pytest.param(DONT_KNOW, None, id="don't know"),
        pytest.param(not_applicable(), None, id="not applicable"),
        pytest.param(Answer(AnswerState.DONT_KNOW, level=2), None, id="a level left behind on a don't know"),
    ],
)
def test_counted_level(answer: Answer, counted: int | None) -> None:
    assert counted_level(BANK, answer) == counted
