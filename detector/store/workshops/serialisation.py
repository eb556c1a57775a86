"""A room as it is written down: JSON that a later version can still read."""

import json
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from detector.core.errors import StoreError
from detector.core.workshop.votes import QuestionState
from detector.core.workshop.workshop import Agreed, QuestionRound, Screen, ScreenKind, Workshop, WorkshopPhase

SHAPE = 1


@dataclass(frozen=True)
class _Turn:
    question: str
    round: int
    state: QuestionState


@dataclass(frozen=True)
class _Agreed:
    question: str
    round: int
    level: int | None
    dissent: str


@dataclass(frozen=True)
class _Room:
    """A room as written down; `shape` grows when rooms are written in another way."""

    shape: int
    questions: tuple[str, ...]
    groups: tuple[str, ...]
    hidden: bool
    free_text: bool
    state: WorkshopPhase
    turns: tuple[_Turn, ...]
    agreed: tuple[_Agreed, ...]
    screen: ScreenKind
    on_screen: str
    restored: bool = False


_rooms = TypeAdapter(_Room)


def workshop_to_text(room: Workshop) -> str:
    """The room as JSON."""
    written = {
        "shape": SHAPE,
        "questions": room.question_ids,
        "groups": room.groups,
        "hidden": room.hidden,
        "free_text": room.free_text,
        "state": room.phase,
        "turns": [
            {"question": question_round.question_id, "round": question_round.round, "state": state}
            for question_round, state in room.rounds.items()
        ],
        "agreed": [
            {"question": one.question_id, "round": one.round, "level": one.level, "dissent": one.dissent}
            for one in room.agreed.values()
        ],
        "screen": room.screen.kind,
        "on_screen": room.screen.question_id,
        "restored": room.restored,
    }
    return json.dumps(written, ensure_ascii=False)


# The same room is read with every batch of answers and every look of the phones.
@lru_cache(maxsize=8)
def workshop_from_text(text: str) -> Workshop:
    """The room that was written down.

    Raises:
        StoreError: it was written by a newer version or damaged.
    """
    try:
        written = _rooms.validate_json(text)
        if written.shape <= SHAPE:
            return _room(written)
    except ValidationError:
        pass
    raise StoreError(
        "What was kept of this workshop cannot be read: it is damaged or was written by a newer version. Use the "
        "newest version, or restore a backup. Nothing was changed."
    )


def _room(written: _Room) -> Workshop:
    return Workshop(
        question_ids=written.questions,
        groups=written.groups,
        hidden=written.hidden,
        free_text=written.free_text,
        phase=written.state,
        rounds={QuestionRound(one.question, one.round): one.state for one in written.turns},
        agreed={one.question: Agreed(one.question, one.round, one.level, one.dissent) for one in written.agreed},
        screen=Screen(written.screen, written.on_screen),
        restored=written.restored,
    )
