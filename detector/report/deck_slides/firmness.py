"""How firm the verdict is, and what would change it."""

from detector.core.robustness.robustness import Robustness
from detector.core.scoring import shown
from detector.report.blocks import Column, Table
from detector.report.context import Case
from detector.report.deck import Slide
from detector.report.deck_slides.words import spoken
from detector.wording import (
    band_label,
    counted,
    flip_sentence,
    near_flips,
    range_sentence,
    shares_sentence,
    step_sentence,
    steps_sentence,
)
from detector.wording.subjects import subject_in_words

MOST_FLIPS = 3
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
    steps = [*(found.up.steps if found.up else ()), *(found.down.steps if found.down else ())]
    said = spoken(
        range_sentence(case.bank, case.assessment),
        shares_sentence(case.bank, case.assessment),
        steps_sentence(case.bank, found.up, "better"),
        steps_sentence(case.bank, found.down, "worse"),
        *(step_sentence(case.bank, step) for step in steps),
        *(flip_sentence(case.bank, flip) for flip in near_flips(case.bank, found.weight_flips)[:MOST_FLIPS]),
        *(f"Worth finding out early: {one}" for one in _to_find_out(case)),
    )
    return Slide("firmness", firm_message(case), (table,), said)


def _rows(case: Case, found: Robustness) -> tuple[tuple[str, ...], ...]:
    shares = shares_sentence(case.bank, case.assessment).partition(": ")[2].rstrip(".")
    rows = (
        (f"{found.weightings:,} other weightings", shares),
        ("Better answers", steps_sentence(case.bank, found.up, "better")),
        ("Weaker answers", steps_sentence(case.bank, found.down, "worse")),
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
        return "The answers not known cannot change this verdict" if unknown else "Every answer behind it is known"
    if share >= 1:
        return "No other weighting that was tried changes the verdict"
    label = band_label(case.bank, verdict.id)
    return f"Weights matter here: “{label}” holds in {min(shown(share), 99)} % of other weightings"


def _to_find_out(case: Case) -> list[str]:
    first = case.assessment.unknowns[:MOST_TO_FIND_OUT]
    return [subject_in_words(case.bank, one.question_id) for one in first]
