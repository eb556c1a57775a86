"""Whether an answer fits its question."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from detector.core.answers.sheet import Answer, AnswerState
from detector.core.bank import TOP_LEVEL, Question
from detector.core.errors import Problem
from detector.core.messages import LONGEST_NOTE, shown, text_problems
from detector.core.text import is_blank

TOP_EVIDENCE = 3
LONGEST_LINK = 2_000
MOST_LINKS = 50


def is_level(value: object) -> bool:
    """Whether it is a level: a whole number from 0 to 3."""
    return is_whole(value, TOP_LEVEL)


def is_whole(value: object, top: int) -> bool:
    """Whether it is a whole number from 0 to the top one; yes and no are none."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= top


def answer_problems(question: Question, answer: Answer) -> tuple[Problem, ...]:
    """Everything that is wrong with an answer; each place is the part of the answer, or nothing for all of it."""
    return tuple(_problems(question, answer))


def _problems(question: Question, answer: Answer) -> Iterator[Problem]:
    yield from _level_problems(question, answer)
    yield from _reason_problems(question, answer)
    if not is_whole(answer.evidence, TOP_EVIDENCE):
        yield Problem(
            "evidence",
            f"'{question.text}' takes an evidence grade from 0 to {TOP_EVIDENCE}, not {shown(answer.evidence)}.",
        )
    yield from text_problems("note", answer.note, LONGEST_NOTE)
    yield from text_problems("reason", answer.reason, LONGEST_NOTE)
    yield from _link_problems(answer.links)


def _level_problems(question: Question, answer: Answer) -> Iterator[Problem]:
    match answer.state:
        case AnswerState.LEVEL if answer.level is None:
            yield Problem("level", f"'{question.text}' has no level.", f"Give a level from 0 to {TOP_LEVEL}.")
        case AnswerState.LEVEL:
            if not is_level(answer.level):
                fault = f"'{question.text}' takes a level from 0 to {TOP_LEVEL}, not {shown(answer.level)}."
                yield Problem("level", fault)
        case AnswerState.DONT_KNOW | AnswerState.NOT_APPLICABLE:
            if answer.level is not None:
                words = "don't know" if answer.state is AnswerState.DONT_KNOW else "not applicable"
                fault = f"'{question.text}' is answered both with a level and with {words}."
                yield Problem("level", fault, "Keep one of them.")


def _reason_problems(question: Question, answer: Answer) -> Iterator[Problem]:
    is_needed = answer.state is AnswerState.NOT_APPLICABLE
    if is_needed and is_blank(answer.reason):
        yield Problem(
            "reason", f"'{question.text}' is marked not applicable without a reason.", "Say why it does not apply."
        )
    if answer.reason and not is_needed:
        fault = f"'{question.text}' has a reason for not applying, but is not marked not applicable."
        yield Problem("reason", fault, "Move the reason to the note, or mark the question not applicable.")


def _link_problems(links: tuple[str, ...]) -> Iterator[Problem]:
    if len(links) > MOST_LINKS:
        yield Problem("links", f"There are {len(links):,} links.", f"Keep at most {MOST_LINKS}.")
        return
    for number, link in enumerate(links, start=1):
        if len(link) > LONGEST_LINK:
            yield Problem(
                "links", f"Link {number} has {len(link):,} characters.", f"Use one of at most {LONGEST_LINK:,}."
            )
        elif not _is_web_address(link):
            remedy = "Start it with https:// or http://, without spaces; write the place of a file in the note."
            yield Problem("links", f"Link {number}, {shown(link)}, is not a web address.", remedy)


def _is_web_address(link: str) -> bool:
    if not link.isprintable() or " " in link:
        return False
    try:
        parts = urlsplit(link)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
