"""Hypothesis strategies: random small banks, and sheets that fit a bank."""

from dataclasses import replace
from functools import lru_cache

from builders import (
    BANDS,
    CAPS,
    DONT_KNOW,
    GROUPS,
    at_level,
    make_bank,
    make_dimension,
    make_gate,
    make_question,
    not_applicable,
)
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from detector.bank_files import load_bank
from detector.bank_files.checks.caps import COUNTING_RULES
from detector.core.answers import Answer, AnswerSheet
from detector.core.bank import Bank, Cap, CapRule, Dimension, GateKind

WEIGHTS = st.integers(min_value=1, max_value=40).map(float)
HARD_RULES = (CapRule.HARD_GATE_FAILED, CapRule.HARD_GATE_WARNING, CapRule.HARD_GATE_OPEN)
LEVELS = st.integers(min_value=0, max_value=3)
LEVEL_ANSWERS: SearchStrategy[Answer] = st.builds(at_level, LEVELS, st.integers(min_value=0, max_value=3))
ANSWERS: SearchStrategy[Answer] = st.one_of(LEVEL_ANSWERS, st.just(DONT_KNOW), st.just(not_applicable()))


@st.composite
def dimensions(draw: st.DrawFn, dimension_id: str) -> Dimension:
    """A dimension of one to four questions called by its id and a number."""
    number = draw(st.integers(min_value=1, max_value=4))
    return make_dimension(
        dimension_id,
        [make_question(f"{dimension_id}{each}", weight=draw(WEIGHTS) / 10) for each in range(number)],
        weight=draw(WEIGHTS),
        group=draw(st.sampled_from([group.id for group in GROUPS])),
        headline=draw(st.booleans()),
    )


@st.composite
def sound_caps(draw: st.DrawFn) -> tuple[Cap, ...]:
    """Every rule once, at most any verdict and from any line on, as far as the check of banks lets through."""
    ids = [band.id for band in reversed(BANDS)]
    at_most = [draw(st.integers(min_value=0, max_value=len(ids) - 1)) for _ in HARD_RULES]
    limits = dict(zip(HARD_RULES, sorted(at_most), strict=True))
    low = draw(st.integers(min_value=1, max_value=90))
    under = {CapRule.HEADLINE_LOW: low, CapRule.HEADLINE_VERY_LOW: draw(st.integers(min_value=0, max_value=low - 1))}
    return tuple(
        Cap(
            rule=rule,
            at_most=ids[limits[rule]] if rule in limits else draw(st.sampled_from(ids)),
            note=f"held by {rule}",
            under=under.get(rule),
            count=draw(st.integers(min_value=1, max_value=4)) if rule in COUNTING_RULES else None,
        )
        for rule in CapRule
    )


@st.composite
def banks(draw: st.DrawFn, least: int = 1) -> Bank:
    """A bank of up to four dimensions with any weights, any headlines, and gates on some of the questions."""
    number = draw(st.integers(min_value=least, max_value=4))
    made = [draw(dimensions(f"d{each}")) for each in range(number)]
    question_ids = [question.id for dimension in made for question in dimension.questions]
    gated = draw(st.lists(st.sampled_from(question_ids), unique=True, max_size=4))
    return make_bank(
        made,
        gates=[make_gate(each, draw(st.sampled_from(GateKind))) for each in gated],
        caps=draw(st.one_of(st.just(CAPS), sound_caps())),
    )


@lru_cache(maxsize=1)
def real_bank() -> Bank:
    """The bank this project ships."""
    return load_bank()


@st.composite
def cases(draw: st.DrawFn, answers: SearchStrategy[Answer] = ANSWERS, least: int = 1) -> tuple[Bank, AnswerSheet]:
    """The shipped bank or a small one of at least some dimensions, and a sheet with such answers."""
    bank = draw(st.one_of(banks(least), st.builds(real_bank)))
    return bank, draw(sheets(bank, answers))


def question_ids_of(bank: Bank) -> list[str]:
    """Every question's id, in bank order."""
    return [question.id for dimension in bank.dimensions for question in dimension.questions]


def sheets(bank: Bank, answers: SearchStrategy[Answer] = ANSWERS) -> SearchStrategy[AnswerSheet]:
    """A sheet on which any of the bank's questions have any of the answers."""
    chosen = st.fixed_dictionaries({}, optional=dict.fromkeys(question_ids_of(bank), answers))
    return chosen.map(lambda found: AnswerSheet(bank_version=bank.version, answers=found))


def with_answer(sheet: AnswerSheet, question_id: str, answer: Answer) -> AnswerSheet:
    """The sheet with one answer in place of any earlier one."""
    return replace(sheet, answers={**sheet.answers, question_id: answer})
