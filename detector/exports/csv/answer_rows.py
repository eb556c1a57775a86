"""Answers and facts as rows of the table for analysts."""

from collections.abc import Iterator, Mapping

from detector.core.answers import Answer, AnswerSheet, FactValue, WorkshopResult
from detector.core.assessment import Assessment
from detector.core.bank import Bank, FactKind, FactQuestion, Question
from detector.core.bank.index import index_of
from detector.core.bank.scoring_rules import GradeName
from detector.core.flow import asked_questions
from detector.core.gates import answer_in_words
from detector.core.scoring import Contribution, shown
from detector.exports.csv.columns import Row
from detector.wording.plain import in_pence
from detector.wording.subjects import fact_in_words


def answer_rows(bank: Bank, sheet: AnswerSheet, assessment: Assessment) -> Iterator[Row]:
    """A row for every question of the bank, in its order."""
    parts = {part.question_id: part for score in assessment.dimensions for part in score.contributions}
    grades = index_of(bank).grades
    for dimension in bank.dimensions:
        asked = asked_questions(bank, dimension, sheet)
        for question in dimension.questions:
            answer, part = sheet.answers.get(question.id), parts.get(question.id)
            yield {
                "kind": "answer",
                "id": question.id,
                "part_of": dimension.id,
                "name": question.text,
                "state": _state(answer) if question in asked else "not_asked",
                "words": _words(bank, question, answer),
                "weight": question.weight,
                **(_counted(part) if part else {}),
                **(_given(answer, grades) if answer else {}),
                **(_found(sheet.workshop[question.id]) if question.id in sheet.workshop else {}),
            }


def _state(answer: Answer | None) -> str:
    return "unanswered" if answer is None else answer.state.value


def _words(bank: Bank, question: Question, answer: Answer | None) -> str:
    if answer is not None and answer.level is not None:
        return question.levels[answer.level]
    return answer_in_words(bank, question, answer).partition(":")[0]


def _counted(part: Contribution) -> Row:
    value = part.value
    score = {} if value is None else {"score": shown(value), "score_exact": value * 100}
    return {"level_counted": part.counted_level, **score}


def _given(answer: Answer, grades: Mapping[int, GradeName]) -> Row:
    return {
        "level": answer.level,
        "evidence_grade": answer.evidence,
        "evidence": grades[answer.evidence].name,
        "note": answer.note,
        "reason": answer.reason,
        "links": "\n".join(answer.links),
    }


def _found(result: WorkshopResult) -> Row:
    return {
        "workshop_held_on": result.held_on,
        "workshop_level": result.level,
        "workshop_round": result.round,
        "workshop_people": result.people,
        "workshop_chose": result.chose,
        "workshop_dont_know": result.dont_know,
        "workshop_median": result.median,
        "workshop_agreement": result.agreement,
        "workshop_groups": result.groups_counted,
        "workshop_groups_apart": result.groups_apart,
        "workshop_dissent": result.dissent,
    }


def fact_rows(bank: Bank, sheet: AnswerSheet) -> Iterator[Row]:
    """A row for every fact question of the bank, in its order."""
    for fact in bank.facts:
        value = sheet.facts.get(fact.id)
        yield {
            "kind": "fact",
            "id": fact.id,
            "part_of": fact.group,
            "type": fact.kind.value,
            "name": fact.text,
            "state": "unanswered" if value is None else "answered",
            "value": None if value is None else _kept(fact, value),
            "words": fact_in_words(fact, value),
        }


def _kept(fact: FactQuestion, value: FactValue) -> str | int | float:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "\n".join(value)
        case int() | float() if fact.kind is FactKind.MONEY:
            return in_pence(value)
        case _:
            return value
