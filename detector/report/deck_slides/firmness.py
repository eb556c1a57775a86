"""How firm the verdict is, and what would change it."""

from detector.core.robustness.robustness import Robustness
from detector.report.blocks import Column, Table
from detector.report.context import Case
from detector.report.deck import Slide
from detector.report.deck_slides.words import spoken
from detector.wording import (
    BETTER,
    WORSE,
    band_label,
    counted,
    firmness_sentences,
    number,
    percent,
    range_sentence,
    shares_listed,
    steps_sentence,
)
from detector.wording.subjects import subject_in_words

MOST_TO_FIND_OUT = 3


def firm_slide(case: Case) -> Slide | None:
    """What would change the verdict: other answers, and other weights."""
    found = case.assessment.robustness
    if found is None:
        return None
    table = Table(
        "changes",
        "What would change the verdict",
        (Column("What may change", 0.4), Column("What that would do")),
        _rows(case, found),
    )
    said = spoken(
        range_sentence(case.bank, case.assessment),
        *firmness_sentences(case.bank, case.assessment),
        *(f"Worth finding out early: {one}" for one in _to_find_out(case)),
    )
    return Slide("firmness", firm_message(case), (table,), said)


def _rows(case: Case, found: Robustness) -> tuple[tuple[str, ...], ...]:
    rows = (
        (f"{number(found.weightings)} other weightings", shares_listed(case.bank, case.assessment)),
        ("Better answers", steps_sentence(case.bank, found.up, BETTER)),
        ("Weaker answers", steps_sentence(case.bank, found.down, WORSE)),
        ("To find out first", next(iter(_to_find_out(case)), "")),
    )
    return tuple(row for row in rows if row[1])


def firm_message(case: Case) -> str:
    """How firm the verdict is, never firmer than its weakest side."""
    verdict, unknown = case.assessment.verdict, len(case.assessment.unknowns)
    found = case.assessment.robustness
    if not verdict.settled and unknown:
        return f"Not firm yet: {counted(unknown, 'unknown answer')} could still change the verdict"
    share = found.verdict_shares.get(verdict.id or "", 0.0) if found and found.verdict_shares else None
    if share is None:
        return range_sentence(case.bank, case.assessment).rstrip(".") or "Every answer behind it is known"
    if share >= 1:
        return "No other weighting that was tried changes the verdict"
    label = band_label(case.bank, verdict.id)
    return f"Weights matter here: “{label}” holds in {percent(share)} of other weightings"


def _to_find_out(case: Case) -> list[str]:
    first = case.assessment.unknowns[:MOST_TO_FIND_OUT]
    return [subject_in_words(case.bank, one.question_id) for one in first]
