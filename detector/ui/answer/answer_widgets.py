"""What a question's widgets show, as the answer they stand for."""

from collections.abc import Mapping
from functools import partial

from detector.core.answers import Answer, AnswerState
from detector.core.text import is_blank, keepable
from detector.ui import state
from detector.ui.shared.keeping import Box

DONT_KNOW = AnswerState.DONT_KNOW.value
NOT_APPLICABLE = AnswerState.NOT_APPLICABLE.value
PARTS = ("answer", "reason", "evidence", "note", "links")
TYPED_PARTS = ("reason", "note", "links")


def widget(part: str, question_id: str) -> str:
    """The name of the widget that shows one part of an answer."""
    return f"{part}-{question_id}"


def choice_of(answer: Answer | None) -> str | None:
    """The radio choice that shows an answer: "0" to "3", don't know or not applicable."""
    if answer is None:
        return None
    return str(answer.level) if answer.state is AnswerState.LEVEL else answer.state.value


def shown_parts(answer: Answer | None) -> dict[str, object]:
    """What each widget shows for an answer."""
    return {
        "answer": choice_of(answer),
        "reason": answer.reason if answer else "",
        "evidence": answer.evidence if answer else 0,
        "note": answer.note if answer else "",
        "links": "\n".join(answer.links) if answer else "",
    }


def is_not_applicable(question_id: str, recorded: Answer | None) -> bool:
    """Whether Not applicable is chosen, with or without its reason."""
    return _shown(question_id, recorded)["answer"] == NOT_APPLICABLE


def lacks_reason(question_id: str, recorded: Answer | None) -> bool:
    """Whether Not applicable is chosen and its reason is still missing."""
    return _waits_for_reason(_shown(question_id, recorded))


def draft(question_id: str, recorded: Answer | None) -> Answer | None:
    """The answer that the widgets show; parts that are not on the page stay as recorded."""
    shown = _shown(question_id, recorded)
    choice = shown["answer"]
    if choice is None or _waits_for_reason(shown):
        return recorded
    links = _links(str(shown["links"] or ""))
    note, evidence = str(shown["note"] or ""), int(str(shown["evidence"] or 0))
    if choice == NOT_APPLICABLE:
        return Answer(AnswerState.NOT_APPLICABLE, None, evidence, note, links, str(shown["reason"]))
    if choice == DONT_KNOW:
        return Answer(AnswerState.DONT_KNOW, None, evidence, note, links)
    return Answer(AnswerState.LEVEL, int(str(choice)), evidence, note, links)


def reseed(question_id: str, recorded: Answer | None) -> None:
    """Make the widgets that the browser holds show what is recorded."""
    parts = shown_parts(recorded)
    state.reseed({widget(part, question_id): parts[part] for part in PARTS})


def boxes(question_id: str) -> tuple[Box, ...]:
    """The boxes in which parts of an answer are typed."""

    def kept(part: str) -> str:
        return str(shown_parts(state.editing().stored.sheet.answers.get(question_id))[part])

    return tuple(
        Box(widget(part, question_id), partial(kept, part), _one_a_line if part == "links" else keepable)
        for part in TYPED_PARTS
    )


def _links(typed: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in typed.splitlines() if not is_blank(line))


def _one_a_line(typed: str) -> str:
    return "\n".join(_links(typed))


def _waits_for_reason(shown: Mapping[str, object]) -> bool:
    return shown["answer"] == NOT_APPLICABLE and is_blank(str(shown["reason"] or ""))


def _shown(question_id: str, recorded: Answer | None) -> dict[str, object]:
    return {
        part: state.shown_value(widget(part, question_id), otherwise=value)
        for part, value in shown_parts(recorded).items()
    }
