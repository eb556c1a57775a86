"""Workshops as they are found under way: people without browsers, who answer as they are told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from journeys.servers import Server
from journeys.sheets import bank, kept, sheet

from detector.core.answers import AnswerSheet
from detector.core.workshop.workshop import QuestionRound, Workshop, agree, close, open_questions, reveal, start
from detector.store.workshops import Ballot, StoredWorkshop

GROUPS = ("front_line_staff", "trade_unions", "finance")
OPENED, KEEP_UNTIL = date(2026, 11, 22), date(2027, 2, 20)
LEVELS = (0, 0, 1, 1, 2, 2, 3, 3, 3, 3, None, 2, 2, 2, 1, 1)
ASKED = ("MKT1", "STF2", "COM2", "INC2")


@dataclass(frozen=True)
class Held:
    """A workshop that is kept on a server."""

    server: Server
    workshop: StoredWorkshop

    @property
    def control(self) -> str:
        """The address of the facilitator's page."""
        return f"/workshop?assessment={self.workshop.assessment_key}&room={self.workshop.key}"

    @property
    def projector(self) -> str:
        """The address of the projector's page."""
        return f"/projector?door={self.workshop.join_token}"

    def answered(self, question_id: str, levels: Sequence[int | None] = LEVELS, number: int = 1) -> None:
        """Everybody answers the open question."""
        store = self.server.store()
        casts = [
            store.workshops.cast(
                Ballot(self.workshop.key, person_name(place), QuestionRound(question_id, number), level)
            )
            for place, level in enumerate(levels)
        ]
        for cast in casts:
            cast.result(20)
        store.close()

    def change(self, *steps: Callable[[Workshop], Workshop]) -> None:
        """The facilitator takes steps, from another window."""
        store = self.server.store()
        for step in steps:
            store.workshops.change(self.workshop.key, step)
        store.close()

    def shown(self, *question_ids: str) -> None:
        """Questions are asked, answered, closed and shown, one after the other."""
        for each in question_ids:
            self.change(partial(open_questions, question_ids=[each]))
            self.answered(each)
            self.change(partial(close, question_id=each), partial(reveal, question_id=each))

    def agreed_without_the_assessment(self, question_id: str, level: int) -> None:
        """The room agrees a level, and it could not be put over an answer that was changed meanwhile."""
        self.change(partial(agree, question_id=question_id, level=level))


def held(server: Server, answers: AnswerSheet | None = None, asked: Sequence[str] = ASKED) -> Held:
    """A workshop under way on a new assessment, with nothing opened yet: staff, a union, one of finance."""
    return begun(server, answers or sheet({}), asked, (GROUPS[0],) * 10 + (GROUPS[1],) * 5 + (GROUPS[2],))


def crowded(server: Server, asked: Sequence[str]) -> Held:
    """A workshop with five people of every group there is."""
    groups = [person.id for person in bank().stakeholders]
    return begun(server, sheet({}), asked, [group for group in groups for _ in range(5)])


def begun(
    server: Server, answers: AnswerSheet, asked: Sequence[str], people: Sequence[str], *, free_text: bool = False
) -> Held:
    """A workshop under way with people of these groups, or with nobody yet."""
    key = kept(server, answers)
    store = server.store()
    groups = tuple(dict.fromkeys(people)) or GROUPS
    room = Workshop(tuple(asked), groups, free_text=free_text)
    made = store.workshops.create(key, room, OPENED, KEEP_UNTIL)
    for place, group in enumerate(people):
        store.workshops.join(made.key, person_name(place), group)
    workshop = store.workshops.change(made.key, start)
    store.close()
    return Held(server, workshop)


def person_name(place: int) -> str:
    """What is kept of a person."""
    return f"person-{place}"
