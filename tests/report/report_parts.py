"""Reports taken apart, and sheets with everything in them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from detector.bank_files import load_bank
from detector.core.answers import Answer, AnswerSheet, AnswerState, Service
from detector.core.assessment import assess
from detector.core.bank import Bank
from detector.files.assessment import read_assessment
from detector.report.blocks import Block, Length, Report, Section, Table
from detector.report.build import build_report
from detector.report.context import ReportContext
from detector.report.sources import texts

ON = date(2026, 11, 22)
EXAMPLES = sorted((Path(__file__).parents[2] / "questions" / "examples").glob("*.json"))
TYPED = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)


def report_on(bank: Bank, sheet: AnswerSheet, length: Length = Length.FULL) -> Report:
    """The report of a sheet; without other weightings, which take most of the time."""
    return build_report(ReportContext(bank, sheet, assess(bank, sheet), ON), length)


def example(path: Path) -> AnswerSheet:
    """The sheet of an example file."""
    return read_assessment(path.read_bytes(), load_bank()).sheet


def all_sections(sections: tuple[Section, ...], depth: int = 1) -> Iterator[tuple[int, Section]]:
    """Every section with its depth, in reading order."""
    for section in sections:
        yield depth, section
        yield from all_sections(section.sections, depth + 1)


def blocks_of(report: Report) -> list[Block]:
    """Every block, in reading order."""
    return [block for _, section in all_sections(report.sections) for block in section.blocks]


def tables_of(report: Report) -> list[Table]:
    """Every table, in reading order."""
    return [block for block in blocks_of(report) if isinstance(block, Table)]


def section_of(report: Report, section_id: str) -> Section | None:
    """The section of this id, if there is one."""
    return next((section for _, section in all_sections(report.sections) if section.id == section_id), None)


def words_of(report: Report) -> str:
    """Everything the report says, a line for each text."""
    return "\n".join([report.title, report.service, report.council, report.provisional, *texts(report.sections)])


@st.composite
def noted(draw: st.DrawFn, sheet: AnswerSheet) -> AnswerSheet:
    """The sheet with a service, and a note, a link or a reason on its answers."""
    answers = {question_id: draw(_noted_answer(answer)) for question_id, answer in sheet.answers.items()}
    return replace(sheet, service=Service(draw(TYPED), draw(TYPED), draw(TYPED)), answers=answers)


@st.composite
def _noted_answer(draw: st.DrawFn, answer: Answer) -> Answer:
    found = replace(answer, note=draw(TYPED), links=tuple(draw(st.lists(TYPED, max_size=2))))
    return replace(found, reason=draw(TYPED)) if answer.state is AnswerState.NOT_APPLICABLE else found
