"""The service, the facts and the weights of an assessment file."""

from collections.abc import Mapping

from detector.core.answers import (
    FactValue,
    Service,
    fact_problems,
    money_problems,
    service_problems,
    weight_problems,
)
from detector.core.bank.index import index_of
from detector.files.assessment.json_tree import Json, named
from detector.files.assessment.problems import Context

_SERVICE_KEYS = ("name", "council", "description")


def read_service(members: Mapping[str, Json], context: Context) -> Service:
    """What the file says about the service."""
    entries = context.section(members, "service")
    if "service" not in members:
        context.problems.add("service", "There is no 'service'.", 'Write "service": {"name": "..."}.')
    elif "name" not in entries:
        context.problems.add("service.name", "The service has no name.", 'Write "name": "..." there.')
    context.refuse_unknown_keys("service", entries, _SERVICE_KEYS)
    service = Service(
        name=context.text("service", entries, "name"),
        council=context.text("service", entries, "council"),
        description=context.text("service", entries, "description"),
    )
    context.add("service", service_problems(service))
    return service


def read_facts(members: Mapping[str, Json], context: Context) -> dict[str, FactValue]:
    """The facts of the file, by fact id."""
    facts: dict[str, FactValue] = {}
    known = index_of(context.bank).facts
    for fact, fact_id, given in context.entries(members, "facts", "fact", known):
        place = context.place("facts", fact_id)
        value = _fact_value(given)
        if value is None:
            remedy = "Leave the fact out where it is not known."
            context.problems.add(place, f"'{fact.text}' does not take {named(given)}.", remedy)
            continue
        context.add(place, fact_problems(fact, value))
        facts[fact_id] = value
    return facts


def read_weights(members: Mapping[str, Json], context: Context) -> dict[str, float]:
    """The council's own weights, by dimension id, in the bank's units."""
    weights: dict[str, float] = {}
    known = index_of(context.bank).dimensions
    for dimension, dimension_id, given in context.entries(members, "weights", "dimension", known):
        place = context.place("weights", dimension_id)
        if isinstance(given, bool) or not isinstance(given, int | float):
            fault = f"The weight of '{dimension.name}' is a number, not {named(given)}."
            context.problems.add(place, fault, "Write a number, without quotation marks.")
            continue
        context.add(place, weight_problems(context.bank.scale, dimension, given))
        weights[dimension_id] = given
    return weights


def read_money(members: Mapping[str, Json], context: Context) -> dict[str, float]:
    """The numbers of the money test, by their part of it, in pounds or percent."""
    money: dict[str, float] = {}
    known = index_of(context.bank).money_inputs
    for entry, part, given in context.entries(members, "money", "number of the money test", known):
        place = context.place("money", part)
        if isinstance(given, bool) or not isinstance(given, int | float):
            fault = f"'{entry.name}' is a number, not {named(given)}."
            context.problems.add(place, fault, "Write a number, without quotation marks.")
            continue
        context.add(place, money_problems(entry, given))
        money[part] = given
    return money


def _fact_value(given: Json) -> FactValue | None:
    """The value as a fact can hold it, or None where no fact can."""
    if isinstance(given, list):
        texts = tuple(part for part in given if isinstance(part, str))
        return texts if len(texts) == len(given) else None
    return None if isinstance(given, dict) else given
