"""The plan of actions in an assessment file."""

from collections.abc import Mapping

from detector.core.answers import PlannedAction, plan_problems
from detector.core.bank.index import index_of
from detector.files.assessment.context import Context
from detector.files.assessment.json_tree import Json, named

_KEYS = ("owner", "due", "done")


def read_plan(members: Mapping[str, Json], context: Context) -> dict[str, PlannedAction]:
    """What the file plans, by the id of the action."""
    plan: dict[str, PlannedAction] = {}
    actions = index_of(context.bank).actions
    for rule_id, entry in context.section(members, "plan").items():
        if rule_id not in actions:
            context.findings.add_unknown("plan", "action", rule_id, actions)
        elif isinstance(entry, dict):
            plan[rule_id] = _read_planned(rule_id, entry, context)
        else:
            fault = f"An action is planned with {named(entry)}."
            context.findings.add(context.place("plan", rule_id), fault, 'Write it as {"owner": "..."}.')
    return plan


def _read_planned(rule_id: str, entry: Mapping[str, Json], context: Context) -> PlannedAction:
    """The plan in one entry; parts that cannot be read are noted and left at their default."""
    place = context.place("plan", rule_id)
    before = context.findings.count()
    context.refuse_unknown_keys(place, entry, _KEYS)
    planned = PlannedAction(
        owner=context.text(place, entry, "owner"),
        due=context.text(place, entry, "due"),
        done=_is_done(place, entry, context),
    )
    is_read_in_full = context.findings.count() == before
    problems = plan_problems(planned)
    # Of an entry that could not be read in full, nobody can say that nothing is planned.
    context.add(place, [problem for problem in problems if problem.place or is_read_in_full])
    return planned


def _is_done(place: str, entry: Mapping[str, Json], context: Context) -> bool:
    given = entry.get("done", False)
    if isinstance(given, bool):
        return given
    fault = f"This takes true or false, not {named(given)}."
    context.findings.add(f"{place}.done", fault, "Write true where the action is done, and leave it out otherwise.")
    return False
