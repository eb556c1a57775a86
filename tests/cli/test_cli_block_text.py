"""A report's blocks as a console shows them."""

import pytest

from detector.cli.block_text import WIDTH, block_text, section_text
from detector.report.blocks import (
    Block,
    Bullets,
    Column,
    Figure,
    FigureKind,
    Panel,
    Paragraph,
    Section,
    SourceLine,
    SourceList,
    Table,
    Terms,
)

COLUMNS = (Column("Group"), Column("Score", is_number=True), Column("Possible range"))
LONG = "Procurement advice names a route that fits this service, and what it asks of the new body, in writing."


@pytest.mark.parametrize(
    ("block", "text"),
    [
        pytest.param(Paragraph("One.\nTwo."), "One.\nTwo.", id="breaks are meant"),
        pytest.param(Paragraph("A\x1b[2J\u202eB"), "A[2JB", id="nothing steers the console"),
        pytest.param(
            Paragraph(f"{'x' * (WIDTH - 4)} 100 %."),
            f"{'x' * (WIDTH - 4)}\n100 %.",
            id="a number keeps its per cent sign",
        ),
        pytest.param(Bullets(("a", "b")), "- a\n- b", id="a list"),
        pytest.param(Bullets(("a", "b"), numbered=True), "1. a\n2. b", id="a numbered list"),
        pytest.param(Terms((("Council", "Anyshire"),)), "Council: Anyshire", id="terms"),
        pytest.param(Panel("Promising", "", ("Score 60.",)), "Promising\nScore 60.", id="a verdict without doubt"),
        pytest.param(Figure(FigureKind.RADAR, "Shape", "Market: 60."), "Shape. Market: 60.", id="a picture in words"),
        pytest.param(SourceList((SourceLine(2, "Act", "UK", "", "", ""),)), "[2] Act. UK", id="sources"),
        pytest.param(
            Table("t", "Scores", COLUMNS, (("Ready", "7", "all known"), ("Overall", "62", "19 to 88"))),
            "Scores\nGroup    Score  Possible range\nReady        7  all known\nOverall     62  19 to 88",
            id="a table in columns, numbers to the right",
        ),
        pytest.param(
            Table("t", "Gates", (Column("Gate"), Column("Why"), Column("Who")), (("Route", LONG, ""),)),
            "Gates\n- Route\n  Why: Procurement advice names a route that fits this service, and what it asks of the\n"
            "  new body, in writing.",
            id="a wide table row by row, without its empty cells",
        ),
    ],
)
def test_a_block_as_text(block: Block, text: str) -> None:
    said = block_text(block)

    assert said == text
    assert max(len(line) for line in said.splitlines()) <= WIDTH


def test_sections_inside_stand_under_their_own_headings() -> None:
    inner = Section("inner", "Inner", (Paragraph("Two."),))

    assert section_text(Section("s", "Outer", (Paragraph("One."),), (inner,))) == (
        "Outer\n-----\nOne.\n\nInner\n-----\nTwo.\n"
    )
