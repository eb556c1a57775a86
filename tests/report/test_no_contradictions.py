"""No two lines of a report contradict each other: headline, range, firmness, steps and what to find out first."""

import re

import pytest
from builders import DONT_KNOW, at_level
from hypothesis import given, settings
from hypothesis import strategies as st
from report.report_parts import ON
from strategies import real_bank

from detector.core.answers import Answer, AnswerSheet
from detector.core.assessment import Assessment, assess
from detector.core.verdict.bands import rank
from detector.report.blocks import Bullets, Paragraph, Section, Table
from detector.report.context import ReportContext
from detector.report.firmness import firmness_section

BANK = real_bank()
QUESTIONS = [question.id for dimension in BANK.dimensions for question in dimension.questions]
LABELS = {band.label: band.id for band in BANK.bands}
SHARE = re.compile(r"“([^”]+)” in (?:under |over )?\d+")


@st.composite
def real_sheets(draw: st.DrawFn) -> AnswerSheet:
    """Answers to the shipped bank, most of them alike, with any part not known."""
    unknown = draw(st.sampled_from([0, 0.03, 0.2, 0.5, 0.8]))
    middle = draw(st.integers(0, 3))
    random = draw(st.randoms(use_true_random=False))

    def answer() -> Answer:
        if random.random() < unknown:
            return DONT_KNOW
        return at_level(middle if random.random() < 0.7 else random.randrange(4), random.randrange(4))

    facts = draw(st.sampled_from([{}, {"reorganisation": "not_affected"}]))
    return AnswerSheet(BANK.version, answers={each: answer() for each in QUESTIONS}, facts=facts)


def told(section: Section | None) -> list[str]:
    """Every sentence of a section and those inside it."""
    if section is None:
        return []
    lines = [
        line
        for block in section.blocks
        for line in (
            (block.text,) if isinstance(block, Paragraph) else block.items if isinstance(block, Bullets) else ()
        )
    ]
    return [*lines, *(line for inside in section.sections for line in told(inside))]


def tables(section: Section | None) -> dict[str, Table]:
    """The tables of a section by id."""
    return {block.id: block for block in (section.blocks if section else ()) if isinstance(block, Table)}


def section_of(found: Assessment) -> Section | None:
    """How firm it is, as told."""
    return firmness_section(ReportContext(BANK, found.sheet, found, ON))


def between(found: Assessment, verdicts: list[str]) -> bool:
    """Whether all these verdicts lie in the range that the page tells."""
    low, high = rank(BANK, found.verdict.low or ""), rank(BANK, found.verdict.high or "")
    return all(low <= rank(BANK, verdict) <= high for verdict in verdicts)


@settings(max_examples=30)
@given(real_sheets())
def test_what_unknown_answers_may_give_is_told_within_the_range_and_only_where_something_is_open(
    sheet: AnswerSheet,
) -> None:
    found = assess(BANK, sheet)
    section = section_of(found)
    outlook = [line for line in told(section) if line.startswith("If the answers not known yet")]

    if found.firmness is None:
        assert not any("verdict in" in line for line in told(section))
        return
    assert bool(outlook) == (not found.verdict.settled)
    assert between(found, [LABELS[label] for line in outlook for label in SHARE.findall(line)])
    for table_id in ("outlook", "outlook-passed"):
        if table_id in tables(section):
            assert between(found, [LABELS[row[0]] for row in tables(section)[table_id].rows])


@settings(max_examples=30)
@given(real_sheets())
def test_a_settled_verdict_is_changed_by_nothing_unknown(sheet: AnswerSheet) -> None:
    found = assess(BANK, sheet)
    said = " ".join(told(section_of(found)))

    if found.verdict.settled and found.unknowns:
        assert "cannot change the verdict, so nothing needs finding out first" in said
        assert "alone decides the verdict" not in said
        assert tables(section_of(found))["drivers"].rows[0] == ("What is not known yet", "0", "0", "0")
    elif found.unknowns:
        assert "alone decides the verdict" in said
        assert "nothing needs finding out first" not in said
        if found.firmness is not None:
            _, *shares = tables(section_of(found))["drivers"].rows[0]
            assert "0" not in shares
            assert "100" not in shares


@settings(max_examples=30)
@given(real_sheets())
def test_steps_gates_and_weights_lead_from_the_verdict_told_to_another(sheet: AnswerSheet) -> None:
    found = assess(BANK, sheet)
    firmness = found.firmness
    if firmness is None or found.verdict.id is None:
        return
    here = rank(BANK, found.verdict.id)

    assert firmness.up is None or rank(BANK, firmness.up.verdict) > here
    assert firmness.down is None or rank(BANK, firmness.down.verdict) < here
    assert all(rank(BANK, verdict) > here for verdict in firmness.gates.without.values())
    assert all(each.verdict != found.verdict.id for each in firmness.weight_thresholds)
    laws = {question.id for part in BANK.dimensions for question in part.questions if question.not_a_step}
    steps = [*(firmness.up.steps if firmness.up else ()), *(firmness.down.steps if firmness.down else ())]
    assert not laws & {step.question_id for step in steps}
    assert all(sheet.answers[step.question_id].level is not None for step in steps)


@settings(max_examples=30)
@given(real_sheets())
def test_weights_that_may_be_chosen_and_change_it_are_never_said_to_change_it_in_none(sheet: AnswerSheet) -> None:
    found = assess(BANK, sheet)
    section = section_of(found)
    if found.firmness is None:
        return
    said = " ".join(told(section))
    row = next(row for row in tables(section)["drivers"].rows if row[0] == "Other weights")

    assert ("Single weights that would change the verdict" not in said) or row[2] != "0"


@pytest.mark.parametrize("share", [0.05, 0.2, 0.5, 0.9])
def test_a_share_of_other_verdicts_never_stands_beside_a_verdict_without_what_it_comes_from(share: float) -> None:
    """The old page said "In 10,000 other weightings: Weak 90 %" under "Not suited now"."""
    known = round(len(QUESTIONS) * (1 - share))
    answers = {each: at_level((1, 1, 0, 1)[place % 4], 2) for place, each in enumerate(QUESTIONS[:known])}
    found = assess(BANK, AnswerSheet(BANK.version, answers=answers, facts={"reorganisation": "not_affected"}))

    for line in told(section_of(found)):
        if SHARE.search(line):
            assert line.startswith("If the answers not known yet are like those known")
