"""The answers of an assessment file."""

from collections.abc import Mapping

from detector.core.answers import Answer, AnswerState, answer_problems
from detector.core.bank import TOP_LEVEL, Question
from detector.core.bank.index import index_of
from detector.core.messages import did_you_mean, one_of
from detector.files.assessment.context import Context
from detector.files.assessment.json_tree import Json, named

_KEYS = ("state", "level", "evidence", "note", "links", "reason")
_STATES = tuple(AnswerState)


def read_answers(members: Mapping[str, Json], context: Context) -> dict[str, Answer]:
    """The answers of the file, by question id."""
    if "answers" not in members:
        context.findings.add("answers", "There is no 'answers'.", 'Write "answers": {} where nothing is answered.')
    answers: dict[str, Answer] = {}
    questions = index_of(context.bank).questions
    for question_id, entry in context.section(members, "answers").items():
        question = questions.get(question_id)
        if question is None:
            context.findings.add_unknown("answers", "question", question_id, questions)
        elif isinstance(entry, dict):
            answers[question_id] = _read_answer(question, entry, context)
        else:
            fault = f"'{question.text}' is answered with {named(entry)}."
            context.findings.add(context.place("answers", question_id), fault, 'Write an answer as {"level": 2}.')
    return answers


def _read_answer(question: Question, entry: dict[str, Json], context: Context) -> Answer:
    """The answer in one entry; parts that cannot be read are noted and left at their default."""
    place = context.place("answers", question.id)
    context.refuse_unknown_keys(place, entry, _KEYS)
    state = _state(place, entry, context)
    answer = Answer(
        state=state or AnswerState.LEVEL,
        level=_whole(place, entry, "level", f"'{question.text}' takes a level", context),
        evidence=_whole(place, entry, "evidence", f"'{question.text}' takes an evidence grade", context) or 0,
        note=context.text(place, entry, "note"),
        links=_links(place, entry, context),
        reason=context.text(place, entry, "reason"),
    )
    noted = _noted(state, answer, entry)
    problems = answer_problems(question, answer)
    context.add(place, [problem for problem in problems if problem.place not in noted])
    return answer


def _noted(state: AnswerState | None, answer: Answer, entry: Mapping[str, Json]) -> set[str]:
    """The parts of an answer whose mistakes are noted already, or cannot be told without the state."""
    noted = {"level", "reason"} if state is None else set[str]()
    if "level" in entry and answer.level is None:
        noted.add("level")
    if not isinstance(entry.get("reason", ""), str):
        noted.add("reason")
    return noted


def _state(place: str, entry: dict[str, Json], context: Context) -> AnswerState | None:
    """The state an entry names; a level without a state is one. None where the word is not one of them."""
    word = entry.get("state", AnswerState.LEVEL.value)
    if isinstance(word, str) and word in _STATES:
        return AnswerState(word)
    near = did_you_mean(word, _STATES) if isinstance(word, str) else ""
    context.findings.add(f"{place}.state", f"There is no state {named(word)}.", near or one_of(_STATES))
    return None


def _whole(place: str, entry: Mapping[str, Json], key: str, takes: str, context: Context) -> int | None:
    """A whole number, or None where there is none or it is something else."""
    value = entry.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if key in entry:
        fault = f"{takes} from 0 to {TOP_LEVEL}, not {named(value)}."
        context.findings.add(f"{place}.{key}", fault, "Write a whole number, without quotation marks.")
    return None


def _links(place: str, entry: dict[str, Json], context: Context) -> tuple[str, ...]:
    """The links of an entry, none where they are something else than a list of texts."""
    given = entry.get("links", [])
    if isinstance(given, list):
        links = tuple(link for link in given if isinstance(link, str))
        if len(links) == len(given):
            return links
    context.findings.add(f"{place}.links", "This takes a list of web addresses.", 'Write it as ["https://..."].')
    return ()
