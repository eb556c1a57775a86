"""What the rules of legal forms are judged by."""

from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank, Condition
from detector.core.conditions import Scores, open_subjects, triggers, truth


@dataclass(frozen=True)
class Case:
    """The bank, the answers, and where the scores are certain to lie."""

    bank: Bank
    sheet: AnswerSheet
    scores: Scores

    def truth(self, when: Condition) -> bool | None:
        """Whether a condition holds, None where that is open."""
        return truth(self.bank, when, self.sheet, self.scores)

    def holds(self, when: Condition, unless: Condition | None = None) -> bool:
        """Whether a condition certainly holds, and what would silence it does not."""
        return self.truth(when) is True and not (unless is not None and self.truth(unless))

    def triggers(self, when: Condition) -> tuple[str, ...]:
        """What makes a true condition true."""
        return triggers(self.bank, when, self.sheet, self.scores)

    def open_subjects(self, when: Condition) -> tuple[str, ...]:
        """What must be known before an open condition is settled."""
        return open_subjects(self.bank, when, self.sheet, self.scores)
