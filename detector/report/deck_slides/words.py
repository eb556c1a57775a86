"""Pieces of the words on slides and in the speaker's notes."""

import unicodedata

from detector.core.bank import Bank
from detector.core.bank.guidance import Statement
from detector.report.context import ReportContext
from detector.wording.plain import counted
from detector.wording.statements import TAKE_ADVICE, cited

MOST_TYPED = 4000
"""How many characters of one typed note the speaker's notes repeat."""

_JOINERS = "\u200d\ufe0e\ufe0f"


def so_far(context: ReportContext) -> str:
    """Said where a later answer or better evidence could still make this another result."""
    return " so far" if context.assessment.provisional or context.assessment.unknowns else ""


def shortened(text: str, most: int) -> str:
    """Typed text on one line, of at most so many characters, with an ellipsis where something is left out."""
    line = on_one_line(text)
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    words = kept.rsplit(" ", 1)[0]
    kept = words if len(words) > most // 2 else kept
    while kept and (kept[-1] in _JOINERS or unicodedata.combining(kept[-1])):
        kept = kept[:-2]
    return kept.rstrip(" ,;:") + "…"


def on_one_line(text: str) -> str:
    """Typed text with every break and run of blanks made one blank."""
    return " ".join(text.split())


def quoted_note(text: str) -> str:
    """A typed note for the speaker, whole unless it is very long, which is then said."""
    line = on_one_line(text)
    if len(line) <= MOST_TYPED:
        return f"The note on it says: “{line}”"
    return (
        f"The note on it begins: “{shortened(line, MOST_TYPED)}” It goes on for "
        f"{counted(len(line), 'character')} in all, too many for the notes of a slide: the full report and the "
        "assessment hold them."
    )


def is_or_are(number: int) -> str:
    """The verb after a count."""
    return "is" if number == 1 else "are"


def said_with_source(bank: Bank, statement: Statement) -> str:
    """A statement to say, with its source, or marked as judgement or as a question for an adviser."""
    if statement.take_advice:
        return f"{statement.text} {TAKE_ADVICE}"
    return f"{statement.text} {cited(bank, statement.sources, statement.checked_on)}"


def spoken(*sentences: str) -> str:
    """Notes for the speaker: each part a paragraph, those that are empty left out."""
    return "\n".join(sentence for sentence in sentences if sentence)
