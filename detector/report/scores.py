"""The scores of the dimensions and groups: figures, and the table of the same numbers."""

from detector.charts.words import dumbbell_in_words, radar_in_words, score_table
from detector.core.bank.index import index_of
from detector.report.blocks import Block, Column, Figure, FigureKind, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.wording.result import score_cells

FEWEST_AXES = 3
ANSWERED = "Answered"
WIDTHS = {"Dimension": 2.8, "Score": 1.2, "Possible range": 1.2, ANSWERED: 0.8}
NO_PICTURE = "There is no picture of the scores yet, because nothing is answered."


def scores_section(context: ReportContext) -> Section:
    """The numbers with radar and dumbbell of them, and the three groups."""
    drawing = context.drawing
    pictures: list[Block] = [radar(context)] if has_radar(context) else []
    if drawing.overall is not None:
        said = dumbbell_in_words(drawing.points, drawing.target)
        pictures.append(Figure(FigureKind.DUMBBELL, "The dimensions, the largest shortfall first", said))
    elif drawing.points:
        pictures.append(Paragraph(NO_PICTURE))
    known = Paragraph(
        "The score comes from what is answered. The possible range runs from every unknown answer at its worst to "
        "every one at its best.",
        Tone.QUIET,
    )
    return Section("scores", "Scores by dimension", (*score_rows(context), known, *pictures), (_groups(context),))


def has_radar(context: ReportContext) -> bool:
    """Whether there is anything for a radar to show."""
    return context.drawing.overall is not None and len(context.drawing.points) >= FEWEST_AXES


def radar(context: ReportContext) -> Figure:
    """The radar with its words."""
    said = radar_in_words(context.drawing.points, context.drawing.target)
    return Figure(FigureKind.RADAR, "The shape of the scores, by dimension", said)


def score_rows(context: ReportContext, *, brief: bool = False) -> tuple[Table, ...]:
    """The numbers of every dimension, in the bank's order; a brief table leaves out how much is answered."""
    rows = score_table(context.drawing.points)
    if not rows:
        return ()
    headings = [heading for heading in rows[0] if not (brief and heading == ANSWERED)]
    columns = tuple(Column(heading, WIDTHS.get(heading, 1.0), heading == "Score") for heading in headings)
    cells = tuple(tuple(row[heading] for heading in headings) for row in rows)
    return (Table("dimension-scores", "Scores of the dimensions, out of 100", columns, cells),)


def _groups(context: ReportContext) -> Section:
    bank, found = context.bank, context.assessment
    entries = index_of(bank).groups
    rows = [(entries[group.id].name, *score_cells(group), entries[group.id].hint) for group in found.groups]
    overall = ("Overall", *score_cells(found.overall), "All dimensions by weight")
    columns = (Column("Group", 1.2), Column("Score", 0.8, True), Column("Possible range"), Column("What it asks", 2.6))
    blocks: list[Block] = [Table("groups-table", "Scores of the groups, out of 100", columns, (*rows, overall))]
    if found.overall.given_up:
        without = ", ".join(part.name for part in bank.dimensions if part.id in found.overall.given_up)
        blocks.append(Paragraph(f"Nothing applies in {without}: its weight is shared among the others."))
    return Section("groups", "The groups of dimensions", tuple(blocks))
