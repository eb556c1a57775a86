"""What every slide is made from, and the pieces of its words."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.knowledge import Statement
from detector.report.shapes import Drawing

MOST_TYPED = 4000
"""How many characters of one typed note the speaker's notes repeat."""

_JOINERS = "\u200d\ufe0e\ufe0f"


@dataclass(frozen=True)
class Case:
    """One assessment with the bank it was made by, the day of the deck, and the numbers behind its figures."""

    bank: Bank
    sheet: AnswerSheet
    assessment: Assessment
    on: date
    drawing: Drawing

    @property
    def so_far(self) -> bool:
        """Whether a later answer or better evidence could still make this another result."""
        return self.assessment.confidence.provisional or bool(self.assessment.unknowns)


def shortened(text: str, most: int) -> str:
    """Typed text on one line, of at most so many characters, with an ellipsis where something is left out."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    words = kept.rsplit(" ", 1)[0]
    kept = words if len(words) > most // 2 else kept
    while kept and (kept[-1] in _JOINERS or unicodedata.combining(kept[-1])):
        kept = kept[:-2]
    return kept.rstrip(" ,;:") + "…"


def quoted_note(text: str) -> str:
    """A typed note for the speaker, whole unless it is very long, which is then said."""
    line = " ".join(text.split())
    if len(line) <= MOST_TYPED:
        return f"The note on it says: “{line}”"
    return (
        f"The note on it begins: “{shortened(line, MOST_TYPED)}” It is too long for a slide's notes: "
        f"{len(line):,} characters. The assessment holds all of it."
    )


def listed(names: Iterable[str]) -> str:
    """Names as a list in a sentence: "A, B and C"."""
    parts = list(names)
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def day(on: date) -> str:
    """A day as people write it: 21 November 2026."""
    return f"{on.day} {on:%B %Y}"


def cited(bank: Bank, numbers: Iterable[int], checked_on: date | None = None) -> str:
    """Sources by title and number, and when the statement was checked."""
    titles = {source.number: source.title for source in bank.sources}
    named = "; ".join(f"{titles[number]} [{number}]" for number in numbers if number in titles)
    checked = f" Checked on {day(checked_on)}." if checked_on else ""
    return f"Source: {named}.{checked}" if named else "Professional judgement."


def stated(bank: Bank, statement: Statement) -> str:
    """A statement to say, with its source, or marked as judgement or as a question for an adviser."""
    if statement.take_advice:
        return f"{statement.text} Not settled, or not confirmed here: take advice."
    said = cited(bank, statement.sources, statement.checked_on)
    return f"{statement.text} {'Professional judgement.' if statement.judgement else said}"


def people(bank: Bank) -> dict[str, str]:
    """The names of the bank's stakeholders by their ids."""
    return {person.id: person.name for person in bank.stakeholders}
