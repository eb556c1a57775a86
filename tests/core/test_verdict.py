"""The verdict: its words, what caps it, and what it could still become."""

import pytest
from builders import DONT_KNOW, make_bank, make_dimension, make_gate, make_sheet, not_applicable

from detector.core.answers import Answer
from detector.core.bank import Bank, CapRule, GateKind
from detector.core.gates import gate_results
from detector.core.scoring import combine, score_dimensions
from detector.core.verdict.caps import CapFired
from detector.core.verdict.verdict import Verdict, decide

Answers = dict[str, int | Answer]

BANK = make_bank(
    [
        make_dimension("market", ["MKT1", "MKT2"], weight=20, headline=True),
        make_dimension("law", ["LAW1", "LAW2", "LAW3"], weight=80),
    ],
    gates=[make_gate("LAW1"), make_gate("LAW2", GateKind.AMBER)],
)
ALL_TWO: Answers = {"MKT1": 2, "MKT2": 2, "LAW1": 2, "LAW2": 2, "LAW3": 2}
ALL_THREE: Answers = dict.fromkeys(ALL_TWO, 3)


def verdict_of(answers: Answers, bank: Bank = BANK) -> Verdict:
    """The verdict on these answers."""
    sheet = make_sheet(answers)
    dimensions = score_dimensions(bank, sheet)
    return decide(bank, combine("overall", dimensions), dimensions, gate_results(bank, sheet))


@pytest.mark.parametrize(
    ("answers", "label"),
    [
        pytest.param({}, "No verdict yet", id="nothing answered"),
        pytest.param({"MKT1": DONT_KNOW}, "No verdict yet", id="nothing known"),
        pytest.param(ALL_THREE, "Strong candidate", id="nothing holds it down"),
        pytest.param(ALL_TWO, "Promising", id="the score alone"),
        pytest.param({**ALL_THREE, "LAW1": 0}, "Stop: a hard gate has failed", id="hard gate failed"),
        pytest.param({**ALL_THREE, "LAW2": 0}, "Promising: fix before the business case", id="amber gate failed"),
        pytest.param({**ALL_THREE, "LAW1": DONT_KNOW}, "Promising: unresolved", id="hard gate open"),
        pytest.param({**ALL_THREE, "MKT1": 0, "MKT2": 2}, "Promising: prepare", id="headline low"),
        pytest.param({**ALL_THREE, "MKT1": 0, "MKT2": 1}, "Weak: compare other models", id="headline very low"),
        pytest.param(
            {**ALL_TWO, "LAW2": 0, "LAW3": 3},
            "Promising: fix before the business case",
            id="a cap no better than the score still says what to do",
        ),
        pytest.param(
            {**ALL_THREE, "LAW2": 0, "MKT1": 0, "MKT2": 2},
            "Promising: fix before the business case; prepare",
            id="two caps at the same verdict both say what to do",
        ),
        pytest.param(
            {**ALL_TWO, "LAW1": 1, "LAW2": 0, "LAW3": 1}, "Not suited now", id="a cap above the verdict says nothing"
        ),
    ],
)
def test_the_label_says_the_verdict_and_what_to_do_about_its_caps(answers: Answers, label: str) -> None:
    assert verdict_of(answers).label == label


def test_no_verdict_yet_has_words_and_nothing_settled() -> None:
    verdict = verdict_of({})

    assert verdict == Verdict(
        id=None,
        label="No verdict yet",
        meaning="Answer a question to see where the service stands.",
        uncapped=None,
        caps=(),
        low="stop",
        high="strong",
        settled=False,
        unresolved=True,
    )


def test_where_nothing_applies_there_is_no_interval_either() -> None:
    verdict = verdict_of(dict.fromkeys(ALL_TWO, not_applicable()))

    assert (verdict.id, verdict.low, verdict.high, verdict.settled) == (None, None, None, False)


def test_the_verdict_carries_the_meaning_of_its_band() -> None:
    assert verdict_of(ALL_TWO).meaning == "Prepare."


def test_a_cap_names_its_gate_its_answer_and_what_it_does() -> None:
    verdict = verdict_of({**ALL_THREE, "LAW1": 0})

    assert (verdict.id, verdict.uncapped) == ("stop", "strong")
    assert verdict.caps == (
        CapFired(
            CapRule.HARD_GATE_FAILED,
            at_most="stop",
            about="gate_LAW1",
            because="The hard gate 'Gate LAW1' has failed. The answer is 'LAW1 poor' (level 0 of 3). "
            "The verdict can be no better than 'Stop'. The score alone would give 'Strong candidate'.",
        ),
    )


def test_an_open_hard_gate_says_that_it_is_open() -> None:
    (cap,) = verdict_of({**ALL_THREE, "LAW1": DONT_KNOW}).caps

    assert cap.because.startswith("The hard gate 'Gate LAW1' is still open. Nobody knows yet.")


def test_a_low_headline_dimension_is_named_with_its_score() -> None:
    (cap,) = verdict_of({**ALL_THREE, "MKT1": 0, "MKT2": 2}).caps

    assert (cap.rule, cap.about) == (CapRule.HEADLINE_LOW, "market")
    assert cap.because.startswith("Market scores 33, under 40.")


def test_a_headline_dimension_without_a_score_hides_no_other() -> None:
    bank = make_bank([make_dimension(each, [f"{each}1"], headline=True) for each in ("market", "staff")])

    verdict = verdict_of({"staff1": 0}, bank)

    assert [cap.about for cap in verdict.caps] == ["staff", "staff"]


def test_a_score_that_would_be_shown_as_the_threshold_is_said_to_be_just_under_it() -> None:
    questions = [f"MKT{number}" for number in range(1, 93)]
    bank = make_bank([make_dimension("market", questions, headline=True)])
    one_under = {each: 2 if number < 55 else 0 for number, each in enumerate(questions)}

    (cap,) = verdict_of(dict(one_under), bank).caps

    assert cap.because.startswith("Market scores just under 40.")


def test_every_cap_is_listed_the_strictest_first_and_says_whether_it_matters() -> None:
    verdict = verdict_of({"MKT1": 0, "MKT2": 0, "LAW1": 3, "LAW2": 0, "LAW3": 3})

    assert [(cap.rule.value, cap.because.rsplit(". ", 1)[1]) for cap in verdict.caps] == [
        ("headline_very_low", "The score alone would give 'Promising'."),
        ("amber_gate_failed", "The score alone gives no more than that."),
        ("headline_low", "The score alone gives no more than that."),
    ]


def test_a_cap_under_which_a_stricter_one_lies_says_so() -> None:
    verdict = verdict_of({**ALL_THREE, "LAW1": 0, "LAW2": 0, "LAW3": 3, "MKT1": 3}, bank=light_gates())

    assert [cap.because.rsplit(". ", 1)[1] for cap in verdict.caps] == [
        "The score alone would give 'Strong candidate'.",
        "A stricter rule holds it lower still.",
    ]


def light_gates() -> Bank:
    """A bank whose gates hardly weigh in the score."""
    return make_bank(
        [
            make_dimension("market", ["MKT1", "MKT2"], weight=99),
            make_dimension("law", ["LAW1", "LAW2", "LAW3"], weight=1),
        ],
        gates=[make_gate("LAW1"), make_gate("LAW2", GateKind.AMBER)],
    )


@pytest.mark.parametrize(
    ("answers", "low", "high", "settled"),
    [
        pytest.param(ALL_THREE, "strong", "strong", True, id="all known: nothing can change"),
        pytest.param({**ALL_THREE, "LAW3": DONT_KNOW}, "strong", "strong", True, id="the unknown cannot change it"),
        pytest.param({**ALL_TWO, "LAW3": DONT_KNOW}, "weak", "strong", False, id="the score decides"),
        pytest.param(
            {**ALL_THREE, "LAW1": DONT_KNOW}, "stop", "strong", False, id="an open hard gate may fail or pass"
        ),
        pytest.param(
            {**ALL_THREE, "LAW2": DONT_KNOW}, "promising", "strong", False, id="an open amber gate may fail or pass"
        ),
        pytest.param(
            {**ALL_THREE, "MKT1": DONT_KNOW, "MKT2": 0},
            "weak",
            "strong",
            False,
            id="a headline score may fall or rise",
        ),
        pytest.param({**ALL_THREE, "LAW1": 0, "MKT1": DONT_KNOW}, "stop", "stop", True, id="a failed gate settles it"),
    ],
)
def test_what_the_verdict_could_still_become(answers: Answers, low: str, high: str, settled: bool) -> None:
    verdict = verdict_of(answers)

    assert (verdict.low, verdict.high, verdict.settled) == (low, high, settled)


@pytest.mark.parametrize(
    ("answers", "unresolved"),
    [
        pytest.param({"LAW1": DONT_KNOW}, True, id="hard gate open"),
        pytest.param({"LAW1": 0, "LAW2": DONT_KNOW}, False, id="only an amber gate open"),
    ],
)
def test_an_open_hard_gate_leaves_the_verdict_unresolved(answers: Answers, unresolved: bool) -> None:
    assert verdict_of(answers).unresolved is unresolved
