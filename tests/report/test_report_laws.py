import re

import pytest
from form_strategies import form_banks, known_facts
from hypothesis import given, settings
from hypothesis import strategies as st
from report.report_parts import all_sections, blocks_of, noted, report_on, section_of, tables_of, words_of
from strategies import banks, cases, real_bank, sheets

from detector.core.answers import AnswerSheet, AnswerState
from detector.core.assessment import assess
from detector.core.bank import Bank
from detector.core.scoring import shown
from detector.report.blocks import Bullets, Figure, Length, SourceList
from detector.wording.actions import by_rule, told

LENGTHS = st.sampled_from(Length)
MOST_IN_SUMMARY = 900
DEEPEST = 3


@st.composite
def any_cases(draw: st.DrawFn) -> tuple[Bank, AnswerSheet]:
    """A bank of any shape, with legal forms or without, and answers and facts to it with notes."""
    if draw(st.booleans()):
        bank, sheet = draw(cases())
        return bank, draw(noted(sheet))
    bank = draw(form_banks())
    answered = draw(sheets(bank))
    return bank, AnswerSheet(bank.version, facts=draw(known_facts()), answers=answered.answers)


@given(any_cases(), LENGTHS)
@settings(max_examples=60, deadline=None)
def test_headings_are_never_empty_deep_or_used_twice(context: tuple[Bank, AnswerSheet], length: Length) -> None:
    report = report_on(*context, length)
    found = list(all_sections(report.sections))

    ids = [*(section.id for _, section in found), *(table.id for table in tables_of(report))]
    assert len(set(ids)) == len(ids)
    assert all(section.title.strip() for _, section in found)
    assert all(depth <= DEEPEST for depth, _ in found)
    assert all(section.blocks or section.sections for _, section in found)


@given(any_cases(), LENGTHS)
@settings(max_examples=60, deadline=None)
def test_every_table_is_whole(context: tuple[Bank, AnswerSheet], length: Length) -> None:
    tables = tables_of(report_on(*context, length))

    for table in tables:
        assert table.caption.strip()
        assert table.rows
        assert all(column.heading.strip() and column.width > 0 for column in table.columns)
        assert all(len(row) == len(table.columns) and row[0].strip() for row in table.rows)


@given(any_cases(), LENGTHS)
@settings(max_examples=60, deadline=None)
def test_every_list_and_figure_says_something(context: tuple[Bank, AnswerSheet], length: Length) -> None:
    blocks = blocks_of(report_on(*context, length))

    assert all(
        block.items and all(item.strip() for item in block.items) for block in blocks if isinstance(block, Bullets)
    )
    assert all(block.caption and len(block.alt) > 30 for block in blocks if isinstance(block, Figure))


@given(any_cases(), LENGTHS)
@settings(max_examples=60, deadline=None)
def test_every_score_stands_as_it_is_shown_everywhere(context: tuple[Bank, AnswerSheet], length: Length) -> None:
    found = assess(*context)
    names = {part.id: part.name for part in context[0].dimensions}
    scores = next(table for table in tables_of(report_on(*context, length)) if table.id == "dimension-scores")

    assert {row[0]: row[1] for row in scores.rows} == {
        names[part.dimension_id]: "does not apply"
        if part.high is None
        else "no answer yet"
        if part.score is None
        else str(shown(part.score))
        for part in found.dimensions
    }


@given(any_cases())
@settings(max_examples=60, deadline=None)
def test_every_source_cited_is_listed_and_none_else(context: tuple[Bank, AnswerSheet]) -> None:
    report = report_on(*context)
    known = {source.number for source in context[0].sources}
    listed = {line.number for block in blocks_of(report) if isinstance(block, SourceList) for line in block.sources}

    assert listed == {int(number) for number in re.findall(r"\[(\d{1,4})\]", words_of(report))} & known


@given(any_cases(), LENGTHS)
@settings(max_examples=60, deadline=None)
def test_provisional_is_said_where_it_is_so(context: tuple[Bank, AnswerSheet], length: Length) -> None:
    report = report_on(*context, length)

    assert bool(report.provisional) == bool(assess(*context).provisional)


@given(any_cases())
@settings(max_examples=60, deadline=None)
def test_a_summary_stays_short_and_cites_nothing_it_does_not_list(context: tuple[Bank, AnswerSheet]) -> None:
    report = report_on(*context, Length.SUMMARY)
    figures = [block for block in blocks_of(report) if isinstance(block, Figure)]
    in_figures = sum(len(figure.alt.split()) for figure in figures)

    assert len(words_of(report).split()) - in_figures <= MOST_IN_SUMMARY
    assert len(figures) <= 1


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_what_was_typed_stands_as_it_was_typed(data: st.DataObject) -> None:
    bank = data.draw(banks())
    sheet = data.draw(noted(data.draw(sheets(bank))))

    said = words_of(report_on(bank, sheet))

    typed = [sheet.service.name, sheet.service.council, sheet.service.description]
    for answer in sheet.answers.values():
        typed += [answer.note, *answer.links]
        typed += [answer.reason] if answer.state is AnswerState.NOT_APPLICABLE else []
    assert all(text in said for text in typed if text.strip())


@given(cases())
@settings(max_examples=30, deadline=None)
def test_every_question_gate_and_action_is_told(context: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = context
    said = words_of(report_on(bank, sheet))

    assert all(f"{question.id} {question.text}" in said for part in bank.dimensions for question in part.questions)
    assert all(gate.name in said for gate in bank.gates)
    assert all(told(group) in said for group in by_rule(assess(bank, sheet).actions).values())


@pytest.mark.parametrize("length", Length)
def test_a_bank_without_forms_or_models_says_so_and_no_more(length: Length) -> None:
    bank = real_bank().model_copy(
        update={
            "forms": (),
            "conflicts": (),
            "models": (),
            "patterns": (),
            "cards": (),
            "stage_tests": (),
            "gates": (),
        }
    )

    report = report_on(bank, AnswerSheet(bank.version), length)

    assert not {"models", "roadmap", "elsewhere", "gates"} & {part.id for _, part in all_sections(report.sections)}
    if length is Length.FULL:
        assert "describes no legal forms" in words_of(report)
        assert section_of(report, "forms") is not None
