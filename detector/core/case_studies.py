"""What happened elsewhere: real mutuals whose weak point resembles this service's. Never proof."""

from dataclasses import dataclass

from detector.core.answers import AnswerSheet, counted_level
from detector.core.bank import Bank
from detector.core.bank.guidance import Resemblance
from detector.core.bank.index import find_question
from detector.core.conditions import applies


@dataclass(frozen=True)
class Resembling:
    """A card of the bank, and the weak answers (question ids, in the card's order) that call it to mind."""

    card_id: str
    questions: tuple[str, ...]


def resembling(bank: Bank, sheet: AnswerSheet) -> tuple[Resembling, ...]:
    """The cards that a known weak answer calls to mind: by how many do, most first, then in the bank's order."""
    found = [
        Resembling(card.id, tuple(each.question for each in card.resembles if _is_alike(bank, each, sheet)))
        for card in bank.cards
    ]
    return tuple(sorted((each for each in found if each.questions), key=lambda each: -len(each.questions)))


def _is_alike(bank: Bank, resemblance: Resemblance, sheet: AnswerSheet) -> bool:
    question, answer = find_question(bank, resemblance.question), sheet.answers.get(resemblance.question)
    if question is None or answer is None or not applies(bank, question.when, sheet):
        return False
    level = counted_level(bank, answer)
    return level is not None and level <= resemblance.at_most
