"""What is left to look at on a sheet that was answered on an older question bank."""

from dataclasses import dataclass

from detector.core.answers import AnswerSheet, EarlierAnswer
from detector.core.bank import Bank, CapRule, Gone, Migration
from detector.core.flow import asked_questions


@dataclass(frozen=True)
class LeftToRead:
    """Of a sheet brought over from `from_version`: how many answers came over, and which questions wait.

    `read_again`: the wording changed, and nobody has looked at the answer since. `new`: asked for the first time, and
    neither answered nor set aside. Both are ids in the bank's order.
    """

    from_version: str
    carried: int
    read_again: tuple[str, ...]
    new: tuple[str, ...]


def left_to_read(bank: Bank, sheet: AnswerSheet) -> LeftToRead | None:
    """What waits on a sheet that was brought over, None where it was not."""
    brought = sheet.brought_over
    if brought is None:
        return None
    asked = [question.id for dimension in bank.dimensions for question in asked_questions(bank, dimension, sheet)]
    return LeftToRead(
        brought.from_version,
        brought.carried,
        tuple(question_id for question_id in asked if is_to_read_again(sheet, question_id)),
        tuple(question_id for question_id in asked if question_id in brought.new and question_id not in sheet.answers),
    )


def steps_since(bank: Bank, version: str) -> tuple[Migration, ...]:
    """The steps that lead from that version of the bank to this one, as far as it tells them."""
    by_start = {step.from_version: step for step in bank.migrations}
    steps: list[Migration] = []
    at = version
    while (step := by_start.pop(at, None)) is not None:
        steps.append(step)
        at = step.to_version
    return tuple(steps)


def new_since(bank: Bank, version: str) -> tuple[frozenset[CapRule], frozenset[str]]:
    """The rules of caps that are new or stricter since that version of the bank, and the ids of gates that are new."""
    steps = steps_since(bank, version)
    return frozenset(rule for step in steps for rule in step.new_rules), frozenset(
        gate for step in steps for gate in step.new_gates
    )


def reworded_since(bank: Bank, version: str) -> frozenset[str]:
    """The questions whose levels say something else than in that version of the bank, by today's ids."""
    return frozenset(key for step in steps_since(bank, version) for key in (*step.relevel, *step.read_again))


def gone_from(bank: Bank, entry_id: str) -> Gone | None:
    """What an older bank had under this id and this one has no more, None where there was no such thing."""
    return next((gone for step in bank.migrations for gone in step.gone if gone.id == entry_id), None)


def is_to_read_again(sheet: AnswerSheet, question_id: str) -> bool:
    """Whether the answer to a question came from an older wording of it, and nobody has looked at it since."""
    brought, answer = sheet.brought_over, sheet.answers.get(question_id)
    if brought is None or answer is None or answer.level is None:
        return False
    return brought.read_again.get(question_id) == answer.level


def earlier_answers(sheet: AnswerSheet, question_id: str) -> tuple[EarlierAnswer, ...]:
    """What questions that are no longer asked were answered, where this question took them in."""
    brought = sheet.brought_over
    return tuple(each for each in brought.earlier if question_id in each.beside) if brought else ()
