"""Small banks of any shape with answers to them, for laws that must hold whatever the bank says."""

from builders import (
    CAPS,
    DONT_KNOW,
    at_level,
    make_bank,
    make_dimension,
    make_gate,
    make_question,
    make_sheet,
    not_applicable,
)
from hypothesis import strategies as st

from detector.core.answers import Answer, AnswerSheet
from detector.core.bank import Bank, Cap, CapRule, Dimension, Gate, GateKind

VERDICTS = ("stop", "not_suited", "weak", "promising", "strong")
HEADLINE_RULES = (CapRule.HEADLINE_LOW, CapRule.HEADLINE_VERY_LOW)

KNOWN = st.builds(at_level, st.integers(0, 3), st.integers(0, 3))
UNKNOWN = st.sampled_from([None, DONT_KNOW, not_applicable()])


@st.composite
def dimensions(draw: st.DrawFn, count: int) -> list[Dimension]:
    """One to three dimensions that share out this many questions."""
    questions = [make_question(f"Q{n}", weight=draw(st.sampled_from([1, 1, 2, 0.5, 3]))) for n in range(count)]
    cuts = sorted(draw(st.sets(st.integers(1, count - 1), max_size=2))) if count > 1 else []
    parts = zip([0, *cuts], [*cuts, count], strict=True)
    return [
        make_dimension(
            f"D{start}",
            questions[start:end],
            weight=draw(st.sampled_from([5, 10, 10, 20, 40])),
            headline=draw(st.booleans()),
        )
        for start, end in parts
    ]


@st.composite
def caps(draw: st.DrawFn) -> list[Cap]:
    """Some of the rules, each at most any verdict."""
    rules = draw(st.lists(st.sampled_from(list(CapRule)), max_size=5))
    return [
        Cap(
            rule=rule,
            at_most=draw(st.sampled_from(VERDICTS)),
            note="held",
            under=draw(st.sampled_from([25, 40, 60])) if rule in HEADLINE_RULES else None,
        )
        for rule in rules
    ]


@st.composite
def gates(draw: st.DrawFn, count: int) -> list[Gate]:
    """A gate of either kind on some of this many questions."""
    gated = sorted(draw(st.sets(st.integers(0, count - 1), max_size=3)))
    return [make_gate(f"Q{n}", draw(st.sampled_from(list(GateKind)))) for n in gated]


@st.composite
def banks(draw: st.DrawFn, count: int) -> Bank:
    """A bank with this many questions, named Q0, Q1, ..."""
    return make_bank(
        draw(dimensions(count)), gates=draw(gates(count)), caps=draw(st.one_of(st.just(list(CAPS)), caps()))
    )


@st.composite
def answered_banks(draw: st.DrawFn, most_questions: int = 5) -> tuple[Bank, AnswerSheet]:
    """A bank, and answers of every state to it, at least one of them a level."""
    count = draw(st.integers(1, most_questions))
    bank = draw(banks(count))
    answers: list[Answer | None] = draw(st.lists(KNOWN | KNOWN | UNKNOWN, min_size=count, max_size=count))
    answers[draw(st.integers(0, count - 1))] = draw(KNOWN)
    return bank, make_sheet({f"Q{n}": answer for n, answer in enumerate(answers) if answer is not None})
