"""Random answers, weights and rules, as what the core makes of them and as what somebody would type for them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from exports.spreadsheet_program import Value
from strategies import real_bank

from detector.core.answers import Answer, AnswerSheet, AnswerState, FactValue, WorkshopResult
from detector.core.assessment import Assessment, LocalResult, assess
from detector.core.bank import Bank, Dimension, GateKind
from detector.core.verdict.bands import bands_by_rank
from detector.exports.workbook.answers_sheet import LAYOUT as ANSWERS
from detector.exports.workbook.answers_sheet import NOT_ANSWERED, STATES
from detector.exports.workbook.cells import Layout

BANK = real_bank()
QUESTIONS = [question for dimension in BANK.dimensions for question in dimension.questions]
NO_FACTS: Mapping[str, FactValue] = {}
EIGHTEEN_GATES: Mapping[str, FactValue] = {"reorganisation": "not_affected", "service_kind": "leisure_sport"}
"""Facts with which two gates do not exist."""
NOT_APPLICABLE = Answer(AnswerState.NOT_APPLICABLE, reason="There is none.")


@dataclass(frozen=True)
class Case:
    bank: Bank
    sheet: AnswerSheet
    found: Assessment
    local: LocalResult


def random_case(number: int, bank: Bank = BANK, facts: Mapping[str, FactValue] = NO_FACTS) -> Case:
    """Sheets from nearly empty to complete, from poor to good, with rooms and weights of the council's own.

    In some a whole dimension does not apply.
    """
    random = Random(number)
    known, lowest = random.choice([0, 0.1, 0.3, 0.5, 0.9, 1]), random.choice([0, 0, 1, 2, 3])
    answers = {question.id: _random_answer(random, known, lowest) for question in QUESTIONS}
    if number % 5 == 0:
        left_out: Dimension = random.choice(bank.dimensions)
        answers.update({question.id: NOT_APPLICABLE for question in left_out.questions})
    if number % 3 == 0:
        answers.update({gate.question: Answer(AnswerState.LEVEL, random.randint(1, 3), 2) for gate in bank.gates})
    weights = {part.id: part.weight * random.uniform(0.5, 1.5) for part in bank.dimensions}
    given = {question_id: answer for question_id, answer in answers.items() if answer is not None}
    sheet = AnswerSheet(bank.version, facts=facts, answers=given, weights=weights, workshop=_random_rooms(random))
    found = assess(bank, sheet)
    assert found.local is not None
    return Case(bank, sheet, found, found.local)


def told_cases(facts: Mapping[str, FactValue]) -> list[Case]:
    """Sheets that chance seldom makes: one lawful no and nothing else; gates that pass and little else that is known.

    The last stands on the line under which a headline dimension holds the verdict.
    """
    hard = [gate.question for gate in BANK.gates if gate.kind is GateKind.HARD]
    gates = [gate.question for gate in BANK.gates]
    headline = next(dimension for dimension in BANK.dimensions if dimension.headline and len(dimension.questions) == 4)
    no_gates = [question.id for question in headline.questions if question.id not in gates]
    on_the_line = dict.fromkeys(no_gates, 0) | {no_gates[0]: 3}
    complete = {question.id: 3 for question in QUESTIONS} | on_the_line
    return [
        _told(facts, {hard[0]: 0}),
        _told(facts, dict.fromkeys(gates, 2)),
        _told(facts, dict.fromkeys(gates[:-1], 2)),
        _told(facts, complete),
    ]


def _told(facts: Mapping[str, FactValue], levels: Mapping[str, int]) -> Case:
    answers = {question: Answer(AnswerState.LEVEL, level, 2) for question, level in levels.items()}
    weights = {dimension.id: dimension.weight for dimension in BANK.dimensions}
    sheet = AnswerSheet(BANK.version, facts=facts, answers=answers, weights=weights)
    found = assess(BANK, sheet)
    assert found.local is not None
    return Case(BANK, sheet, found, found.local)


def _random_rooms(random: Random) -> dict[str, WorkshopResult]:
    """How far groups lay apart on some of the questions, whether or not they were answered."""
    share = random.choice([0, 0, 0.2, 1])
    found = WorkshopResult("2026-11-22", 1, 14, 2, chose=12, dont_know=2, groups_counted=2)
    return {
        question.id: replace(found, groups_apart=random.randint(0, 6) / 2)
        for question in QUESTIONS
        if random.random() < share
    }


def _random_answer(random: Random, known: float, lowest: int) -> Answer | None:
    grade = random.randint(0, 3)
    if random.random() < known:
        return Answer(AnswerState.LEVEL, level=random.randint(lowest, 3), evidence=grade)
    if lowest:
        return random.choice([None, Answer(AnswerState.DONT_KNOW, evidence=grade)])
    return random.choice([None, Answer(AnswerState.DONT_KNOW, evidence=grade), NOT_APPLICABLE])


def with_other_rules(bank: Bank) -> Bank:
    """The bank with another number in every kind of rule and weight."""
    bands = [band.model_copy(update={"from_score": band.from_score and band.from_score + 4.5}) for band in bank.bands]
    caps = [
        cap.model_copy(
            update={"at_most": "weak", "under": cap.under and cap.under + 7, "count": cap.count and cap.count - 1}
        )
        for cap in bank.caps
    ]
    return bank.model_copy(
        update={
            "bands": tuple(bands),
            "caps": tuple(caps),
            "dimensions": tuple(_reweighed(dimension, place) for place, dimension in enumerate(bank.dimensions)),
            "scale": bank.scale.model_copy(update={"top_level_needs_evidence": 3}),
            "confidence": bank.confidence.model_copy(
                update={"coverage": 0.7, "evidence": 0.1, "provisional_under_evidence": 0.6}
            ),
            "verdict_from_coverage": 60.0,
        }
    )


def _reweighed(dimension: Dimension, place: int) -> Dimension:
    questions = tuple(
        question.model_copy(update={"weight": 0.5 + number}) for number, question in enumerate(dimension.questions)
    )
    return dimension.model_copy(update={"weight": 20.5 - place, "questions": questions})


def rules_typed(bank: Bank, names: Mapping[str, str], scores: Layout) -> dict[str, Value]:
    """What somebody would type to change the rules and weights to those of another bank."""
    weights = [question.weight for dimension in bank.dimensions for question in dimension.questions]
    dimensions = [dimension.weight for dimension in bank.dimensions]
    return {
        **_down(names["Band_from"], [band.from_score for band in bands_by_rank(bank)]),
        **_down(names["Cap_at_most"], [cap.at_most for cap in bank.caps]),
        **_down(names["Cap_under"], [cap.under for cap in bank.caps]),
        **_down(names["Cap_count"], [cap.count for cap in bank.caps]),
        **_down(names["Verdict_from_coverage"], [bank.verdict_from_coverage]),
        **_down(names["Provisional_under_evidence"], [bank.confidence.provisional_under_evidence]),
        **_down(names["Top_level_needs_evidence"], [bank.scale.top_level_needs_evidence]),
        **_down(names["Confidence_weight"], [bank.confidence.coverage, bank.confidence.evidence]),
        **_down(scores.range("weight", 2, 3), dimensions),
        **_down(ANSWERS.range("weight", 2, 3), weights),
    }


def answers_typed(sheet: AnswerSheet, scores: Layout) -> dict[str, Value]:
    """What somebody would type to give these answers, and the council's own weights."""
    given = [sheet.answers.get(question.id) for question in QUESTIONS]
    return {
        **_down(ANSWERS.range("answer", 2, 3), [_said(answer) for answer in given]),
        **_down(ANSWERS.range("grade", 2, 3), [None if answer is None else answer.evidence for answer in given]),
        **_down(ANSWERS.range("room_apart", 2, 3), [_apart(sheet, question.id) for question in QUESTIONS]),
        **_down(scores.range("own_weight", 2, 3), [sheet.weights[dimension.id] for dimension in BANK.dimensions]),
    }


def _apart(sheet: AnswerSheet, question_id: str) -> float | None:
    found = sheet.workshop.get(question_id)
    return None if found is None else found.groups_apart


def _said(answer: Answer | None) -> Value:
    if answer is None:
        return NOT_ANSWERED
    return STATES[answer.state] if answer.level is None else answer.level


def _down(place: str, values: Sequence[Value]) -> dict[str, Value]:
    """The values in cells one below another, from the first cell of a range."""
    found = re.fullmatch(r"(.*!\$[A-Z]+\$)(\d+)(:.*)?", place)
    assert found is not None
    return {f"{found[1]}{int(found[2]) + row}": value for row, value in enumerate(values)}
