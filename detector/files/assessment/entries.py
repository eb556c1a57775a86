"""The answers, the plan and what workshops found, in an assessment file."""

from collections.abc import Mapping

from detector.core.answers import (
    Answer,
    AnswerState,
    PlannedAction,
    WorkshopResult,
    answer_problems,
    plan_problems,
    workshop_problems,
)
from detector.core.bank import TOP_LEVEL, Question
from detector.core.bank.index import index_of
from detector.core.messages import did_you_mean, one_of
from detector.files.assessment.json_tree import Json, named
from detector.files.assessment.problems import Context

_ANSWER_KEYS = ("state", "level", "evidence", "note", "links", "reason")
_PLAN_KEYS = ("owner", "due", "done")
_WORKSHOP_KEYS = (
    "held_on",
    "round",
    "people",
    "chose",
    "dont_know",
    "state",
    "level",
    "median",
    "agreement",
    "groups_counted",
    "groups_apart",
    "dissent",
)
_STATES = tuple(AnswerState)
_FOUND_STATES = (AnswerState.LEVEL, AnswerState.DONT_KNOW)
_WHOLE = ("round", "people")
_COUNTS = ("chose", "dont_know", "groups_counted")
_FIGURES = ("median", "agreement", "groups_apart")


def read_answers(members: Mapping[str, Json], context: Context) -> dict[str, Answer]:
    """The answers of the file, by question id."""
    if "answers" not in members:
        context.problems.add("answers", "There is no 'answers'.", 'Write "answers": {} where nothing is answered.')
    answers: dict[str, Answer] = {}
    known = index_of(context.bank).questions
    for question, question_id, entry in context.entries(members, "answers", "question", known):
        if isinstance(entry, dict):
            answers[question_id] = _read_answer(question, entry, context)
        else:
            fault = f"'{question.text}' is answered with {named(entry)}."
            context.problems.add(context.place("answers", question_id), fault, 'Write an answer as {"level": 2}.')
    return answers


def _read_answer(question: Question, entry: dict[str, Json], context: Context) -> Answer:
    """The answer in one entry; parts that cannot be read are noted and left at their default."""
    place = context.place("answers", question.id)
    context.refuse_unknown_keys(place, entry, _ANSWER_KEYS)
    state = _state(place, entry, context)
    answer = Answer(
        state=state or AnswerState.LEVEL,
        level=_graded(place, entry, "level", f"'{question.text}' takes a level", context),
        evidence=_graded(place, entry, "evidence", f"'{question.text}' takes an evidence grade", context) or 0,
        note=context.text(place, entry, "note"),
        links=_links(place, entry, context),
        reason=context.text(place, entry, "reason"),
    )
    noted = _noted(state, answer, entry)
    problems = answer_problems(question, answer)
    context.add(place, [problem for problem in problems if problem.place not in noted])
    return answer


def _noted(state: AnswerState | None, answer: Answer, entry: Mapping[str, Json]) -> set[str]:
    """The parts of an answer whose problems are noted already, or cannot be told without the state."""
    noted = {"level", "reason"} if state is None else set[str]()
    if "level" in entry and answer.level is None:
        noted.add("level")
    if not isinstance(entry.get("reason", ""), str):
        noted.add("reason")
    return noted


def _state(
    place: str, entry: Mapping[str, Json], context: Context, known: tuple[AnswerState, ...] = _STATES
) -> AnswerState | None:
    """The state an entry names; a level without a state is one. None where the word is not one of them."""
    word = entry.get("state", AnswerState.LEVEL.value)
    if isinstance(word, str) and word in known:
        return AnswerState(word)
    near = did_you_mean(word, known) if isinstance(word, str) else ""
    context.problems.add(f"{place}.state", f"There is no state {named(word)}.", near or one_of(known))
    return None


def _graded(place: str, entry: Mapping[str, Json], key: str, takes: str, context: Context) -> int | None:
    """A whole number, or None where there is none or it is something else."""
    value = entry.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if key in entry:
        fault = f"{takes} from 0 to {TOP_LEVEL}, not {named(value)}."
        context.problems.add(f"{place}.{key}", fault, "Write a whole number, without quotation marks.")
    return None


def _links(place: str, entry: dict[str, Json], context: Context) -> tuple[str, ...]:
    """The links of an entry, none where they are something else than a list of texts."""
    given = entry.get("links", [])
    if isinstance(given, list):
        links = tuple(link for link in given if isinstance(link, str))
        if len(links) == len(given):
            return links
    context.problems.add(f"{place}.links", "This takes a list of web addresses.", 'Write it as ["https://..."].')
    return ()


def read_plan(members: Mapping[str, Json], context: Context) -> dict[str, PlannedAction]:
    """What the file plans, by the id of the action."""
    plan: dict[str, PlannedAction] = {}
    known = index_of(context.bank).actions
    for _, rule_id, entry in context.entries(members, "plan", "action", known):
        if isinstance(entry, dict):
            plan[rule_id] = _read_planned(rule_id, entry, context)
        else:
            fault = f"An action is planned with {named(entry)}."
            context.problems.add(context.place("plan", rule_id), fault, 'Write it as {"owner": "..."}.')
    return plan


def _read_planned(rule_id: str, entry: Mapping[str, Json], context: Context) -> PlannedAction:
    """The plan in one entry; parts that cannot be read are noted and left at their default."""
    place = context.place("plan", rule_id)
    before = context.problems.count()
    context.refuse_unknown_keys(place, entry, _PLAN_KEYS)
    planned = PlannedAction(
        owner=context.text(place, entry, "owner"),
        due=context.text(place, entry, "due"),
        done=_is_done(place, entry, context),
    )
    is_read_in_full = context.problems.count() == before
    problems = plan_problems(planned)
    # Of an entry that could not be read in full, nobody can say that nothing is planned.
    context.add(place, [problem for problem in problems if problem.place or is_read_in_full])
    return planned


def _is_done(place: str, entry: Mapping[str, Json], context: Context) -> bool:
    given = entry.get("done", False)
    if isinstance(given, bool):
        return given
    fault = f"This takes true or false, not {named(given)}."
    context.problems.add(f"{place}.done", fault, "Write true where the action is done, and leave it out otherwise.")
    return False


def read_workshop(members: Mapping[str, Json], context: Context) -> dict[str, WorkshopResult]:
    """What workshops found, by question id."""
    results: dict[str, WorkshopResult] = {}
    known = index_of(context.bank).questions
    for _, question_id, entry in context.entries(members, "workshop", "question", known):
        if isinstance(entry, dict):
            results[question_id] = _read_result(question_id, entry, context)
        else:
            fault = f"What a workshop found is {named(entry)}."
            context.problems.add(context.place("workshop", question_id), fault, 'Write it as {"level": 2, ...}.')
    return results


def _read_result(question_id: str, entry: Mapping[str, Json], context: Context) -> WorkshopResult:
    """The result in one entry; parts that cannot be read are noted."""
    place = context.place("workshop", question_id)
    before = context.problems.count()
    context.refuse_unknown_keys(place, entry, _WORKSHOP_KEYS)
    round_, people = (_whole(place, entry, key, context) for key in _WHOLE)
    chose, dont_know, groups_counted = (
        _whole(place, entry, key, context) if key in entry else None for key in _COUNTS
    )
    median, agreement, groups_apart = (_figure(place, entry, key, context) for key in _FIGURES)
    result = WorkshopResult(
        held_on=context.text(place, entry, "held_on"),
        round=round_,
        people=people,
        level=_found_level(place, entry, context),
        median=median,
        agreement=agreement,
        dissent=context.text(place, entry, "dissent"),
        chose=chose,
        dont_know=dont_know,
        groups_counted=groups_counted,
        groups_apart=groups_apart,
    )
    if context.problems.count() == before:
        context.add(place, workshop_problems(result))
    return result


def _found_level(place: str, entry: Mapping[str, Json], context: Context) -> int | None:
    """The level that was agreed, None where the entry says that the room does not know."""
    state = _state(place, entry, context, _FOUND_STATES)
    if state is not AnswerState.DONT_KNOW:
        return _whole(place, entry, "level", context)
    if "level" in entry:
        fault = "What the room agreed is both a level and don't know."
        context.problems.add(f"{place}.level", fault, "Keep one of them.")
    return None


def _whole(place: str, entry: Mapping[str, Json], key: str, context: Context) -> int:
    value = entry.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    told = f"This takes a whole number, not {named(value)}." if key in entry else "This is missing."
    context.problems.add(f"{place}.{key}", told, "Write a whole number, without quotation marks.")
    return 0


def _figure(place: str, entry: Mapping[str, Json], key: str, context: Context) -> float | None:
    value = entry.get(key)
    if key not in entry or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value if isinstance(value, int | float) else None
    remedy = "Write a number, without quotation marks, or leave it out."
    context.problems.add(f"{place}.{key}", f"This takes a number, not {named(value)}.", remedy)
    return None
