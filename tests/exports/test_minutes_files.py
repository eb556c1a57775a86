"""Minutes as PDF and Word: the same words in both, and nothing attached."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from docx import Document

from detector.bank_files import load_bank
from detector.core.answers import Service
from detector.core.workshop.visible_results import visible_results
from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import QuestionRound, Workshop, agree, close, open_questions, reveal, start
from detector.exports.formats import FormatId
from detector.exports.minutes import MINUTES, make_minutes
from detector.report.minutes import Meeting

BANK = load_bank()
DAY = date(2026, 11, 22)
HOSTILE = '#read("/etc/passwd") =1+1 <b>x</b> \U0001f600 \u202e \x0b'


def meeting() -> Meeting:
    """A workshop that was shown one question and agreed on it, with hostile dissent and remark."""
    room = open_questions(start(Workshop(("MKT1",), ("front_line_staff",))), ["MKT1"])
    room = agree(reveal(close(room, "MKT1"), "MKT1"), "MKT1", 2, HOSTILE)
    votes = [Vote(f"p{number}", "front_line_staff", "MKT1", 1, 2) for number in range(6)]
    assert QuestionRound("MKT1", 1) in room.rounds
    return Meeting(
        Service("Llyfrgell Tŷ Newydd"),
        DAY,
        {"front_line_staff": 6},
        room,
        visible_results(room, votes),
        {"MKT1": (HOSTILE,)},
    )


def test_minutes_come_as_word_and_pdf() -> None:
    assert {each.id for each in MINUTES} == {FormatId.WORD, FormatId.PDF}


def test_the_pdf_is_tagged_and_carries_no_attachment() -> None:
    with pikepdf.open(BytesIO(make_minutes(BANK, meeting(), DAY, FormatId.PDF))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert len(pdf.attachments) == 0


def test_the_word_file_tells_what_was_agreed() -> None:
    document = Document(BytesIO(make_minutes(BANK, meeting(), DAY, FormatId.WORD)))

    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert f"Level 2: {BANK.dimensions[0].questions[0].levels[2]}" in cells
    assert any('#read("/etc/passwd") =1+1 <b>x</b>' in paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("format_id", [FormatId.PDF, FormatId.WORD])
def test_the_same_day_gives_the_same_bytes(format_id: FormatId) -> None:
    assert make_minutes(BANK, meeting(), DAY, format_id) == make_minutes(BANK, meeting(), DAY, format_id)
