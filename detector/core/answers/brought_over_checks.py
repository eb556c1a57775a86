"""Whether what a sheet still holds of an older question bank can be kept."""

from collections.abc import Iterator

from detector.core.answers.answer_checks import LONGEST_LINK, MOST_LINKS, is_level, is_whole
from detector.core.answers.sheet import BroughtOver
from detector.core.errors import Problem
from detector.core.messages import LONGEST_LINE, LONGEST_NOTE, shown, text_problems

MOST_ANSWERS = 10_000
# A note, every link beside it, what a workshop agreed and its dissent: as long as each may have been.
_LONGEST_TOLD = 2 * LONGEST_NOTE + MOST_LINKS * (LONGEST_LINK + 1) + LONGEST_LINE


def brought_over_problems(brought: BroughtOver) -> tuple[Problem, ...]:
    """Everything that is wrong with it; each place is the part of it."""
    return tuple(_problems(brought))


def _problems(brought: BroughtOver) -> Iterator[Problem]:
    yield from text_problems("from_version", brought.from_version, LONGEST_LINE)
    if not is_whole(brought.carried, MOST_ANSWERS):
        yield Problem("carried", f"There are not {shown(brought.carried)} answers.", "Write how many came over.")
    for question_id, level in brought.read_again.items():
        if not is_level(level):
            yield Problem(f"read_again.{question_id}", f"There is no level {shown(level)}.", "Write 0 to 3.")
    for position, earlier in enumerate(brought.earlier):
        for part, text in (("question", earlier.question), ("answer", earlier.answer), ("note", earlier.note)):
            yield from text_problems(f"earlier.{position}.{part}", text, _LONGEST_TOLD)
