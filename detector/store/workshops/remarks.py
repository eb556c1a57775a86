"""Remarks in people's own words: kept only where the room allows them, shown to nobody before they are released."""

import secrets
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, insert, select, update

from detector.core.text import is_blank, keepable
from detector.core.workshop.workshop import QuestionRound, takes_votes
from detector.store.engine import reading
from detector.store.error_messages import in_plain_words
from detector.store.tables import people, remarks, workshops
from detector.store.workshops.records import NotInWorkshop, UnknownWorkshop
from detector.store.workshops.serialisation import workshop_from_text

LONGEST_REMARK = 500
"""In characters as `remark_length` counts them."""

NOT_ASKED = "This workshop takes no remarks. Say it in the room."
NOT_OPEN = "This question is not open now, so the remark was not kept."
NOT_JOINED = "Join the workshop first: choose your group. Your remark was not kept."
TOO_LONG = f"A remark has at most {LONGEST_REMARK} characters. Shorten it, then send it again: it was not kept."


def remark_text(typed: str) -> str:
    """What is kept of a remark: every break of a line one character, nothing around it, "" where nobody sees any."""
    return "" if is_blank(typed) else keepable(typed).replace("\r\n", "\n").replace("\r", "\n").strip()


def remark_length(text: str) -> int:
    """How long a remark is as the box on the phone counts: a sign beyond the first 65,536 of Unicode counts two."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True)
class Remark:
    """A remark as typed, on a question in a round. `id` names it, and leads to nobody."""

    id: str
    question_round: QuestionRound
    text: str
    released: bool


class Remarks:
    """Where remarks are kept. Every call may raise StoreError, and UnknownWorkshop where there is none."""

    def __init__(self, engine: Engine, place: str) -> None:
        """Use the `remarks` of the workshops."""
        self._engine, self._place, self._reader = engine, place, reading(engine)

    def write(self, key: str, person: str, question_round: QuestionRound, text: str) -> None:
        """Keep a person's remark in place of their earlier one; an empty one takes it back. Screens look again.

        Raises:
            NotInRoom: the room takes no remarks, the question is not open, or the person has not joined.
        """
        typed = remark_text(text)
        with in_plain_words(self._place), self._engine.begin() as connection:
            _refuse(connection, key, person, question_round, typed)
            mine = (remarks.c.workshop_key == key) & (remarks.c.person == person)
            mine &= (remarks.c.question_id == question_round.question_id) & (remarks.c.round == question_round.round)
            connection.execute(delete(remarks).where(mine))
            counted = update(workshops).where(workshops.c.key == key).values(votes=workshops.c.votes + 1)
            connection.execute(counted)
            if typed:
                row = {
                    "question_id": question_round.question_id,
                    "round": question_round.round,
                    "text": typed,
                    "released": 0,
                }
                names = {"workshop_key": key, "person": person, "id": secrets.token_urlsafe(16)}
                connection.execute(insert(remarks), row | names)

    def all(self, key: str) -> tuple[Remark, ...]:
        """Every remark of a workshop, released or not, in an order that tells nothing."""
        chosen = select(remarks).where(remarks.c.workshop_key == key).order_by(remarks.c.id)
        with self._reading() as connection:
            return tuple(
                Remark(row["id"], QuestionRound(row["question_id"], row["round"]), row["text"], bool(row["released"]))
                for row in connection.execute(chosen).mappings()
            )

    def of_person(self, key: str, person: str) -> dict[QuestionRound, str]:
        """One person's own remarks."""
        chosen = select(remarks.c.question_id, remarks.c.round, remarks.c.text).where(
            remarks.c.workshop_key == key, remarks.c.person == person
        )
        with self._reading() as connection:
            return {QuestionRound(row[0], row[1]): row[2] for row in connection.execute(chosen)}

    def release(self, key: str, remark_id: str, *, released: bool = True) -> None:
        """Let the room see a remark, or no longer; the number that screens watch grows."""
        with in_plain_words(self._place), self._engine.begin() as connection:
            counted = update(workshops).where(workshops.c.key == key).values(changes=workshops.c.changes + 1)
            connection.execute(counted)
            one = (remarks.c.workshop_key == key) & (remarks.c.id == remark_id)
            connection.execute(update(remarks).where(one).values(released=int(released)))

    @contextmanager
    def _reading(self) -> Generator[Connection]:
        with in_plain_words(self._place), self._reader.connect() as connection:
            yield connection


def _refuse(connection: Connection, key: str, person: str, question_round: QuestionRound, typed: str) -> None:
    held = select(workshops.c.room).where(workshops.c.key == key).with_for_update()
    text = connection.execute(held).scalar()
    if text is None:
        raise UnknownWorkshop
    room = workshop_from_text(text)
    if not room.free_text:
        raise NotInWorkshop(NOT_ASKED)
    if remark_length(typed) > LONGEST_REMARK:
        raise NotInWorkshop(TOO_LONG)
    if not takes_votes(room, question_round):
        raise NotInWorkshop(NOT_OPEN)
    joined = select(people.c.person).where(people.c.workshop_key == key, people.c.person == person)
    if connection.execute(joined).first() is None:
        raise NotInWorkshop(NOT_JOINED)
