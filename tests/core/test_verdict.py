"""The verdict: its words, what caps it, and what it could still become."""

import pytest
from builders import (
    DONT_KNOW,
    make_bank,
    make_dimension,
    make_fact,
    make_gate,
    make_question,
    make_sheet,
    not_applicable,
)

from detector.core.answers import Answer
from detector.core.bank import AnswerIs, Bank, CapRule, FactKind, GateKind
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
        pytest.param({}, "Too early to say", id="nothing answered"),
        pytest.param({"MKT1": DONT_KNOW}, "Too early to say", id="nothing known"),
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


def test_without_any_answer_there_are_words_and_nothing_settled() -> None:
    verdict = verdict_of({})

    assert (verdict.id, verdict.label, verdict.uncapped) == (None, "Too early to say", None)
    assert verdict.meaning == "Answer a question to see where the service stands."
    assert (verdict.low, verdict.high, verdict.settled, verdict.unresolved) == ("stop", "strong", False, True)
    assert verdict.caps == ()


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
            "The verdict can be no better than 'Stop'.",
            causes=("gate_LAW1",),
            note="a hard gate has failed",
            briefly="The hard gate 'Gate LAW1' has failed.",
        ),
    )


def test_an_open_hard_gate_says_that_it_is_open() -> None:
    (cap,) = verdict_of({**ALL_THREE, "LAW1": DONT_KNOW}).caps

    assert cap.because.startswith("The hard gate 'Gate LAW1' is still open. Nobody knows yet.")


def test_a_low_headline_dimension_is_named_with_its_score() -> None:
    (cap,) = verdict_of({**ALL_THREE, "MKT1": 0, "MKT2": 2}).caps

    assert (cap.rule, cap.about) == (CapRule.HEADLINE_LOW, "market")
    assert cap.because.startswith("Market scores 33, under 50.")


def test_a_headline_dimension_of_which_too_little_is_known_says_so_and_not_that_it_is_low() -> None:
    bank = make_bank(
        [make_dimension("market", ["MKT1", "MKT2", "MKT3"], headline=True), make_dimension("staff", ["STF1"])]
    )

    verdict = verdict_of({"MKT1": 2, "STF1": 3}, bank)

    assert verdict.label == "Promising: too little known of Market"
    assert [(cap.rule, cap.about) for cap in verdict.caps] == [(CapRule.HEADLINE_LOW, "market")]
    assert verdict.caps[0].because.startswith(
        "Only 1 of 3 Market answers is known. If the rest are weak, it comes to 44; 50 is needed."
    )


def test_dimensions_of_which_too_little_is_known_share_one_note_beside_one_that_is_low() -> None:
    headlines = [make_dimension(each, [f"{each}{n}" for n in "12"], headline=True) for each in ("market", "staff")]
    low = make_dimension("income", ["INC1"], headline=True)
    bank = make_bank([*headlines, low, make_dimension("law", ["LAW1"], weight=90)])

    verdict = verdict_of({"INC1": 1, "LAW1": 3}, bank)

    assert verdict.label == "Promising: too little known of Market and Staff; prepare"


def test_a_headline_dimension_without_a_score_hides_no_other() -> None:
    bank = make_bank([make_dimension(each, [f"{each}1"], headline=True) for each in ("market", "staff")])

    verdict = verdict_of({"staff1": 0}, bank)

    assert [cap.about for cap in verdict.caps] == ["staff", "market", "staff"]


def test_a_score_that_would_be_shown_as_the_threshold_is_said_to_be_just_under_it() -> None:
    questions = [f"MKT{number}" for number in range(1, 102)]
    bank = make_bank([make_dimension("market", questions, headline=True)])
    one_under = {each: 3 if number < 50 else 1 if number == 50 else 0 for number, each in enumerate(questions)}

    (cap,) = verdict_of(dict(one_under), bank).caps

    assert cap.because.startswith("Market scores just under 50.")


def test_what_the_rest_comes_to_is_said_to_be_just_under_the_line_where_it_would_be_shown_as_it() -> None:
    questions = [f"MKT{number}" for number in range(1, 202)]
    bank = make_bank([make_dimension("market", questions, headline=True)])
    quarter_known_good = dict.fromkeys(questions[:50], 3)

    (cap,) = verdict_of(dict(quarter_known_good), bank).caps

    assert "it comes to just under 50; 50 is needed." in cap.because


def test_every_cap_is_listed_the_strictest_first_and_says_whether_it_matters() -> None:
    verdict = verdict_of({"MKT1": 0, "MKT2": 0, "LAW1": 3, "LAW2": 0, "LAW3": 3})

    assert [(cap.rule.value, cap.because.rsplit(". ", 1)[1]) for cap in verdict.caps] == [
        ("headline_very_low", "The verdict can be no better than 'Weak'."),
        ("amber_gate_failed", "The verdict can be no better than 'Promising'."),
        ("headline_low", "The verdict can be no better than 'Promising'."),
    ]


def test_a_cap_under_which_a_stricter_one_lies_says_so() -> None:
    verdict = verdict_of({**ALL_THREE, "LAW1": 0, "LAW2": 0, "LAW3": 3, "MKT1": 3}, bank=light_gates())

    assert [(cap.rule.value, cap.because.rsplit(". ", 1)[1]) for cap in verdict.caps] == [
        ("hard_gate_failed", "The verdict can be no better than 'Stop'."),
        ("weak_points", "A stricter rule holds it lower still."),
        ("amber_gate_failed", "A stricter rule holds it lower still."),
    ]


@pytest.mark.parametrize(
    ("levels", "rules", "label"),
    [
        pytest.param([1, 1], [], "Strong candidate", id="two amber gates in doubt hold nothing"),
        pytest.param([1, 1, 1], ["gates_in_doubt"], "Promising: many in doubt", id="three do"),
        pytest.param(
            [1, 1, None], ["gates_in_doubt"], "Promising: many in doubt", id="a gate not known is in doubt, too"
        ),
        pytest.param(
            [1, 1, 1, 1], ["weak_points", "gates_in_doubt"], "Weak: weak all over", id="four weak points hold lower"
        ),
        pytest.param(
            [0, 0],
            ["weak_points", "amber_gate_failed"],
            "Weak: weak all over",
            id="a failed gate is two weak points",
        ),
    ],
)
def test_gates_are_counted(levels: list[int | None], rules: list[str], label: str) -> None:
    verdict = verdict_of(at_the_gates(levels), MANY_GATES)

    assert (list(dict.fromkeys(cap.rule.value for cap in verdict.caps)), verdict.label) == (rules, label)


MANY_GATES = make_bank(
    [make_dimension("market", ["MKT1"], weight=99), make_dimension("law", [f"LAW{n}" for n in range(5)], weight=1)],
    gates=[make_gate(f"LAW{n}", GateKind.AMBER) for n in range(5)],
)


def at_the_gates(levels: list[int | None]) -> Answers:
    """These levels at the first gates, None for don't know; 3 everywhere else."""
    given = {f"LAW{n}": DONT_KNOW if level is None else level for n, level in enumerate(levels)}
    return {"MKT1": 3, **dict.fromkeys([f"LAW{n}" for n in range(5)], 3), **given}


def test_counted_gates_are_named_together_in_one_cap() -> None:
    doubt = verdict_of(at_the_gates([1, None, 0]), MANY_GATES).caps[-1]

    assert (doubt.rule, doubt.about) == (CapRule.GATES_IN_DOUBT, "")
    assert doubt.causes == ("gate_LAW0", "gate_LAW1", "gate_LAW2")
    assert doubt.because.startswith(
        "There are 3 gates in doubt, and 3 are enough: “Gate LAW2” at level 0; “Gate LAW0” at level 1; "
        "“Gate LAW1” not known."
    )


def test_weak_points_are_told_with_the_gates_that_give_them() -> None:
    weak = verdict_of(at_the_gates([1, 1, 0]), MANY_GATES).caps[0]

    assert weak.because.startswith(
        "There are 4 weak points at the gates, and 4 are enough: “Gate LAW2” at level 0; “Gate LAW0” and “Gate LAW1” "
        "at level 1. The verdict can be no better than 'Weak'."
    )


def test_a_label_carries_the_two_strictest_notes_only() -> None:
    bank = make_bank(
        [
            make_dimension("market", ["MKT1"], headline=True),
            make_dimension("law", ["LAW1", "LAW2"]),
            make_dimension("rest", ["RST1"], weight=80),
        ],
        gates=[make_gate("LAW1"), make_gate("LAW2", GateKind.AMBER)],
    )

    verdict = verdict_of({"MKT1": 1, "LAW1": 1, "LAW2": 0, "RST1": 3}, bank)

    assert verdict.label == "Promising: unclear; fix before the business case"
    assert len({cap.note for cap in verdict.caps}) == 3


def test_a_fact_that_opens_a_hard_gate_is_asked_for_in_the_label() -> None:
    bank = make_bank(
        [make_dimension("law", [make_question("LAW1", when=AnswerIs(fact="merging", is_one_of=(True,))), "LAW2"])],
        gates=[make_gate("LAW1")],
        facts=[make_fact("merging", FactKind.YES_NO)],
    )

    verdict = verdict_of({"LAW2": 3}, bank)

    assert (verdict.label, verdict.unresolved) == ("Promising: answer “What is merging?”", True)


@pytest.mark.parametrize(
    ("known", "verdict_id", "still_needed"),
    [
        pytest.param(0, None, 2, id="nothing known"),
        pytest.param(1, None, 1, id="under the line"),
        pytest.param(2, "strong", 0, id="on the line"),
    ],
)
def test_a_verdict_is_named_from_a_quarter_of_the_weight_on(
    known: int, verdict_id: str | None, still_needed: int
) -> None:
    bank = make_bank([make_dimension("market", [f"MKT{n}" for n in range(8)])])

    verdict = verdict_of({f"MKT{n}": 3 for n in range(known)}, bank)

    assert (verdict.id, verdict.still_needed) == (verdict_id, still_needed)


def test_too_early_says_how_many_answers_are_missing_at_least_and_keeps_what_already_holds() -> None:
    bank = make_bank([make_dimension("law", [f"LAW{n}" for n in range(20)])], gates=[make_gate("LAW0")])

    verdict = verdict_of({"LAW1": 3, "LAW2": 3, "LAW3": 3}, bank)

    assert (verdict.label, verdict.uncapped) == ("Too early to say", "strong")
    assert verdict.meaning == (
        "Too little is known to name a verdict: it takes at least 2 of the 17 answers not known yet."
    )
    assert [cap.rule.value for cap in verdict.caps] == ["hard_gate_open"]
    assert (verdict.low, verdict.high, verdict.settled) == ("stop", "strong", False)


def test_the_heaviest_unknown_answers_are_counted_first() -> None:
    heavy = make_dimension("staff", ["STF1"], weight=30)
    bank = make_bank([make_dimension("market", [f"MKT{n}" for n in range(20)], weight=70), heavy])

    assert verdict_of({"MKT1": 3}, bank).still_needed == 1


def test_a_verdict_that_nothing_can_change_is_named_however_little_is_known() -> None:
    bank = make_bank([make_dimension("law", [f"LAW{n}" for n in range(20)])], gates=[make_gate("LAW0")])

    verdict = verdict_of({"LAW0": 0}, bank)

    assert (verdict.id, verdict.settled) == ("stop", True)


@pytest.mark.parametrize(
    ("answers", "if_passed"),
    [
        pytest.param({**ALL_THREE, "LAW1": DONT_KNOW}, ("strong", "strong"), id="only the gate is not known"),
        pytest.param(
            {**ALL_THREE, "LAW1": DONT_KNOW, "LAW2": DONT_KNOW}, ("promising", "strong"), id="an amber gate, too"
        ),
        pytest.param(
            {**ALL_TWO, "LAW1": DONT_KNOW, "LAW3": 3}, ("strong", "strong"), id="passing is two at least: 73 of 100"
        ),
        pytest.param({**ALL_TWO, "LAW1": DONT_KNOW}, ("promising", "strong"), id="and three at most"),
        pytest.param({**ALL_THREE, "LAW2": DONT_KNOW}, None, id="no hard gate is open"),
    ],
)
def test_what_is_left_once_open_hard_gates_are_passed(answers: Answers, if_passed: tuple[str, str] | None) -> None:
    assert verdict_of(answers).if_passed == if_passed


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
