"""Facts, actions and sources as rows."""

from datetime import date

from detector.core.answers import FactValue, PlannedAction
from detector.core.bank import FactKind, FactQuestion
from detector.core.bank.index import index_of
from detector.exports.workbook.cells import Cell, Column, Layout, Row, Style
from detector.exports.workbook.context import NO, YES, WorkbookContext
from detector.wording.actions import NOTHING_TO_DO, by_rule, raised_by, told
from detector.wording.plain import in_pence
from detector.wording.statements import RELIABILITY, how_read
from detector.wording.subjects import fact_in_words

# Day 1 of a spreadsheet is 1 January 1900, and it believes in a 29 February 1900.
_DAY_NOUGHT = date(1899, 12, 30)

FACTS = Layout(
    "Facts",
    (
        Column("id", "Fact id", 22),
        Column("group", "Subject", 22),
        Column("text", "What is asked", 56, Style.STRONG),
        Column("value", "Answer", 34),
        Column("unit", "Unit", 14),
        Column("why", "Why it is asked", 56),
    ),
)
ACTIONS = Layout(
    "Actions",
    (
        Column("order", "Order", 8, Style.WHOLE),
        Column("what", "What to do", 56, Style.STRONG),
        Column("owner", "Owner", 24),
        Column("suggested", "Suggested owner", 24),
        Column("due", "Date", 18, Style.DATE),
        Column("done", "Done", 8),
        Column("stage", "Stage", 18),
        Column("because", "Because", 60),
        Column("questions", "Questions", 14),
        Column("sources", "Sources", 12),
        Column("id", "Action id", 24),
    ),
)
SOURCES = Layout(
    "Sources",
    (
        Column("number", "Number", 9, Style.WHOLE),
        Column("title", "Title", 56, Style.STRONG),
        Column("publisher", "Publisher", 30),
        Column("address", "Address", 50),
        Column("read", "Read, and checked on", 32),
        Column("kind", "Kind", 26),
    ),
)


def fact_rows(context: WorkbookContext) -> list[Row]:
    """Every fact question with its answer, in the bank's order."""
    groups = index_of(context.bank).fact_groups
    return [
        {
            "id": fact.id,
            "group": groups[fact.group].name,
            "text": fact.text,
            "value": _fact(fact, context.sheet.facts.get(fact.id)),
            "unit": fact.unit,
            "why": fact.why,
        }
        for fact in context.bank.facts
    ]


def _fact(fact: FactQuestion, value: FactValue | None) -> Cell:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return in_pence(value) if fact.kind is FactKind.MONEY else value
    return fact_in_words(fact, value)


def action_rows(context: WorkbookContext) -> list[Row]:
    """Every action once, in order, with who does it by when."""
    known = index_of(context.bank)
    rows: list[Row] = []
    for order, (rule, group) in enumerate(by_rule(context.assessment.actions).items(), 1):
        plan = context.sheet.plan.get(rule, PlannedAction())
        rows.append(
            {
                "order": order,
                "what": told(group),
                "owner": plan.owner,
                "suggested": known.stakeholders[group[0].owner].name,
                "due": _day_number(plan.due),
                "done": YES if plan.done else NO,
                "stage": known.stages[group[0].stage].name,
                "because": raised_by(group),
                "questions": ", ".join(action.question_id for action in group if action.question_id),
                "sources": ", ".join(str(number) for number in group[0].sources),
                "id": rule,
            }
        )
    return rows or [{"what": NOTHING_TO_DO}]


def _day_number(day: str) -> int | None:
    return (date.fromisoformat(day) - _DAY_NOUGHT).days if day else None


def source_rows(context: WorkbookContext) -> list[Row]:
    """Every source of the bank."""
    return [
        {
            "number": source.number,
            "title": source.title,
            "publisher": source.publisher,
            "address": source.address,
            "read": how_read(source),
            "kind": RELIABILITY[source.reliability],
        }
        for source in context.bank.sources
    ]
