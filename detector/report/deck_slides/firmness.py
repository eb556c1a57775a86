"""How firm the verdict is, and what would change it."""

from detector.core.robustness.robustness import Robustness
from detector.report.blocks import Column, Table
from detector.report.context import ReportContext
from detector.report.deck import Slide
from detector.report.deck_slides.words import spoken
from detector.wording.firmness import BETTER, WORSE, fewest_changes_sentence, firmness_sentences, shares_listed
from detector.wording.plain import counted, number, percent
from detector.wording.result import band_label, range_sentence
from detector.wording.subjects import subject_in_words

MOST_TO_FIND_OUT = 3


def firm_slide(context: ReportContext) -> Slide | None:
    """What would change the verdict: other answers, and other weights."""
    found = context.assessment.robustness
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
        *(f"Worth finding out early: {one}" for one in _to_find_out(context)),
    )
    return Slide("firmness", firm_message(context), (table,), said)


def _rows(context: ReportContext, found: Robustness) -> tuple[tuple[str, ...], ...]:
    rows = (
        (f"{number(found.random_weights)} other weightings", shares_listed(context.bank, context.assessment)),
        ("Better answers", fewest_changes_sentence(context.bank, found.up, BETTER)),
        ("Weaker answers", fewest_changes_sentence(context.bank, found.down, WORSE)),
        ("To find out first", next(iter(_to_find_out(context)), "")),
    )
    return tuple(row for row in rows if row[1])


def firm_message(context: ReportContext) -> str:
    """How firm the verdict is, never firmer than its weakest side."""
    verdict, unknown = context.assessment.verdict, len(context.assessment.unknowns)
    found = context.assessment.robustness
    if not verdict.settled and unknown:
        return f"Not firm yet: {counted(unknown, 'unknown answer')} could still change the verdict"
    share = found.verdict_shares.get(verdict.id or "", 0.0) if found and found.verdict_shares else None
    if share is None:
        return range_sentence(context.bank, context.assessment).rstrip(".") or "Every answer behind it is known"
    if share >= 1:
        return "No other weighting that was tried changes the verdict"
    label = band_label(context.bank, verdict.id)
    return f"Weights matter here: “{label}” holds in {percent(share)} of other weightings"


def _to_find_out(context: ReportContext) -> list[str]:
    first = context.assessment.unknowns[:MOST_TO_FIND_OUT]
    return [subject_in_words(context.bank, one.question_id) for one in first]
