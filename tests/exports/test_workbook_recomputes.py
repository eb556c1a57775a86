"""A spreadsheet program works out from the answers in the workbook what the core works out from the same answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from exports.spreadsheet_program import Value, follow
from exports.workbook_cases import (
    BANK,
    EIGHTEEN_GATES,
    NO_FACTS,
    Case,
    answers_typed,
    random_case,
    rules_typed,
    told_cases,
    with_other_rules,
)
from openpyxl import load_workbook

from detector.core.answers import AnswerSheet, FactValue
from detector.core.assessment import assess
from detector.core.scoring import DimensionScore, WeightedScore
from detector.core.verdict.provisional import ProvisionalCause
from detector.core.verdict.verdict import Verdict
from detector.exports.workbook import make_workbook
from detector.exports.workbook.context import WorkbookContext, weighings
from detector.exports.workbook.gates_sheet import ABSENT
from detector.exports.workbook.gates_sheet import LAYOUT as GATES
from detector.exports.workbook.scores_layout import layout as scores_layout
from detector.exports.workbook.verdict_table import NO_OPEN_GATE
from detector.report.blocks import Length
from detector.report.build import build_report
from detector.report.context import ReportContext
from detector.wording.result import PROVISIONAL, band_label, provisional_sentence

FEW, FEWER = 12, 4
MANY, LESS_MANY = 100, 30
ON = date(2026, 11, 22)
NAMED = (
    *(f"{prefix}erdict_{when}" for prefix in ("V", "Own_v") for when in ("now", "worst", "best", "passed")),
    *(f"Confidence_{part}" for part in ("coverage", "evidence", "agreement", "measured", "total")),
    "Provisional_causes",
)


class Typist:
    """An empty workbook, with some facts and weights of the council's own, that cases are typed into."""

    def __init__(self, facts: Mapping[str, FactValue]) -> None:
        weights = {dimension.id: dimension.weight for dimension in BANK.dimensions}
        sheet = AnswerSheet(BANK.version, facts=facts, weights=weights)
        told = ReportContext(BANK, sheet, assess(BANK, sheet), ON)
        context = WorkbookContext(BANK, sheet, told.assessment, build_report(told, Length.FULL))
        self.facts = facts
        self.scores = scores_layout(weighings(context))
        self.workbook = make_workbook(told)
        defined = load_workbook(BytesIO(self.workbook)).defined_names
        self.names = {name: str(defined[name].attr_text) for name in defined}

    def places(self) -> list[str]:
        """The ranges to read, in the order of what is expected."""
        last = 1 + len(BANK.dimensions) + 2 * (len(BANK.groups) + 1)
        scores = f"{self.scores.cell('exact', 2)}:{self.scores.cell('exact_high', last).rpartition('!')[2]}"
        states = GATES.range("state", 2, len(BANK.gates) + 1)
        return [scores, states, *(self.names[name] for name in NAMED)]

    def check(self, numbers: Sequence[int], others: Sequence[int], folder: Path) -> None:
        """Type the cases in, some of them under other rules, and compare what is worked out with the core."""
        other = with_other_rules(BANK)
        cases = [*told_cases(self.facts), *(random_case(number, BANK, self.facts) for number in numbers)]
        own_rules = len(cases)
        cases += [random_case(number, other, self.facts) for number in others]
        typed = [answers_typed(case.sheet, self.scores) for case in cases]
        if others:
            typed[own_rules].update(rules_typed(other, self.names, self.scores))

        shown = follow(self.workbook, typed, self.places(), folder)

        assert len(shown) == len(cases)
        for number, (case, values) in enumerate(zip(cases, shown, strict=True)):
            pairs = zip(expected(case), values, strict=True)
            different = [(place, *pair) for place, pair in enumerate(pairs) if not is_alike(*pair)]
            assert not different, f"case {number}: place, wanted, shown {different}"


def expected(case: Case) -> list[Value]:
    """What the core says, in the order of the ranges that are read."""
    found, local = case.found, case.local
    parts = [*found.dimensions, *found.groups, found.overall, *local.groups, local.overall]
    confidence = found.confidence
    # The workbook names clashes as exported, and follows no change of them; what is exported here has none.
    said = provisional_sentence(case.bank, found, leave_out=[ProvisionalCause.ANSWERS_CLASH])
    causes = said.removeprefix(f"{PROVISIONAL}: ").removesuffix(".")
    states = {gate.gate_id: gate.state.value.capitalize() for gate in found.gates}
    return [
        *chain.from_iterable(interval(part) for part in parts),
        *(states.get(gate.id, ABSENT) for gate in BANK.gates),
        *verdicts(case, found.verdict),
        *verdicts(case, local.verdict),
        *(confidence.coverage, confidence.evidence),
        "" if confidence.agreement is None else confidence.agreement,
        *(confidence.measured, confidence.total),
        causes,
    ]


def interval(part: DimensionScore | WeightedScore) -> list[Value]:
    return ["" if value is None else value for value in (part.score, part.low, part.high)]


def verdicts(case: Case, verdict: Verdict) -> list[Value]:
    passed = NO_OPEN_GATE if verdict.if_passed is None else band_label(case.bank, verdict.if_passed[0])
    return [verdict.label, band_label(case.bank, verdict.low), band_label(case.bank, verdict.high), passed]


def is_alike(wanted: Value, shown: Value) -> bool:
    if isinstance(wanted, str) or isinstance(shown, str) or wanted is None or shown is None:
        return wanted == shown
    return wanted == pytest.approx(shown, abs=1e-9)


@pytest.mark.parametrize(
    ("facts", "first"),
    [pytest.param(NO_FACTS, 0, id="nothing known of the council"), pytest.param(EIGHTEEN_GATES, 500, id="18 gates")],
)
def test_answers_and_rules_typed_into_the_workbook_give_our_scores_gates_and_verdicts(
    facts: Mapping[str, FactValue], first: int, tmp_path: Path
) -> None:
    Typist(facts).check(range(first, first + FEW), range(first + 400, first + 400 + FEWER), tmp_path)


@pytest.mark.long
@pytest.mark.parametrize(
    ("facts", "first"),
    [pytest.param(NO_FACTS, 0, id="nothing known of the council"), pytest.param(EIGHTEEN_GATES, 500, id="18 gates")],
)
def test_a_hundred_random_sheets_each_way_and_thirty_under_other_rules(
    facts: Mapping[str, FactValue], first: int, tmp_path: Path
) -> None:
    Typist(facts).check(range(first, first + MANY), range(first + 400, first + 400 + LESS_MANY), tmp_path)
