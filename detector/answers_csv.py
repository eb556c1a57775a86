"""All questions with their answers as a table (CSV) that no spreadsheet program can take for formulas."""

import csv
import io
import re
from collections.abc import Iterator

from detector.core.answers import Answer, AnswerSheet, AnswerState, FactValue, counted_level
from detector.core.bank import Bank, Dimension, FactQuestion, Question

HEADINGS = (
    "Dimension",
    "Question",
    "Text",
    "Answer",
    "Level",
    "Level counted",
    "Evidence grade",
    "Evidence",
    "Note",
    "Reason",
    "Links",
    "Gate",
)
_FORMULA = re.compile(r"[\s\x00-\x20\ufeff]*[=+\-@＝＋－＠|%]|[\t\r\n]")
_STATES = {AnswerState.DONT_KNOW: "Don't know", AnswerState.NOT_APPLICABLE: "Not applicable"}
NOT_ANSWERED = "Not answered"

Cell = str | int | float


def answers_csv(bank: Bank, sheet: AnswerSheet) -> bytes:
    """A row for every question and fact of the bank, in its order: UTF-8 with a mark that Excel knows it by."""
    text = io.StringIO(newline="")
    table = csv.writer(text, quoting=csv.QUOTE_ALL)
    table.writerow(HEADINGS)
    gates = {gate.question: f"{gate.name} ({gate.kind.value} gate)" for gate in bank.gates}
    for dimension in bank.dimensions:
        for question in dimension.questions:
            row = _question_row(bank, dimension, question, sheet.answers.get(question.id))
            table.writerow([harmless(cell) for cell in (*row, gates.get(question.id, ""))])
    for row in _fact_rows(bank, sheet):
        table.writerow([harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _question_row(bank: Bank, dimension: Dimension, question: Question, answer: Answer | None) -> tuple[Cell, ...]:
    start = (dimension.name, question.id, question.text)
    if answer is None:
        return (*start, NOT_ANSWERED, "", "", "", "", "", "", "")
    counted = counted_level(bank, answer)
    return (
        *start,
        question.levels[answer.level] if answer.level is not None else _STATES[answer.state],
        "" if answer.level is None else answer.level,
        "" if counted is None else counted,
        answer.evidence,
        _grade_name(bank, answer.evidence),
        answer.note,
        answer.reason,
        "\n".join(answer.links),
    )


def _grade_name(bank: Bank, grade: int) -> str:
    return next(name.name for name in bank.scale.evidence_grades if name.grade == grade)


def _fact_rows(bank: Bank, sheet: AnswerSheet) -> Iterator[tuple[Cell, ...]]:
    groups = {group.id: group.name for group in bank.fact_groups}
    for fact in bank.facts:
        value = sheet.facts.get(fact.id)
        answer = NOT_ANSWERED if value is None else _fact_in_words(fact, value)
        yield (groups[fact.group], fact.id, fact.text, answer, *[""] * (len(HEADINGS) - 4))


def _fact_in_words(fact: FactQuestion, value: FactValue) -> Cell:
    names = {option.id: option.name for option in fact.options}
    match value:
        case bool():
            return "Yes" if value else "No"
        case int() | float():
            return value
        case tuple():
            return "; ".join(names[choice] for choice in value)
        case str():
            return names.get(value, value)


def harmless(cell: Cell) -> Cell:
    """The cell as it is, or with an apostrophe before it where a spreadsheet program could run it."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
