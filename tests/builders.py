"""Small banks and sheets for tests: sound by default, and only what a test names is out of the ordinary."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from detector.core.answers import Answer, AnswerSheet, AnswerState, CheckedSheet, FactValue, check_sheet
from detector.core.bank import (
    ActionRule,
    Band,
    Bank,
    Cap,
    CapRule,
    Condition,
    ConfidenceRules,
    Dimension,
    FactGroup,
    FactKind,
    FactQuestion,
    Gate,
    GateKind,
    GradeName,
    Option,
    Question,
    Scale,
    Source,
)

VERSION = "2026.1"
DONT_KNOW = Answer(AnswerState.DONT_KNOW)

GROUPS = (Option(id="right_service", name="Right service"), Option(id="ready", name="Ready"))
STAKEHOLDERS = (Option(id="staff", name="Front-line staff"), Option(id="commissioner", name="Commissioner"))
STAGES = (Option(id="explore", name="Explore"), Option(id="business_case", name="Business case"))
BANDS = (
    Band(id="strong", label="Strong candidate", from_score=70, meaning="Go to a business case."),
    Band(id="promising", label="Promising", from_score=50, meaning="Prepare."),
    Band(id="weak", label="Weak", from_score=35, meaning="Compare other models.", too_early_for_form=True),
    Band(id="not_suited", label="Not suited now", from_score=0, meaning="Improve in house.", too_early_for_form=True),
    Band(id="stop", label="Stop", from_score=None, meaning="No score can carry it.", too_early_for_form=True),
)
CAPS = (
    Cap(rule=CapRule.HARD_GATE_FAILED, at_most="stop", note="a hard gate has failed"),
    Cap(rule=CapRule.WEAK_POINTS, at_most="weak", note="weak all over", count=4),
    Cap(rule=CapRule.HEADLINE_VERY_LOW, at_most="weak", note="compare other models", under=25),
    Cap(rule=CapRule.HARD_GATE_OPEN, at_most="promising", note="unresolved"),
    Cap(rule=CapRule.HARD_GATE_WARNING, at_most="promising", note="unclear"),
    Cap(rule=CapRule.AMBER_GATE_FAILED, at_most="promising", note="fix before the business case"),
    Cap(rule=CapRule.GATES_IN_DOUBT, at_most="promising", note="many in doubt", count=3),
    Cap(
        rule=CapRule.HEADLINE_LOW,
        at_most="promising",
        note="prepare",
        note_if_unknown="too little known of {dimensions}",
        under=50,
    ),
)


def make_question(
    question_id: str, *, weight: float = 1.0, when: Condition | None = None, quick_scan: bool = False
) -> Question:
    """A question whose descriptors name it and their level."""
    return Question(
        id=question_id,
        text=f"How good is {question_id}?",
        why=f"{question_id} matters.",
        levels=(f"{question_id} poor", f"{question_id} fair", f"{question_id} good", f"{question_id} excellent"),
        evidence="A report",
        best_placed=("staff",),
        quick_scan=quick_scan,
        weight=weight,
        sources=(1,),
        when=when,
    )


def make_dimension(
    dimension_id: str,
    questions: Sequence[str | Question],
    *,
    weight: float = 10,
    group: str = "right_service",
    headline: bool = False,
) -> Dimension:
    """A dimension; a question given by its id alone gets weight 1 and no condition."""
    return Dimension(
        id=dimension_id,
        name=dimension_id.capitalize(),
        short_name=dimension_id.capitalize(),
        asks=f"What about {dimension_id}?",
        weight=weight,
        group=group,
        headline=headline,
        questions=tuple(make_question(each) if isinstance(each, str) else each for each in questions),
    )


def make_gate(question_id: str, kind: GateKind = GateKind.HARD) -> Gate:
    """A gate on a question, called gate_ and its id."""
    return Gate(
        id=f"gate_{question_id}",
        name=f"Gate {question_id}",
        kind=kind,
        question=question_id,
        why="It must hold.",
        cleared_by=("commissioner",),
        clears_when="It holds.",
        sources=(1,),
    )


def make_fact(fact_id: str, kind: FactKind = FactKind.COUNT, options: Sequence[str] = ()) -> FactQuestion:
    """A fact question; its options are given by their ids."""
    return FactQuestion(
        id=fact_id,
        text=f"What is {fact_id}?",
        why=f"{fact_id} matters.",
        kind=kind,
        group="size",
        options=tuple(Option(id=option, name=option.capitalize()) for option in options),
    )


def make_action(question_ids: Sequence[str], rule_id: str | None = None) -> ActionRule:
    """The action for some questions, called fix_ and the first one's id unless named otherwise."""
    return ActionRule(
        id=rule_id or f"fix_{question_ids[0]}",
        questions=tuple(question_ids),
        what=f"Mend {question_ids[0]}.",
        owner="staff",
        stage="explore",
        sources=(1,),
    )


def make_bank(
    dimensions: Iterable[Dimension],
    *,
    gates: Iterable[Gate] = (),
    facts: Iterable[FactQuestion] = (),
    caps: Iterable[Cap] = CAPS,
    actions: Iterable[ActionRule] | None = None,
) -> Bank:
    """A bank with the usual bands, and one action a question unless told otherwise."""
    given = tuple(dimensions)
    question_ids = [question.id for dimension in given for question in dimension.questions]
    return Bank(
        version=VERSION,
        published_on=date(2026, 11, 22),
        judgement_note="Professional judgement.",
        groups=GROUPS,
        fact_groups=(FactGroup(id="size", name="Size"),),
        stakeholders=STAKEHOLDERS,
        stages=STAGES,
        scale=make_scale(),
        confidence=ConfidenceRules(coverage=0.4, evidence=0.4, agreement=0.2, provisional_under=0.5),
        bands=BANDS,
        caps=tuple(caps),
        dimensions=given,
        gates=tuple(gates),
        facts=tuple(facts),
        actions=tuple(make_action([each]) for each in question_ids) if actions is None else tuple(actions),
        sources=(make_source(),),
    )


def make_scale() -> Scale:
    """A scale on which the top level needs grade 2, and a local weight may move by half."""
    names = ("Assertion", "Judgement", "Document", "Verified")
    return Scale(
        top_level_needs_evidence=2,
        local_weight_limit=0.5,
        evidence_grades=tuple(GradeName(grade=n, name=name, meaning=f"{name}.") for n, name in enumerate(names)),
    )


def make_source() -> Source:
    """The one source everything cites."""
    return Source(
        number=1, title="A guide", publisher="A council", seen="read", reliability="B", checked_on=date(2026, 11, 21)
    )


def at_level(level: int, evidence: int = 2) -> Answer:
    """An answer with a level, evidenced well enough to count in full unless told otherwise."""
    return Answer(AnswerState.LEVEL, level=level, evidence=evidence)


def not_applicable(reason: str = "Not planned") -> Answer:
    """An answer that sets the question aside."""
    return Answer(AnswerState.NOT_APPLICABLE, reason=reason)


def make_answers(answers: Mapping[str, int | Answer]) -> dict[str, Answer]:
    """Answers by question id; a bare number is a level with a document behind it."""
    return {key: at_level(each) if isinstance(each, int) else each for key, each in answers.items()}


def make_sheet(
    answers: Mapping[str, int | Answer] | None = None,
    *,
    facts: Mapping[str, FactValue] | None = None,
    weights: Mapping[str, float] | None = None,
) -> AnswerSheet:
    """A sheet of the banks made here."""
    return AnswerSheet(
        bank_version=VERSION, answers=make_answers(answers or {}), facts=facts or {}, weights=weights or {}
    )


def checked_by_its_bank(sheet: AnswerSheet) -> CheckedSheet:
    """Answers and a service as another bank kept them: checked by a small one of that version with these questions."""
    bank = make_bank([make_dimension("market", [*sheet.answers] or ["MKT1"])])
    return check_sheet(bank.model_copy(update={"version": sheet.bank_version}), sheet)
