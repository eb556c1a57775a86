"""What a report says of the verdict: its range, what holds it, what could, and what was set aside."""

from datetime import date

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
from detector.core.assessment import assess
from detector.core.bank import AnswerIs, Bank, FactKind, GateKind
from detector.report.blocks import Bullets, Panel, Section
from detector.report.context import ReportContext
from detector.report.method import five_sentences
from detector.report.result import panel, result_section
from detector.wording.result import confidence_out_of_100, range_sentence

Answers = dict[str, int | Answer]
AMBER = ("LAW2", "LAW3", "LAW4")
BANK = make_bank(
    [
        make_dimension("market", ["MKT1", "MKT2"], headline=True),
        make_dimension("law", ["LAW1", *AMBER]),
        make_dimension("rest", ["RST1"], weight=80),
    ],
    gates=[make_gate("LAW1"), *(make_gate(each, GateKind.AMBER) for each in AMBER)],
)
ALL_THREE: Answers = {question.id: 3 for part in BANK.dimensions for question in part.questions}


def context_of(answers: Answers, bank: Bank = BANK) -> ReportContext:
    """A report on a sheet where all else is at level 3."""
    sheet = make_sheet(ALL_THREE | answers)
    return ReportContext(bank, sheet, assess(bank, sheet), date(2026, 11, 30))


def part_of(context: ReportContext, part_id: str) -> tuple[str, tuple[str, ...]] | None:
    """A part of the section on the result: its title, and its bullets."""
    found: list[Section] = [part for part in result_section(context).sections if part.id == part_id]
    bullets = [block for part in found for block in part.blocks if isinstance(block, Bullets)]
    return (found[0].title, bullets[0].items) if found else None


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        pytest.param({}, "", id="all known"),
        pytest.param(
            {"RST1": DONT_KNOW},
            "It can still become anything from “Not suited now” to “Strong candidate”.",
            id="no hard gate is open",
        ),
        pytest.param(
            {"LAW1": DONT_KNOW},
            "“Stop” if the hard gate “Gate LAW1” fails. If it passes: “Strong candidate”.",
            id="only the hard gate is open",
        ),
        pytest.param(
            {"LAW1": DONT_KNOW, "LAW2": DONT_KNOW},
            "“Stop” if the hard gate “Gate LAW1” fails. If it passes: between “Promising” and “Strong candidate”.",
            id="something else, too",
        ),
        pytest.param(
            {"LAW1": 0, "RST1": DONT_KNOW},
            "The 1 unknown answer cannot change this verdict.",
            id="nothing can change it",
        ),
    ],
)
def test_the_range_in_words(answers: Answers, said: str) -> None:
    context = context_of(answers)

    assert range_sentence(BANK, context.assessment) == said


def test_several_open_hard_gates_are_counted() -> None:
    bank = BANK.model_copy(update={"gates": (make_gate("LAW1"), make_gate("LAW2"))})

    said = range_sentence(bank, context_of({"LAW1": DONT_KNOW, "LAW2": DONT_KNOW}, bank).assessment)

    assert said == "“Stop” if one of 2 hard gates that are not known fails. If they all pass: “Strong candidate”."


def test_what_holds_what_could_and_what_is_weak_stand_apart() -> None:
    context = context_of({"LAW1": DONT_KNOW, "LAW2": 1})

    held, could, weak = (part_of(context, each) for each in ("held-down", "could-hold", "weak-gates"))

    assert held is not None
    assert held[0] == "What holds the verdict down"
    assert held[1][0].startswith("The hard gate 'Gate LAW1' is still open.")
    assert could == (
        "What could still hold it down",
        ("The hard gate 'Gate LAW1' is not known. If it fails, the verdict is at most 'Stop'.",),
    )
    assert weak == (
        "Weak, but does not hold it down",
        ("Gate LAW2. The answer is 'LAW2 fair' (level 1 of 3).",),
    )


def test_open_amber_gates_stand_in_one_line() -> None:
    could = part_of(context_of({"LAW2": DONT_KNOW, "LAW3": DONT_KNOW}), "could-hold")

    assert could is not None
    assert could[1][-1] == (
        "These amber gates are not known: “Gate LAW2” and “Gate LAW3”. If one of them fails, the verdict is at most "
        "“Promising”."
    )


def test_nothing_that_could_hold_it_has_no_part() -> None:
    context = context_of({})

    assert [part_of(context, each) for each in ("held-down", "could-hold", "weak-gates")] == [None, None, None]


def test_a_hard_gate_that_was_set_aside_stands_beside_the_verdict_with_its_reason() -> None:
    found = panel(context_of({"LAW1": not_applicable("No contract is planned"), "LAW2": not_applicable()}))

    assert found.lines[-1] == "Set aside: the hard gate “Gate LAW1”. Not applicable: No contract is planned."


def test_too_early_has_a_panel_with_range_and_what_is_missing() -> None:
    bank = make_bank([make_dimension("law", [f"LAW{n}" for n in range(1, 21)])], gates=[make_gate("LAW1")])
    sheet = make_sheet({"LAW2": 3})
    context = ReportContext(bank, sheet, assess(bank, sheet), date(2026, 11, 30))

    found = panel(context)

    assert isinstance(found, Panel)
    assert found.title == "Too early to say"
    assert found.lines[0] == (
        "Too little is known to name a verdict: it takes at least 4 of the 19 answers not known yet."
    )
    held = part_of(context, "held-down")
    assert held is not None
    assert held[0] == "What would hold a verdict down"


def test_a_fact_that_opens_a_gate_is_asked_for_wherever_the_gate_is_told() -> None:
    asked = make_question("LAW1", when=AnswerIs(fact="merging", is_one_of=(True,)))
    bank = make_bank(
        [make_dimension("law", [asked, "LAW2"])],
        gates=[make_gate("LAW1")],
        facts=[make_fact("merging", FactKind.YES_NO)],
    )
    sheet = make_sheet({"LAW2": 3})
    context = ReportContext(bank, sheet, assess(bank, sheet), date(2026, 11, 30))

    assert panel(context).title == "Promising: answer “What is merging?”"
    held = part_of(context, "held-down")
    assert held is not None
    assert "Answer first: “What is merging?”." in held[1][0]


def test_a_confidence_that_rounds_up_to_its_line_is_said_to_be_just_under_it() -> None:
    questions = [f"MKT{n}" for n in range(1000)]
    bank = make_bank([make_dimension("market", questions)])
    # All evidence at the top, and just under a half of nothing else: 0.5 x coverage + 0.5 x evidence.
    sheet = make_sheet(dict.fromkeys(questions[:330], 2))

    found = assess(bank, sheet)

    assert found.confidence.total == pytest.approx(0.5 * 0.33 + 0.5 * 2 / 3)
    assert confidence_out_of_100(bank, found) == "just under 50 out of 100"


def test_the_method_is_told_in_five_points() -> None:
    told = five_sentences(BANK)

    assert len(told) == 5
    assert "70 or more is “Strong candidate”, 50 or more is “Promising”, 35 or more is “Weak”" in told[0]
    assert "3 gates in doubt" in told[2]
