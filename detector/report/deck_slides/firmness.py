"""How firm the verdict is, and what would change it."""

from detector.core.robustness.firmness import Firmness
from detector.report.blocks import Column, Table
from detector.report.context import ReportContext
from detector.report.deck import Slide
from detector.report.deck_slides.words import spoken
from detector.wording.find_out_first import find_out_sentences
from detector.wording.firmness import (
    BETTER,
    UNKNOWN,
    WORSE,
    drivers,
    fewest_changes_sentence,
    firmness_sentences,
    gates_sentence,
)
from detector.wording.plain import counted
from detector.wording.result import range_sentence
from detector.wording.subjects import subject_in_words

MOST_TO_FIND_OUT = 3
FIRM = 0.05
"""Under this share of the ways that a driver may vary, the verdict is firm against it."""


def firm_slide(context: ReportContext) -> Slide | None:
    """What would change the verdict: what is not known, other weights, other lines, and other answers."""
    found = context.assessment.firmness
    if found is None:
        return None
    table = Table(
        "changes",
        "What would change the verdict",
        (Column("What may change", 0.4), Column("What that would do")),
        _rows(context, found),
    )
    said = spoken(
        range_sentence(context.bank, context.assessment),
        *firmness_sentences(context.bank, context.assessment),
        *find_out_sentences(context.assessment),
        *(f"Worth finding out early: {one}" for one in _to_find_out(context)),
    )
    return Slide("firmness", firm_message(context), (table,), said)


def _rows(context: ReportContext, found: Firmness) -> tuple[tuple[str, ...], ...]:
    rows = (
        *(
            (each.name, f"Another verdict in {each.range or each.said} of 100 ways")
            for each in drivers(context.bank, context.assessment)
        ),
        ("One gate less", gates_sentence(context.bank, found)),
        ("Better answers", fewest_changes_sentence(context.bank, context.assessment, BETTER)),
        ("Weaker answers", fewest_changes_sentence(context.bank, context.assessment, WORSE)),
        ("To find out first", next(iter(_to_find_out(context)), "")),
    )
    return tuple(row for row in rows if row[1])


def firm_message(context: ReportContext) -> str:
    """How firm the verdict is, never firmer than its weakest side."""
    verdict, unknown = context.assessment.verdict, len(context.assessment.unknowns)
    if not verdict.settled and unknown:
        return f"Not firm yet: {counted(unknown, 'unknown answer')} could still change the verdict"
    weakest = max(
        (each for each in drivers(context.bank, context.assessment) if each.name != UNKNOWN),
        key=lambda each: each.driver.high,
        default=None,
    )
    if weakest is None or weakest.driver.high < FIRM:
        return "Neither other weights nor other lines change the verdict much"
    name = weakest.name[0].lower() + weakest.name[1:]
    return f"Judgement matters here: {name} give another verdict in {weakest.high} of 100 ways"


def _to_find_out(context: ReportContext) -> list[str]:
    first = context.assessment.find_out_first[:MOST_TO_FIND_OUT]
    return [subject_in_words(context.bank, one.subject_id) for one in first]
