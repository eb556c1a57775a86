"""The answers as they were given: facts of the service, and every question behind the scores."""

from collections.abc import Iterator

from detector.core.answers import counted_level
from detector.core.bank import Dimension, FactKind, Question
from detector.core.bank.index import index_of
from detector.core.brought_over import earlier_answers
from detector.core.doubts import doubts
from detector.core.flow import asked_facts
from detector.core.gates import answer_in_words
from detector.core.scoring import Contribution, DimensionScore, shown
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.wording.brought_over import earlier_in_words
from detector.wording.plain import counted
from detector.wording.result import score_in_words
from detector.wording.service_codes import code_in_words
from detector.wording.subjects import doubt_in_words, fact_with_unit
from detector.wording.workshops import workshop_found

NO_FACTS = "None of the plain questions about the service is answered yet."
HOW_READ = (
    "Beside each dimension stand its score out of 100 and its possible range. Each question has four "
    "described levels, 0 to 3, and the evidence behind an answer is graded from 0 to 3. "
    "Level 3 without a document behind it counts as level 2. Notes and links stand as they were typed."
)


def facts_section(context: ReportContext) -> Section | None:
    """The plain facts that are known, and how many are not."""
    asked = asked_facts(context.bank, context.sheet)
    if not asked:
        return None
    known = [fact for fact in asked if fact.id in context.sheet.facts]
    blocks: list[Block] = []
    if known:
        rows = tuple((fact.text, fact_with_unit(fact, context.sheet.facts[fact.id])) for fact in known)
        columns = (Column("Question", 2.0), Column("Answer", 1.2))
        blocks.append(Table("facts-table", "Facts as answered", columns, rows))
    blocks += [
        Paragraph(f"Facts as answered: {doubt_in_words(doubt, context.sheet)}")
        for doubt in doubts(context.bank, context.sheet)
    ]
    for fact in known:
        if fact.kind is FactKind.CODE and (meant := code_in_words(context.bank, context.sheet.facts[fact.id])):
            blocks.append(Paragraph(f"Service code {context.sheet.facts[fact.id]}: {meant}"))
    left = len(asked) - len(known)
    if left:
        blocks.append(Paragraph(f"Not known yet: {counted(left, 'other fact')}." if known else NO_FACTS))
    return Section("facts", "Facts of the service", tuple(blocks))


def answers_section(context: ReportContext) -> Section:
    """Every dimension with its score and the answers that made it."""
    scores = {score.dimension_id: score for score in context.assessment.dimensions}
    parts = tuple(_dimension(context, dimension, scores[dimension.id]) for dimension in context.bank.dimensions)
    return Section("answers", "The answers behind each score", (Paragraph(HOW_READ, Tone.QUIET),), parts)


def _dimension(context: ReportContext, dimension: Dimension, score: DimensionScore) -> Section:
    parts = {part.question_id: part for part in score.contributions}
    given = [question for question in dimension.questions if question.id in context.sheet.answers]
    rows = tuple(
        (
            f"{question.id} {question.text}",
            _answer(context, question),
            _value_of(parts.get(question.id)),
            _evidence(context, question),
        )
        for question in given
    )
    columns = (Column("Question", 2.2), Column("Answer", 2.2), Column("Value", 0.7, True), Column("Evidence"))
    blocks: list[Block] = [Paragraph(f"{dimension.asks} Weight {score.weight:g} of 100.")]
    if rows:
        blocks.append(Table(f"answers-{dimension.id}", f"Answers on {dimension.name}", columns, rows))
    blocks += [*_not_answered(context, dimension), *_notes(context, dimension)]
    return Section(f"dimension-{dimension.id}", f"{dimension.name}: {score_in_words(score)}", tuple(blocks))


def _answer(context: ReportContext, question: Question) -> str:
    """What was answered; what a level needs to count in full is said once, above all tables."""
    answer = context.sheet.answers.get(question.id)
    if answer is None or answer.level is None:
        return answer_in_words(context.bank, question, answer)
    counted_as = counted_level(context.bank, answer)
    less = "" if counted_as == answer.level else f", counts as {counted_as}"
    return f"{question.levels[answer.level]} (level {answer.level}{less})"


def _value_of(part: Contribution | None) -> str:
    """What an answer counts, 0-100; that a level counts as a lower one, its answer says."""
    if part is None:
        return "left out"
    return "not known" if part.value is None else str(shown(part.value))


def _not_answered(context: ReportContext, dimension: Dimension) -> list[Block]:
    left = [f"{each.id} {each.text}" for each in dimension.questions if each.id not in context.sheet.answers]
    lead = "Not answered yet:" if len(left) < len(dimension.questions) else "What it asks:"
    return [Paragraph(lead), Bullets(tuple(left))] if left else []


def _evidence(context: ReportContext, question: Question) -> str:
    answer = context.sheet.answers.get(question.id)
    if answer is None or answer.level is None:
        return ""
    return f"{answer.evidence}, {index_of(context.bank).grades[answer.evidence].name.lower()}"


def _notes(context: ReportContext, dimension: Dimension) -> Iterator[Block]:
    for question in dimension.questions:
        answer, found = context.sheet.answers.get(question.id), workshop_found(context.sheet, question.id)
        lines = [] if answer is None else [answer.note, *answer.links]
        said = "\n".join(line for line in lines if line.strip())
        if said:
            yield Paragraph(f"Note on {question.id}: {said}")
        if found:
            yield Paragraph(f"Workshop on {question.id}: {found}")
        for earlier in earlier_answers(context.sheet, question.id):
            # What several questions took in is told once.
            if earlier.beside[0] == question.id:
                yield Paragraph(f"Beside {question.id}. {earlier_in_words(earlier)}")
