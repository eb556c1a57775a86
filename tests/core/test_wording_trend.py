"""A change of score and verdict in words."""

from dataclasses import replace

from builders import make_bank, make_dimension

from detector.core.trend import Change, Trend
from detector.wording.trend import parts_sentence, verdict_change_sentence

BANK = make_bank([make_dimension("market", ["M1"])])
RISEN = Trend(
    before=0.45,
    after=0.61,
    parts={Change.ANSWERS: 0.2, Change.BANK: -0.04, Change.WEIGHTS: 0.0},
    shown={Change.ANSWERS: 20, Change.BANK: -4, Change.WEIGHTS: 0},
    verdict_before="weak",
    verdict_after="promising",
    alone={Change.ANSWERS: "promising", Change.BANK: "weak", Change.WEIGHTS: "weak"},
)


def test_what_alone_would_have_made_the_verdict_is_told() -> None:
    assert verdict_change_sentence(BANK, RISEN) == (
        "Promising, was Weak. The answers alone would have made it Promising. The new questions alone would not."
    )


def test_the_same_verdict_is_told_shortly() -> None:
    same = replace(RISEN, verdict_before="promising")

    assert verdict_change_sentence(BANK, same) == "Promising, as before."


def test_what_brought_nothing_is_not_told() -> None:
    assert parts_sentence(RISEN) == "The score changed by +16: the answers +20, the new questions -4."


def test_no_change_is_told() -> None:
    still = replace(RISEN, shown=dict.fromkeys(Change, 0))

    assert parts_sentence(still) == "The score is what it was."
