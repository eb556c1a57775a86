"""A spreadsheet program works out from the answers in the workbook what the core works out from the same answers."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from exports.spreadsheet_program import Value, follow
from exports.workbook_cases import BANK, Case, answers_typed, random_case, rules_typed, with_other_rules
from openpyxl import load_workbook

from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.scoring import DimensionScore, WeightedScore
from detector.core.verdict.verdict import Verdict
from detector.exports.workbook import make_workbook
from detector.exports.workbook.context import WorkbookContext, weighings
from detector.exports.workbook.gates_sheet import LAYOUT as GATES
from detector.exports.workbook.scores_layout import layout as scores_layout
from detector.report.blocks import Length
from detector.report.build import build_report
from detector.report.context import ReportContext
from detector.wording.result import band_label

CASES = 200
MORE_CASES = 60
ON = date(2026, 11, 22)
EMPTY = AnswerSheet(BANK.version, weights={dimension.id: dimension.weight for dimension in BANK.dimensions})
NAMED = (
    *(f"{prefix}erdict_{when}" for prefix in ("V", "Own_v") for when in ("now", "worst", "best")),
    *(f"Confidence_{part}" for part in ("coverage", "evidence", "agreement", "total")),
)


TOLD = ReportContext(BANK, EMPTY, assess(BANK, EMPTY), ON)


def start() -> WorkbookContext:
    """The empty sheet that every case is typed into; it has weights of the council's own."""
    return WorkbookContext(BANK, EMPTY, TOLD.assessment, build_report(TOLD, Length.FULL))


SUBJECT = start()
SCORES = scores_layout(weighings(SUBJECT))
LAST_SCORE = 1 + len(BANK.dimensions) + 2 * (len(BANK.groups) + 1)


def places(names: Mapping[str, str]) -> list[str]:
    """The ranges to read, in the order of what is expected."""
    scores = f"{SCORES.cell('exact', 2)}:{SCORES.cell('exact_high', LAST_SCORE).rpartition('!')[2]}"
    states = GATES.range("state", 2, len(BANK.gates) + 1)
    return [scores, states, *(names[name] for name in NAMED)]


def expected(case: Case) -> list[Value]:
    """What the core says, in the order of the ranges that are read."""
    found, local = case.found, case.local
    parts = [*found.dimensions, *found.groups, found.overall, *local.groups, local.overall]
    confidence = found.confidence
    return [
        *chain.from_iterable(interval(part) for part in parts),
        *(gate.state.value.capitalize() for gate in found.gates),
        *verdicts(case, found.verdict),
        *verdicts(case, local.verdict),
        *(confidence.coverage, confidence.evidence, "", confidence.total),
    ]


def interval(part: DimensionScore | WeightedScore) -> list[Value]:
    return ["" if value is None else value for value in (part.score, part.low, part.high)]


def verdicts(case: Case, verdict: Verdict) -> list[Value]:
    return [verdict.label, band_label(case.bank, verdict.low), band_label(case.bank, verdict.high)]


def is_alike(wanted: Value, shown: Value) -> bool:
    if isinstance(wanted, str) or isinstance(shown, str) or wanted is None or shown is None:
        return wanted == shown
    return wanted == pytest.approx(shown, abs=1e-9)


def test_random_answers_weights_and_rules_typed_into_the_workbook_give_our_scores_gates_and_verdicts(
    tmp_path: Path,
) -> None:
    workbook = make_workbook(TOLD)
    defined = load_workbook(BytesIO(workbook)).defined_names
    names = {name: str(defined[name].attr_text) for name in defined}
    other = with_other_rules(BANK)
    cases = [random_case(number) for number in range(CASES)]
    cases += [random_case(number, other) for number in range(CASES, CASES + MORE_CASES)]
    typed = [answers_typed(case.sheet, SCORES) for case in cases]
    typed[CASES].update(rules_typed(other, names, SCORES))

    shown = follow(workbook, typed, places(names), tmp_path)

    assert len(shown) == CASES + MORE_CASES
    for number, (case, values) in enumerate(zip(cases, shown, strict=True)):
        pairs = zip(expected(case), values, strict=True)
        different = [(place, *pair) for place, pair in enumerate(pairs) if not is_alike(*pair)]
        assert not different, f"case {number}: place, wanted, shown {different}"
