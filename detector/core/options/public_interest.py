"""The word that the Public Interest Test ends in: how strong the case for in-house delivery is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from detector.core.answers import AnswerSheet, AnswerState
from detector.core.bank import Bank
from detector.core.bank.public_interest import PublicInterestTest
from detector.core.marked_entries import model_of_staying
from detector.core.options.results import Options


class CaseForStaying(StrEnum):
    """How strong the case for in-house delivery is."""

    STRONG = "strong"
    OPEN = "open"
    WEAK = "weak"


@dataclass(frozen=True)
class Indication:
    """An early indication, never a decision.

    `first` (0-1) is how often staying in house comes first over any weights a council might have. `not_compared` names
    the questions (ids) that must be known before the comparison is made, `is_known` says whether enough is answered;
    where either fails, the case is open whatever `first` is.
    """

    case: CaseForStaying
    first: float
    not_compared: tuple[str, ...]
    is_known: bool


def indication(bank: Bank, sheet: AnswerSheet, options: Options, coverage: float) -> Indication | None:
    """The case for in-house delivery; None where the bank knows no test, or the models were not appraised.

    `options` are those over any weights, `coverage` (0-1) is how much is answered, by weight.
    """
    test, staying = bank.public_interest_test, model_of_staying(bank)
    places = options.by_id()[staying.id].places if staying and options.models else None
    if test is None or places is None or places.first is None:
        return None
    not_compared = _not_compared(sheet, test.comparison)
    is_known = coverage >= test.known_from
    case = _case(test, places.first * 100) if is_known and not not_compared else CaseForStaying.OPEN
    return Indication(case, places.first, not_compared, is_known)


def _not_compared(sheet: AnswerSheet, questions: Sequence[str]) -> tuple[str, ...]:
    known = {key for key, answer in sheet.answers.items() if answer.state is AnswerState.LEVEL}
    return tuple(question for question in questions if question not in known)


def _case(test: PublicInterestTest, first: float) -> CaseForStaying:
    if first >= test.strong_from:
        return CaseForStaying.STRONG
    return CaseForStaying.OPEN if first >= test.open_from else CaseForStaying.WEAK
