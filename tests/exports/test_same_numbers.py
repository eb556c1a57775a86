"""Screen, result and every file tell the same scores, possible ranges, verdict and gates of the same answers."""

from datetime import date

import pytest
from exports.reading import words_in
from exports.told import (
    Told,
    known,
    told_by_document,
    told_by_report,
    told_by_result,
    told_by_slides,
    told_by_table,
    told_by_words,
    told_by_workbook,
)
from exports.workbook_cases import random_case
from journeys.sheets import example
from strategies import real_bank

from detector.core.answers import AnswerSheet, empty_sheet
from detector.core.assessment import assess
from detector.exports.export import make
from detector.exports.formats import FormatId
from detector.report.blocks import Length
from detector.report.build import build_report
from detector.report.context import ReportContext

BANK = real_bank()
DAY = date(2026, 11, 22)
RANDOM = (1, 3, 5)
SHEETS = {
    **{stem: example(stem) for stem in ("explore-york-2013", "leading-lives-2011", "told-no")},
    **{f"random answers {number}": random_case(number).sheet for number in RANDOM},
    "nothing answered": empty_sheet(BANK),
}


@pytest.fixture(params=[*SHEETS.values()], ids=[*SHEETS])
def context(request: pytest.FixtureRequest) -> ReportContext:
    sheet = request.param
    assert isinstance(sheet, AnswerSheet)
    return ReportContext(BANK, sheet, assess(BANK, sheet), DAY)


def test_every_format_tells_the_same_numbers(context: ReportContext) -> None:
    files = {each: make(context, each, Length.FULL) for each in FormatId}
    words = {each: words_in(data, each) for each, data in files.items()}
    said = {
        "screen": told_by_report(build_report(context, Length.FULL)),
        "result": told_by_result(files[FormatId.RESULT], BANK),
        "table": told_by_table(files[FormatId.TABLE]),
        "workbook": told_by_workbook(files[FormatId.WORKBOOK]),
        "PDF": told_by_words(words[FormatId.PDF], BANK),
        "Word": told_by_document(files[FormatId.WORD], FormatId.WORD),
        "web page": told_by_document(files[FormatId.PAGE], FormatId.PAGE),
    }

    truth = known(BANK, context.assessment)
    assert {name: told for name, told in said.items() if told != truth} == {}
    slides = told_by_slides(files[FormatId.SLIDES], words[FormatId.SLIDES], BANK)
    assert_on_slides(truth, slides, is_answered=context.assessment.verdict.id is not None)
    assert [each for each in FormatId if verdict_in(each, context) not in words[each]] == []


def verdict_in(format_id: FormatId, context: ReportContext) -> str:
    """The verdict as a format words it: data gives it without "so far", and the assessment file gives none."""
    found = context.assessment
    match format_id:
        case FormatId.ASSESSMENT:
            return ""
        case FormatId.RESULT | FormatId.WORKBOOK:
            return found.verdict.label
        case _:
            return found.verdict.label


def assert_on_slides(truth: Told, said: Told, *, is_answered: bool) -> None:
    """Slides show gates that are not passed, up to a number; what they show is so."""
    assert said.gates.items() <= truth.gates.items()
    if is_answered:
        assert said.dimensions == truth.dimensions
        assert said.overall == truth.overall
