"""What the store keeps of a workshop, what it takes, and its refusals."""

from dataclasses import dataclass
from datetime import date

from detector.core.errors import StoreError
from detector.core.workshop.workshop import QuestionRound, Workshop


@dataclass(frozen=True)
class StoredWorkshop:
    """A workshop as it is kept. `key` is the facilitator's; people join by `join_token`, or by `code` until the end.

    It ends by itself after the day `closes_on`, and is erased after `keep_until`.

    `votes` and `changes` are numbers that grow: where they are the same, nothing that is shown has changed.
    """

    key: str
    join_token: str
    code: str | None
    assessment_key: str
    state: Workshop
    votes: int
    changes: int
    opened_on: date
    closes_on: date
    keep_until: date


@dataclass(frozen=True)
class Ballot:
    """An answer on its way into a workshop; `level` (0-3) is None for "don't know"."""

    workshop_key: str
    person: str
    question_round: QuestionRound
    level: int | None


class UnknownWorkshop(StoreError):  # noqa: N818 - it reads as what it says
    """There is no workshop with that key, join token or code."""

    def __init__(self) -> None:
        """Say so, without the key."""
        super().__init__(
            "There is no workshop here. It may have ended or been erased, or the code may be mistyped: look at the "
            "screen in the room and type it again."
        )


class WorkshopInBin(StoreError):  # noqa: N818 - it reads as what it says
    """The assessment that the workshop was held on lies in the bin: the workshop waits until it is put back."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "This workshop is stopped for now: its assessment was put into the bin. What you answered is kept. "
            "Ask the facilitator, who can put it back; then go on here."
        )


class NotInWorkshop(StoreError):  # noqa: N818 - it reads as what it says
    """An answer cannot be taken: the question is not open, or the person has not joined. Nothing was kept of it."""
