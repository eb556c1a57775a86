"""Why a result is not ready for a decision: every cause by itself, and all of them together."""

from dataclasses import replace

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_gate, make_sheet, not_applicable
from form_builders import FACTS, fact_is, make_conflict

from detector.core.answers import Answer
from detector.core.assessment import assess
from detector.core.bank import GateKind
from detector.wording.result import provisional_sentence

BANK = make_bank(
    [make_dimension("law", ["LAW1", "LAW2"], weight=10), make_dimension("rest", ["RST1", "RST2"], weight=90)],
    gates=[make_gate("LAW1"), make_gate("LAW2", GateKind.AMBER)],
)
READY: dict[str, Answer] = {key: at_level(3, evidence=2) for key in ("LAW1", "LAW2", "RST1", "RST2")}


@pytest.mark.parametrize(
    ("answers", "causes", "said"),
    [
        pytest.param({}, [], "", id="ready"),
        pytest.param(
            {"LAW1": DONT_KNOW},
            [("hard_gate_open", "gate_LAW1")],
            "Not ready for a decision: the hard gate “Gate LAW1” is not known.",
            id="a hard gate is open",
        ),
        pytest.param({"LAW2": DONT_KNOW}, [], "", id="an amber gate may be open"),
        pytest.param({"LAW1": not_applicable()}, [], "", id="a hard gate may be set aside"),
        pytest.param(
            {"LAW1": at_level(2, evidence=0)},
            [("hard_gate_asserted", "gate_LAW1")],
            "Not ready for a decision: the hard gate “Gate LAW1” rests on a bare assertion.",
            id="a hard gate rests on an assertion",
        ),
        pytest.param({"LAW2": at_level(2, evidence=0)}, [], "", id="an amber gate may rest on one"),
        pytest.param(
            {"RST1": DONT_KNOW, "LAW2": DONT_KNOW},
            [],
            "",
            id="exactly half of the weight is enough",
        ),
        pytest.param(
            {"RST1": DONT_KNOW, "RST2": DONT_KNOW, "LAW1": at_level(0, evidence=3), "LAW2": at_level(3, evidence=3)},
            [("coverage_low", "")],
            "Not ready for a decision: less than half is answered.",
            id="less than half is answered",
        ),
        pytest.param(
            {"RST1": at_level(2, evidence=0), "RST2": at_level(2, evidence=0)},
            [("evidence_low", "")],
            "Not ready for a decision: evidence is under 33 out of 100.",
            id="evidence is less than informed judgement",
        ),
        pytest.param(
            dict.fromkeys(READY, DONT_KNOW),
            [
                ("no_verdict", ""),
                ("hard_gate_open", "gate_LAW1"),
                ("coverage_low", ""),
                ("evidence_low", ""),
                ("confidence_low", ""),
            ],
            "Not ready for a decision: it is too early to say; the hard gate “Gate LAW1” is not known; less than half "
            "is answered; evidence is under 33 out of 100; confidence is under 50 out of 100.",
            id="nothing is known",
        ),
    ],
)
def test_every_cause_is_named(answers: dict[str, Answer], causes: list[tuple[str, str]], said: str) -> None:
    found = assess(BANK, make_sheet(READY | answers))

    assert [(each.cause.value, each.about) for each in found.provisional] == causes
    assert provisional_sentence(BANK, found) == said


def test_several_hard_gates_stand_in_one_clause() -> None:
    bank = BANK.model_copy(update={"gates": (make_gate("LAW1"), make_gate("LAW2"))})
    sheet = make_sheet(READY | {"LAW1": at_level(3, evidence=0), "LAW2": at_level(3, evidence=0)})

    said = provisional_sentence(bank, assess(bank, sheet))

    assert said == ("Not ready for a decision: the hard gates “Gate LAW1” and “Gate LAW2” rest on bare assertions.")


def test_answers_that_clash_are_named_and_leave_the_verdict_alone() -> None:
    clashing = fact_is("control", "council")
    bank = BANK.model_copy(update={"facts": FACTS, "conflicts": (make_conflict(clashing),)})
    sheet = make_sheet(READY)
    both = (assess(bank, sheet), assess(bank, replace(sheet, facts={"control": "council"})))

    assert [[(each.cause.value, each.about) for each in found.provisional] for found in both] == [
        [],
        [("answers_clash", "clash")],
    ]
    assert provisional_sentence(bank, both[1]) == "Not ready for a decision: answers clash: “A clash”."
    assert both[0].verdict == both[1].verdict
