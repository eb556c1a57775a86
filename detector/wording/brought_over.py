"""Of answers that came from an older question bank, in words."""

from detector.core.answers import BroughtOver, EarlierAnswer
from detector.core.brought_over import LeftToRead
from detector.wording.plain import counted

NEW_RULES = "Rules that are new or stricter now hold the verdict:"
NO_NEW_RULE = "None of the new rules holds the verdict down."
NOT_COMPARED = "Scores of different versions are not to be compared without this."
READ_AGAIN = "The wording changed. Look once more: does this answer still hold?"


def brought_over_sentence(left: LeftToRead) -> str:
    """Where answers came from, and what waits: the first thing said of such a sheet."""
    return (
        f"Brought over from version {left.from_version}. {counted(left.carried, 'answer')} carried over, "
        f"{len(left.read_again)} to look at again, {counted(len(left.new), 'new question')}."
    )


def brought_over_held(brought: BroughtOver) -> str:
    """What a history says of it."""
    return (
        f"{counted(brought.carried, 'answer')} carried over from version {brought.from_version}, "
        f"{len(brought.read_again)} to look at again"
    )


def earlier_in_words(earlier: EarlierAnswer) -> str:
    """What an older bank asked and was answered, beside today's question."""
    note = f" Note: {earlier.note}" if earlier.note else ""
    return f"Asked before: “{earlier.question}” Answered: {earlier.answer}.{note}"
