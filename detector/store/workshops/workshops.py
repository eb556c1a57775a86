"""The workshops: opening, joining, answering, and the facilitator's steps."""

import secrets
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import date

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, insert, select, update

from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import QuestionRound, Workshop, WorkshopPhase
from detector.store.engine import reading
from detector.store.error_messages import in_plain_words
from detector.store.tables import assessments, people, votes, workshops
from detector.store.workshops.batch_writer import Writer
from detector.store.workshops.counting import count_answered, count_joined
from detector.store.workshops.joining import free_code, join_workshop
from detector.store.workshops.records import Ballot, NotInWorkshop, StoredWorkshop, UnknownWorkshop, WorkshopInBin
from detector.store.workshops.remarks import Remarks
from detector.store.workshops.serialisation import workshop_from_text, workshop_to_text
from detector.store.workshops.voting import keep_votes


class Workshops:
    """Where workshops are kept. What is acknowledged is on the disk. Safe to share between threads.

    Every call but `cast` and `close` may raise StoreError, and UnknownWorkshop where there is none.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        """Use the `workshops` of an open store."""
        self._engine, self._place, self._reader = engine, place, reading(engine)
        self._writer = Writer(self._keep)
        self.remarks = Remarks(engine, place)

    def create(
        self, assessment_key: str, room: Workshop, opened_on: date, keep_until: date, *, closes_on: date | None = None
    ) -> StoredWorkshop:
        """A new workshop on an assessment, with a code that no other open one has. None: it ends when it is erased."""
        key, join_token = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
        with self._writing() as connection:
            row = {
                "key": key,
                "door": join_token,
                "code": free_code(connection),
                "assessment_key": assessment_key,
                "room": workshop_to_text(room),
                "votes": 0,
                "changes": 0,
                "opened_on": opened_on.isoformat(),
                "closes_on": (closes_on or keep_until).isoformat(),
                "keep_until": keep_until.isoformat(),
            }
            connection.execute(insert(workshops), row)
        return self.load(key)

    def load(self, key: str) -> StoredWorkshop:
        """The workshop as it is kept now, by the facilitator's key."""
        with self._reading() as connection:
            return _workshop(_row_of(connection, key))

    def behind(self, *, join_token: str = "", code: str = "") -> StoredWorkshop:
        """The workshop behind a join token, or behind the code of an open one.

        Raises:
            WorkshopInBin: its assessment lies in the bin.
        """
        column, wanted = (workshops.c.door, join_token) if join_token else (workshops.c.code, code)
        with self._reading() as connection:
            held_on = select(workshops, assessments.c.binned_at).join(assessments)
            row = connection.execute(held_on.where(column == wanted)).mappings().first()
        if row is None:
            raise UnknownWorkshop
        if row["binned_at"] is not None:
            raise WorkshopInBin
        return _workshop(row)

    def of_assessment(self, assessment_key: str) -> tuple[StoredWorkshop, ...]:
        """Every workshop held on an assessment, the latest last."""
        chosen = select(workshops).where(workshops.c.assessment_key == assessment_key).order_by(workshops.c.opened_on)
        with self._reading() as connection:
            return tuple(_workshop(row) for row in connection.execute(chosen).mappings())

    def change(self, key: str, step: Callable[[Workshop], Workshop]) -> StoredWorkshop:
        """The workshop after one step of the facilitator; what the step refuses changes nothing."""
        with self._writing() as connection:
            row = _row_of(connection, key, held=True)
            room = step(workshop_from_text(row["room"]))
            ended = room.phase is WorkshopPhase.ENDED
            after = {
                "room": workshop_to_text(room),
                "changes": row["changes"] + 1,
                "code": None if ended else row["code"],
            }
            connection.execute(update(workshops).where(workshops.c.key == key).values(after))
        return self.load(key)

    def join(self, key: str, person: str, group: str) -> None:
        """Note which group a person belongs to.

        Raises:
            NotInRoom: there is no such group, the workshop has ended, or the person has answered for another group.
        """
        with self._writing() as connection:
            join_workshop(
                connection, workshop_from_text(_row_of(connection, key, held=True)["room"]), key, person, group
            )

    def cast(self, cast: Ballot) -> "Future[None]":
        """A promise that ends when the answer is on the disk; it raises NotInRoom or StoreError where it is not."""
        return self._writer.submit(cast)

    def votes(self, key: str) -> tuple[Vote, ...]:
        """Every answer of the workshop, one a person, question and round."""
        chosen = select(votes.c.person, votes.c.group_id, votes.c.question_id, votes.c.round, votes.c.level)
        with self._reading() as connection:
            _row_of(connection, key)
            found = connection.execute(chosen.where(votes.c.workshop_key == key)).all()
        return tuple(Vote(*row) for row in found)

    def answers_of(self, key: str, person: str) -> tuple[str | None, tuple[Vote, ...]]:
        """One person's group, None where they have not joined, and their own answers."""
        mine = select(votes.c.person, votes.c.group_id, votes.c.question_id, votes.c.round, votes.c.level).where(
            votes.c.workshop_key == key, votes.c.person == person
        )
        belongs = select(people.c.group_id).where(people.c.workshop_key == key, people.c.person == person)
        with self._reading() as connection:
            group = connection.execute(belongs).scalar()
            return group, tuple(Vote(*row) for row in connection.execute(mine))

    def joined(self, key: str) -> Counter[str]:
        """How many joined, by group."""
        with self._reading() as connection:
            return count_joined(connection, key)

    def answered(self, key: str, question_round: QuestionRound) -> Counter[str]:
        """How many answered a question in one round, by group."""
        with self._reading() as connection:
            return count_answered(connection, key, question_round)

    def overdue(self, today: date) -> tuple[str, ...]:
        """The keys of workshops whose answers should be erased by now."""
        return self._keys(workshops.c.keep_until < today.isoformat())

    def left_open(self, today: date) -> tuple[str, ...]:
        """The keys of workshops that have not ended, and whose last day has passed."""
        return self._keys((workshops.c.closes_on < today.isoformat()) & workshops.c.code.is_not(None))

    def _keys(self, which: ColumnElement[bool]) -> tuple[str, ...]:
        with self._reading() as connection:
            return tuple(connection.execute(select(workshops.c.key).where(which)).scalars())

    def close(self) -> None:
        """Keep what is still on its way, then stop writing."""
        self._writer.stop()

    def _keep(self, casts: Sequence[Ballot]) -> Sequence[NotInWorkshop | None]:
        with self._writing() as connection:
            return keep_votes(connection, casts)

    @contextmanager
    def _reading(self) -> Generator[Connection]:
        with in_plain_words(self._place), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Generator[Connection]:
        with in_plain_words(self._place), self._engine.begin() as connection:
            yield connection


def _row_of(connection: Connection, key: str, *, held: bool = False) -> RowMapping:
    chosen = select(workshops).where(workshops.c.key == key)
    row = connection.execute(chosen.with_for_update() if held else chosen).mappings().first()
    if row is None:
        raise UnknownWorkshop
    return row


def _workshop(row: RowMapping) -> StoredWorkshop:
    return StoredWorkshop(
        key=row["key"],
        join_token=row["door"],
        code=row["code"],
        assessment_key=row["assessment_key"],
        state=workshop_from_text(row["room"]),
        votes=row["votes"],
        changes=row["changes"],
        opened_on=date.fromisoformat(row["opened_on"]),
        closes_on=date.fromisoformat(row["closes_on"]),
        keep_until=date.fromisoformat(row["keep_until"]),
    )
