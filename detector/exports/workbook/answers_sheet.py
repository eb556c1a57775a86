"""The answers, a row for each question: what is to be changed in yellow, and what it comes to beside it."""

from detector.core.answers import Answer, AnswerState, WorkshopResult, counted_level
from detector.core.bank import TOP_LEVEL, Dimension, Question
from detector.core.bank.index import index_of
from detector.core.flow import asked_questions
from detector.core.scoring import Contribution
from detector.core.verdict.verdict import PASSED_LEVEL
from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Cell, Column, Formula, Layout, Row, Style
from detector.exports.workbook.context import NO, YES, WorkbookContext, open_hard_gates
from detector.wording.plain import day_in_full

NOT_ANSWERED = "Not answered"
STATES = {AnswerState.DONT_KNOW: "Don't know", AnswerState.NOT_APPLICABLE: "Not applicable"}
NOT_UNDERSTOOD = "Not understood: choose from the list"
LAYOUT = Layout(
    "Answers",
    (
        Column("question", "Question", 10, Style.STRONG),
        Column("dimension_name", "Dimension", 17),
        Column("text", "What is asked", 40),
        Column("weight", "Weight", 9, Style.INPUT),
        Column("answer", "Answer: level 0 to 3, or words", 15, Style.INPUT),
        Column("words", "The answer in words", 34),
        Column("grade", "Evidence grade, 0 to 3", 11, Style.INPUT),
        Column("grade_words", "Evidence", 16),
        Column("level", "Level counted", 10, Style.RESULT),
        Column("value", "Value, 0 to 1", 9, Style.EXACT),
        Column("share", "Share of its dimension", 11, Style.PERCENT),
        Column("carried", "Weight of its own, of 100", 10, Style.ONE_PLACE),
        Column("note", "Note", 46),
        Column("reason", "Why it does not apply", 22),
        Column("links", "Links to evidence", 26),
        Column("room_day", "Workshop", 12),
        Column("room_level", "Level it agreed", 9, Style.WHOLE),
        Column("room_round", "Round", 8, Style.WHOLE),
        Column("room_people", "People who answered", 10, Style.WHOLE),
        Column("room_chose", "Chose a level", 8, Style.WHOLE),
        Column("room_dont_know", "Do not know", 8, Style.WHOLE),
        Column("room_median", "Median level", 9, Style.ONE_PLACE),
        Column("room_agreement", "Agreement in the room, -1 to 1", 12, Style.ONE_PLACE),
        Column("room_groups", "Groups compared", 10, Style.WHOLE),
        Column("room_apart", "Levels their medians lie apart at most", 12, Style.ONE_PLACE),
        Column("room_dissent", "Dissent", 34),
        Column("dimension", "Dimension id", 11, is_working=True),
        Column("asked", "Asked", 9, is_working=True),
        Column("applies", "Weight that applies", 10, Style.EXACT, is_working=True),
        Column("known", "Weight answered", 10, Style.EXACT, is_working=True),
        Column("earned", "Value × weight", 10, Style.EXACT, is_working=True),
        Column("passing", "Value × weight if an open hard gate passes", 12, Style.EXACT, is_working=True),
        Column("known_own", "Own weight answered", 10, Style.EXACT, is_working=True),
        Column("graded", "Grade × own weight", 10, Style.EXACT, is_working=True),
        Column("compared", "Own weight, groups compared", 10, Style.EXACT, is_working=True),
        Column("agreeing", "Groups' agreement × own weight", 12, Style.EXACT, is_working=True),
        Column("was_answer", "Answer as exported", 15, is_working=True),
        Column("was_grade", "Grade as exported", 10, is_working=True),
        Column("was_weight", "Weight as exported", 10, is_working=True),
        Column("changed", "Changed since export", 12, Style.STRONG, is_working=True),
    ),
)
FORMULAS = {
    "words": "=IF(ISNUMBER({answer}),IF(OR({answer}=0,{answer}=1,{answer}=2,{answer}=3),"
    'INDEX(Level_words,MATCH({question},Level_question,0),{answer}+1),"' + NOT_UNDERSTOOD + '"),'
    'IF(OR({answer}="",{answer}="Not answered"),"Not answered",'
    'IF(OR({answer}="Don\'t know",{answer}="Not applicable"),{answer},"' + NOT_UNDERSTOOD + '")))',
    "grade_words": '=IF({grade}="","",IFERROR(INDEX(Grade_name,MATCH({grade},Grade,0)),"' + NOT_UNDERSTOOD + '"))',
    "level": '=IF(AND({asked}="Yes",ISNUMBER({answer})),IF(OR({answer}=0,{answer}=1,{answer}=2,{answer}=3),'
    'IF(AND({answer}=Top_level,N({grade})<Top_level_needs_evidence),Top_level-1,{answer}),""),"")',
    "value": '=IF({level}="","",{level}/Top_level)',
    "share": '=IF({applies}=0,"",{applies}/SUMIFS(Answer_applies,Answer_dimension,{dimension}))',
    "applies": '=IF(OR({asked}<>"Yes",{answer}="Not applicable"),0,{weight})',
    "known": '=IF({level}="",0,{applies})',
    "earned": '=IF({level}="",0,{value}*{applies})',
    "carried": "=IF({applies}=0,0,INDEX(Dimension_weight,MATCH({dimension},Dimension_id,0))*{share})",
    "passing": '=IF(AND({applies}>0,COUNTIFS(Gate_question,{question},Gate_kind,"hard",Gate_state,"Open")>0),'
    "{applies}*Passed_level/Top_level,0)",
    "known_own": '=IF({level}="",0,{carried})',
    "graded": "={known_own}*N({grade})",
    "compared": "=IF(ISNUMBER({room_apart}),{carried},0)",
    "agreeing": "=IF(ISNUMBER({room_apart}),{carried}*(1-{room_apart}/Top_level),0)",
    "changed": '=IF(AND(EXACT({answer},{was_answer}),EXACT({grade},{was_grade}),{weight}={was_weight}),"","Changed")',
}
_NAMED = (
    "question",
    "dimension",
    "answer",
    "grade",
    "asked",
    "level",
    "applies",
    "known",
    "earned",
    "passing",
    "carried",
    "known_own",
    "graded",
    "compared",
    "agreeing",
    "changed",
)


def answers_sheet(book: Book, context: WorkbookContext) -> None:
    """Write the sheet, and name its columns."""
    rows = _rows(context)
    sheet = book.sheet(LAYOUT.sheet)
    last = sheet.rows(LAYOUT, rows)
    sheet.widths(LAYOUT)
    sheet.worksheet.freeze_panes(1, 1)
    sheet.worksheet.autofilter(0, 0, last - 1, len(LAYOUT.columns) - 1)
    printed = LAYOUT.index("room_dissent" if context.sheet.workshop else "links")
    sheet.set_up_page(context.margin, header=1, last_column=printed, last_row=last)
    book.define({f"Answer_{key}": LAYOUT.range(key, 2, last) for key in _NAMED})
    levels = [str(level) for level in range(TOP_LEVEL + 1)]
    sheet.choices(
        LAYOUT.range("answer", 2, last),
        [*levels, *STATES.values(), NOT_ANSWERED],
        "Answer",
        "A level from 0 to 3 (described on the sheet Levels), Don't know, Not applicable, or Not answered.",
    )
    sheet.choices(
        LAYOUT.range("grade", 2, last), levels, "Evidence grade", "A whole number from 0 to 3; see Verdict rules."
    )
    sheet.at_least(LAYOUT.range("weight", 2, last), 0, 1000, "Weight", "A number from 0; the bank gives 1 to most.")
    book.mark_changed(sheet, LAYOUT.range("changed", 2, last))


def _rows(context: WorkbookContext) -> list[Row]:
    contributions = {part.question_id: part for score in context.assessment.dimensions for part in score.contributions}
    passing = open_hard_gates(context.assessment.gates)
    rows: list[Row] = []
    for dimension in context.bank.dimensions:
        asked = asked_questions(context.bank, dimension, context.sheet)
        for question in dimension.questions:
            given = _given(context, dimension, question, is_asked=question in asked)
            part = contributions.get(question.id)
            values = _values(context, question, given, part)
            values |= _weighed(context, dimension, question, part, is_passing=question.id in passing)
            cells = LAYOUT.cells(len(rows) + 2)
            live = {key: Formula(text.format_map(cells), values[key]) for key, text in FORMULAS.items()}
            rows.append({**given, **live})
    return rows


def _given(context: WorkbookContext, dimension: Dimension, question: Question, *, is_asked: bool) -> dict[str, Cell]:
    answer = context.sheet.answers.get(question.id)
    said = _said(answer)
    grade = None if answer is None else answer.evidence
    return {
        "question": question.id,
        "dimension": dimension.id,
        "dimension_name": dimension.name,
        "text": question.text,
        "weight": question.weight,
        "was_weight": question.weight,
        "answer": said,
        "was_answer": said,
        "grade": grade,
        "was_grade": grade,
        "asked": YES if is_asked else NO,
        "note": answer.note if answer else "",
        "reason": answer.reason if answer else "",
        "links": "\n".join(answer.links) if answer else "",
        **_found(context.sheet.workshop.get(question.id)),
    }


def _found(result: WorkshopResult | None) -> dict[str, Cell]:
    """What a workshop found; of its figures only how far the groups lie apart goes into a sum, that of confidence."""
    if result is None:
        return {}
    return {
        "room_day": day_in_full(result.held_on),
        "room_level": result.level,
        "room_round": result.round,
        "room_people": result.people,
        "room_chose": result.chose,
        "room_dont_know": result.dont_know,
        "room_median": result.median,
        "room_agreement": result.agreement,
        "room_groups": result.groups_counted,
        "room_apart": result.groups_apart,
        "room_dissent": result.dissent,
    }


def _said(answer: Answer | None) -> str | int:
    if answer is None:
        return NOT_ANSWERED
    return STATES[answer.state] if answer.level is None else answer.level


def _values(
    context: WorkbookContext, question: Question, given: dict[str, Cell], part: Contribution | None
) -> dict[str, str | float]:
    """What every formula of the row gives on the answers as exported."""
    answer = context.sheet.answers.get(question.id)
    is_known = part is not None and part.value is not None
    counted = counted_level(context.bank, answer) if is_known and answer else None
    said = given["answer"]
    grades = index_of(context.bank).grades
    return {
        "words": question.levels[said] if isinstance(said, int) else str(said),
        "grade_words": grades[answer.evidence].name if answer else "",
        "level": "" if counted is None else counted,
        "value": "" if part is None or part.value is None else part.value,
        "share": "" if part is None else part.share,
        "applies": 0 if part is None else part.weight,
        "known": part.weight if part and is_known else 0,
        "earned": 0 if part is None or part.value is None else part.value * part.weight,
        "changed": "",
    }


def _weighed(
    context: WorkbookContext, dimension: Dimension, question: Question, part: Contribution | None, *, is_passing: bool
) -> dict[str, str | float]:
    """What the formulas give that weigh the answer by its own weight, and what an open hard gate would add."""
    answer, found = context.sheet.answers.get(question.id), context.sheet.workshop.get(question.id)
    carried = 0.0 if part is None else dimension.weight * part.share
    known = 0.0 if part is None or part.value is None else carried
    apart = None if found is None else found.groups_apart
    return {
        "carried": carried,
        "passing": part.weight * PASSED_LEVEL / TOP_LEVEL if part and is_passing else 0,
        "known_own": known,
        "graded": known * (answer.evidence if answer else 0),
        "compared": 0.0 if apart is None else carried,
        "agreeing": 0.0 if apart is None else carried * (1 - apart / TOP_LEVEL),
    }
