"""What to do first, by whom and until when."""

from detector.core.actions import Action
from detector.core.bank import GateKind
from detector.core.gates import GateState
from detector.report.actions import planned, suggested
from detector.report.blocks import Column, Paragraph, Table
from detector.report.context import ReportContext
from detector.report.deck import Slide
from detector.report.deck_slides.words import is_or_are, on_one_line, shortened, spoken
from detector.wording.actions import IN_ORDER, NOTHING_TO_DO, by_rule, due, has_ended, owner_sentence, raised_by, told
from detector.wording.plain import counted
from detector.wording.statements import cited

FIRST = 5
MOST_OWNER = 40


def doing_slide(context: ReportContext) -> Slide:
    """The first five actions that are not done, each with its owner and date."""
    raised = list(by_rule(context.assessment.actions).values())
    waiting = [group for group in raised if not planned(context, group).done]
    done = len(raised) - len(waiting)
    if not waiting:
        message = f"{counted(done, 'action')} done, and none is left" if done else "Nothing is asked for now"
        return Slide("doing", message, (Paragraph(NOTHING_TO_DO if not done else message + "."),), NOTHING_TO_DO)
    first = waiting[:FIRST]
    table = _ended(first) if has_ended(context.assessment.actions) else _first(context, first)
    said = spoken(
        "" if has_ended(context.assessment.actions) else IN_ORDER,
        "Owners are suggestions until set.",
        f"{counted(done, 'action')} of {len(raised)} done so far." if done else "",
        *(_said(context, number, group) for number, group in enumerate(first, 1)),
        f"And {counted(len(waiting) - FIRST, 'more action')} in the report." if len(waiting) > FIRST else "",
    )
    return Slide("doing", _message(context, first), (table,), said)


def _first(context: ReportContext, first: list[list[Action]]) -> Table:
    rows = tuple((f"{number}. {told(group)}", *_who_when(context, group)) for number, group in enumerate(first, 1))
    columns = (Column("Action", 1.9), Column("Owner", 0.9), Column("By", 0.6))
    return Table("actions", "First actions", columns, rows)


def _ended(first: list[list[Action]]) -> Table:
    """What would open a plan again that failed hard gates have ended."""
    rows = tuple((told(group), group[0].reopens) for group in first)
    return Table("actions", "What would open it again", (Column("Action"), Column("It opens again when")), rows)


def _who_when(context: ReportContext, group: list[Action]) -> tuple[str, str]:
    plan = planned(context, group)
    owner = shortened(plan.owner, MOST_OWNER) or f"{suggested(context, group)} (suggested)"
    return owner, due(plan) or "no date yet"


def _message(context: ReportContext, first: list[list[Action]]) -> str:
    gates = {
        result.question_id
        for result in context.assessment.gates
        if result.kind is GateKind.HARD and result.state not in (GateState.PASSED, GateState.WAIVED)
    }
    hard = sum(any(action.question_id in gates for action in group) for group in first)
    if has_ended(context.assessment.actions):
        return "A hard gate has failed: stop here, unless this changes"
    much = "Do this first" if len(first) == 1 else f"Do these {len(first)} things first"
    return f"{much}: {hard} {is_or_are(hard)} about a hard gate" if hard else much


def _said(context: ReportContext, number: int, group: list[Action]) -> str:
    owner = on_one_line(owner_sentence(planned(context, group), suggested(context, group)))
    return f"{number}. {told(group)} {owner} Because of {raised_by(group)} {cited(context.bank, group[0].sources)}"
