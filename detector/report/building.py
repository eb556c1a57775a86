"""The report of one assessment, from its answers."""

from datetime import date

from detector.charts.points import best_verdict_from, chart_points
from detector.charts.words import dumbbell_in_words, radar_in_words, score_table, verdict_scale_in_words
from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.wording import (
    confidence_sentence,
    provisional_sentence,
    range_sentence,
    score_sentence,
    verdict_so_far,
)
from detector.report.shapes import (
    Block,
    Column,
    Drawing,
    Figure,
    FigureKind,
    Length,
    Panel,
    Paragraph,
    Report,
    Section,
    Table,
    Terms,
    Tone,
)


def build_report(bank: Bank, sheet: AnswerSheet, assessment: Assessment, *, on: date, length: Length) -> Report:
    """Everything a document says of the assessment, on the day `on`."""
    drawing = build_drawing(bank, assessment)
    return Report(
        title=f"Could {sheet.service.name or 'this service'} become a public service mutual?",
        service=sheet.service.name,
        council=sheet.service.council,
        on=on,
        bank_version=bank.version,
        length=length,
        provisional=provisional_sentence(bank) if assessment.confidence.provisional else "",
        description="A diagnostic of one service's suitability to become a public service mutual.",
        drawing=drawing,
        sections=(_result(bank, sheet, assessment, drawing, on), _dimensions(drawing)),
    )


def build_drawing(bank: Bank, assessment: Assessment) -> Drawing:
    """The numbers behind the figures."""
    overall = assessment.overall
    known = overall.score is not None and overall.low is not None and overall.high is not None
    return Drawing(
        points=chart_points(bank, assessment),
        target=best_verdict_from(bank),
        bands=bank.bands,
        overall=(overall.low or 0.0, overall.score or 0.0, overall.high or 0.0) if known else None,
        verdict=assessment.verdict.id,
    )


def _result(bank: Bank, sheet: AnswerSheet, assessment: Assessment, drawing: Drawing, on: date) -> Section:
    blocks: list[Block] = [
        Terms(
            (
                ("Service", sheet.service.name),
                ("Council", sheet.service.council),
                ("Date", f"{on.day} {on:%B %Y}"),
                ("Question bank", bank.version),
            )
        ),
        Panel(
            verdict_so_far(assessment),
            range_sentence(bank, assessment),
            (assessment.verdict.meaning, score_sentence(assessment), confidence_sentence(assessment)),
        ),
        Paragraph("It advises and never decides.", Tone.QUIET),
    ]
    if drawing.overall is not None:
        low, score, high = drawing.overall
        said = verdict_scale_in_words(bank.bands, low, score, high, verdict=drawing.verdict)
        blocks.append(Figure(FigureKind.SCALE, "The overall score among the verdicts", said))
    return Section("result", "Result", tuple(blocks))


def _dimensions(drawing: Drawing) -> Section:
    rows = score_table(drawing.points)
    return Section(
        "dimensions",
        "The dimensions",
        (
            Figure(FigureKind.RADAR, "Scores by dimension", radar_in_words(drawing.points, drawing.target)),
            Figure(FigureKind.DUMBBELL, "Gap to the target", dumbbell_in_words(drawing.points, drawing.target)),
            Table(
                "dimension-scores",
                "Scores of the dimensions, out of 100",
                tuple(Column(heading, is_number=heading == "Score") for heading in rows[0]),
                tuple(tuple(row.values()) for row in rows),
            ),
        ),
    )
