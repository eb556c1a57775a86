"""What a result says in sentences, and which carrier tells what of it.

A carrier is a file, the command line or the page. `TELLS` is the whole of it: a carrier that drops a thing it tells
here fails `test_same_words.py` or, for the page, `test_journey_same_words.py`. JSON tells numbers alone.

    SCORE     the score with its possible range, and how many questions are not known
    RANGE     what the verdict can still become, or that nothing unknown can change it
    CONFIDENCE  how much stands behind it, with the questions answered of those that apply
    PROVISIONAL why it is not ready for a decision
    FIRMNESS  what may change the verdict, gates, the fewest steps to a better and a worse verdict, single
              weights near and far
    FIND_OUT  the unknown answers that decide the verdict most often
    ROWS      score, possible range and questions answered of every dimension
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.scoring import DimensionScore, shown
from detector.wording.firmness import firmness_sentences
from detector.wording.result import confidence_sentence, provisional_sentence, range_sentence, score_sentence

BLANKS = re.compile(r"[\s\u200b\u00ad]")
FIRST_TO_FIND_OUT = 3


class Thing(StrEnum):
    """Something that a result says."""

    SCORE = "score"
    RANGE = "range"
    CONFIDENCE = "confidence"
    PROVISIONAL = "provisional"
    FIRMNESS = "firmness"
    FIND_OUT = "find out"
    ROWS = "rows"


class Carrier(StrEnum):
    """Where a result is told."""

    PAGE = "page"
    COMMAND_LINE = "command line"
    PDF = "PDF"
    WORD = "Word"
    WEB_PAGE = "web page"
    SLIDES = "slides"
    WORKBOOK = "workbook"
    TABLE = "CSV"


EVERYTHING = frozenset(Thing)
TELLS = {
    Carrier.PAGE: EVERYTHING,
    Carrier.COMMAND_LINE: EVERYTHING,
    Carrier.PDF: EVERYTHING,
    Carrier.WORD: EVERYTHING,
    Carrier.WEB_PAGE: EVERYTHING,
    Carrier.SLIDES: EVERYTHING - {Thing.ROWS},
    Carrier.WORKBOOK: frozenset({Thing.RANGE, Thing.CONFIDENCE, Thing.PROVISIONAL, Thing.FIRMNESS}),
    Carrier.TABLE: frozenset({Thing.RANGE, Thing.PROVISIONAL, Thing.FIRMNESS, Thing.FIND_OUT}),
}


def said_of(bank: Bank, found: Assessment) -> dict[Thing, tuple[str, ...]]:
    """Every sentence that has to be told, by what it is about; confidence and firmness follow a verdict."""
    is_answered = found.verdict.id is not None
    subjects = {question.id: question.text for part in bank.dimensions for question in part.questions}
    subjects |= {fact.id: fact.text for fact in bank.facts}
    sentences = {
        Thing.SCORE: (score_sentence(found),),
        Thing.RANGE: (range_sentence(bank, found),) if found.overall.score is not None else (),
        Thing.CONFIDENCE: (confidence_sentence(bank, found),) if is_answered else (),
        Thing.PROVISIONAL: (provisional_sentence(bank, found),) if found.provisional else (),
        Thing.FIRMNESS: tuple(firmness_sentences(bank, found)),
        Thing.FIND_OUT: tuple(subjects[each.subject_id] for each in found.find_out_first[:FIRST_TO_FIND_OUT])
        if is_answered
        else (),
        Thing.ROWS: tuple(_rows(bank, found)),
    }
    return {thing: tuple(each for each in said if each) for thing, said in sentences.items()}


def missing(carrier: Carrier, words: str, bank: Bank, found: Assessment) -> list[str]:
    """Each sentence that a carrier ought to tell and that its words do not hold, letter for letter."""
    told = squeezed(words)
    said = said_of(bank, found)
    return [each for thing in Thing if thing in TELLS[carrier] for each in said[thing] if squeezed(each) not in told]


def squeezed(text: str) -> str:
    """A text without blanks and places where a word may break, which differ from line to line."""
    return BLANKS.sub("", text)


def _rows(bank: Bank, found: Assessment) -> Iterator[str]:
    names = {dimension.id: dimension.name for dimension in bank.dimensions}
    for part in found.dimensions:
        if part.low is not None and part.high is not None:
            yield f"{names[part.dimension_id]} {_cells(part, part.low, part.high)}"


def _cells(part: DimensionScore, low: float, high: float) -> str:
    known = [each.counted_level for each in part.contributions if each.counted_level is not None]
    score = "no answer yet" if part.score is None else str(shown(part.score))
    span = "all known" if len(known) == len(part.contributions) else f"{shown(low)} to {shown(high)}"
    return f"{score} {span} {len(known)} of {len(part.contributions)}"
