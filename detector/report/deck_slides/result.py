"""The verdict, the profile of the dimensions, and how far each is from the target."""

from collections.abc import Sequence

from detector.charts.points import ChartPoint, by_gap
from detector.charts.words import dumbbell_in_words, radar_in_words
from detector.core.flow import quick_scan
from detector.core.scoring import shown
from detector.core.verdict.verdict import NO_VERDICT
from detector.report.blocks import Block, Column, Figure, FigureKind, Paragraph, Table, Terms, Tone
from detector.report.context import ReportContext
from detector.report.deck import Slide
from detector.report.deck_slides.words import so_far, spoken
from detector.report.result import scale
from detector.wording.legal_forms import conflict_in_words
from detector.wording.plain import counted, listed
from detector.wording.result import (
    NOTHING_YET,
    confidence_out_of_100,
    confidence_sentence,
    deciding_caps,
    out_of_100,
    range_sentence,
    score_alone_sentence,
    score_cells,
    score_sentence,
)

MOST_ALIKE = 2
"""How many dimensions with the same score a title names."""


def verdict_slide(context: ReportContext) -> Slide:
    """The verdict in one line, its possible range, and how sure it is."""
    assessment, overall = context.assessment, context.drawing.overall
    if overall is None:
        return _nothing_yet(context)
    low, score, high = overall
    blocks: list[Block] = [
        Paragraph(range_sentence(context.bank, assessment) or assessment.verdict.meaning),
        *scale(context),
        Terms(
            (
                ("Score", out_of_100(score, low, high)),
                ("Confidence", confidence_out_of_100(context.bank, assessment)),
            )
        ),
    ]
    caps, _ = deciding_caps(assessment.verdict)
    said = spoken(
        f"{assessment.verdict.label}. {assessment.verdict.meaning}",
        range_sentence(context.bank, assessment),
        score_sentence(assessment),
        confidence_sentence(context.bank, assessment),
        *(f"Answers that clash: {conflict_in_words(each)}" for each in assessment.conflicts),
        *(f"What holds the verdict down: {cap.because}" for cap in caps),
        score_alone_sentence(context.bank, assessment.verdict),
    )
    return Slide("verdict", assessment.verdict.label, tuple(blocks), said)


def _nothing_yet(context: ReportContext) -> Slide:
    count = len(quick_scan(context.bank))
    start = f"The quick scan gives a first picture with {counted(count, 'question')}." if count else ""
    blocks = tuple(Paragraph(text) for text in (NOTHING_YET, start) if text)
    return Slide("verdict", f"{NO_VERDICT}: nothing is answered", blocks, spoken(NOTHING_YET, start))


def profile_slide(context: ReportContext) -> Slide | None:
    """The radar, under what is strongest and what is weakest."""
    points = context.drawing.points
    title = profile_message(points, so=so_far(context))
    if not title:
        return None
    alt = radar_in_words(points, context.drawing.target)
    missing = [point.name for point in points if point.score is None and point.high is not None]
    said = spoken(
        f"{title}.",
        f"A gap in the line is not a zero: nothing is answered there yet. That is so for {listed(missing)}."
        if missing
        else "",
        alt,
    )
    figure = Figure(FigureKind.RADAR, "Scores by dimension, out of 100", alt)
    return Slide("profile", title, (figure, _scores(points)), said)


def profile_message(points: Sequence[ChartPoint], *, so: str) -> str:
    """What is strongest and what is weakest, by the numbers people see; nothing while nothing has a score."""
    numbers = {point.short_name: shown(point.score) for point in points if point.score is not None}
    if not numbers:
        return ""
    if len(numbers) == 1:
        return "".join(f"Only {name} has a score{so}: {number} out of 100" for name, number in numbers.items())
    highest, lowest = max(numbers.values()), min(numbers.values())
    if highest == lowest:
        return f"All {len(numbers)} dimensions with a score stand alike{so}, at {highest} out of 100"
    return f"Strongest{so} on {_names_at(numbers, highest)}; weakest on {_names_at(numbers, lowest)}"


def _names_at(numbers: dict[str, int], number: int) -> str:
    names = [name for name, score in numbers.items() if score == number]
    return f"{listed(names)} ({number})" if len(names) <= MOST_ALIKE else f"{len(names)} dimensions at {number}"


def _scores(points: Sequence[ChartPoint]) -> Table:
    return Table(
        "profile-scores",
        "Scores of the dimensions",
        (
            Column("Dimension", 1.75),
            Column("Score", 1.0, is_number=True),
            Column("Possible range", 1.0, is_number=True),
        ),
        tuple((point.short_name, *score_cells(point)) for point in points),
    )


def gap_slide(context: ReportContext) -> Slide | None:
    """How far each dimension is from where the best verdict starts, the largest shortfall first."""
    points, target = context.drawing.points, context.drawing.target
    scored = [point for point in by_gap(points, target) if point.score is not None]
    if not scored:
        return None
    short = [point for point in scored if shown(point.score or 0.0) < shown(target)]
    alt = dumbbell_in_words(scored, target)
    title = _gap_message(context, len(short), len(scored))
    figure = Figure(FigureKind.DUMBBELL, f"Gap to {shown(target)}, where the best verdict starts", alt)
    said = spoken(
        f"{title}.",
        f"Most of the score is missing in {listed(_shortfall(point, target) for point in short[:3])}."
        if short
        else "",
        "The weighted mean of all dimensions decides the score, so not every one of them must reach it.",
        alt,
    )
    missing = [point.short_name for point in points if point.score is None and point.high is not None]
    rest = (Paragraph(f"No answer yet: {listed(missing)}.", Tone.QUIET),) if missing else ()
    return Slide("gap", title, (figure, *rest), said)


def _gap_message(context: ReportContext, short: int, scored: int) -> str:
    so, target = so_far(context), shown(context.drawing.target)
    if not short:
        return f"Every scored dimension reaches {target}{so}, where the best verdict starts"
    if short == scored:
        return f"No dimension reaches {target}{so}, where the best verdict starts"
    verb = "reaches" if scored - short == 1 else "reach"
    return f"{scored - short} of {scored} scored dimensions {verb} {target}{so}, where the best verdict starts"


def _shortfall(point: ChartPoint, target: float) -> str:
    return f"{point.name} ({shown(target) - shown(point.score or 0.0)} short)"
