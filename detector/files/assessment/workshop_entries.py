"""What workshops found, in an assessment file."""

from collections.abc import Mapping

from detector.core.answers import WorkshopResult, workshop_problems
from detector.core.bank.index import index_of
from detector.files.assessment.context import Context
from detector.files.assessment.json_tree import Json, named

_KEYS = ("held_on", "round", "people", "level", "median", "agreement", "dissent")
_WHOLE = ("round", "people", "level")
_FIGURES = ("median", "agreement")


def read_workshop(members: Mapping[str, Json], context: Context) -> dict[str, WorkshopResult]:
    """What workshops found, by question id."""
    results: dict[str, WorkshopResult] = {}
    questions = index_of(context.bank).questions
    for question_id, entry in context.section(members, "workshop").items():
        if question_id not in questions:
            context.findings.add_unknown("workshop", "question", question_id, questions)
        elif isinstance(entry, dict):
            results[question_id] = _read_result(question_id, entry, context)
        else:
            fault = f"What a workshop found is {named(entry)}."
            context.findings.add(context.place("workshop", question_id), fault, 'Write it as {"level": 2, ...}.')
    return results


def _read_result(question_id: str, entry: Mapping[str, Json], context: Context) -> WorkshopResult:
    """The result in one entry; parts that cannot be read are noted."""
    place = context.place("workshop", question_id)
    before = context.findings.count()
    context.refuse_unknown_keys(place, entry, _KEYS)
    round_, people, level = (_whole(place, entry, key, context) for key in _WHOLE)
    median, agreement = (_figure(place, entry, key, context) for key in _FIGURES)
    result = WorkshopResult(
        held_on=context.text(place, entry, "held_on"),
        round=round_,
        people=people,
        level=level,
        median=median,
        agreement=agreement,
        dissent=context.text(place, entry, "dissent"),
    )
    if context.findings.count() == before:
        context.add(place, workshop_problems(result))
    return result


def _whole(place: str, entry: Mapping[str, Json], key: str, context: Context) -> int:
    value = entry.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    told = f"This takes a whole number, not {named(value)}." if key in entry else "This is missing."
    context.findings.add(f"{place}.{key}", told, "Write a whole number, without quotation marks.")
    return 0


def _figure(place: str, entry: Mapping[str, Json], key: str, context: Context) -> float | None:
    value = entry.get(key)
    if key not in entry or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value if isinstance(value, int | float) else None
    remedy = "Write a number, without quotation marks, or leave it out."
    context.findings.add(f"{place}.{key}", f"This takes a number, not {named(value)}.", remedy)
    return None
