"""Keeping a batch of answers in one transaction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from detector.core.answers import is_level
from detector.core.workshop.workshop import Workshop, takes_votes
from detector.store.tables import people, votes, workshops
from detector.store.workshops.records import Ballot, NotInWorkshop
from detector.store.workshops.serialisation import workshop_from_text

_KEY = ("workshop_key", "question_id", "round", "person")

CLOSED = "This question is not open for answers now. Your answer was not kept; what you answered before was."
NOT_JOINED = "Join the workshop first: choose your group. Your answer was not kept."
NO_SUCH_LEVEL = "That is not one of the answers to this question. Your answer was not kept."
NO_WORKSHOP = "There is no such workshop any more. Your answer was not kept."


def keep_votes(connection: Connection, casts: Sequence[Ballot]) -> list[NotInWorkshop | None]:
    """None for each answer kept, or why it was not taken; the last of equal person, question and round counts."""
    by_workshop: defaultdict[str, list[int]] = defaultdict(list)
    for index, cast in enumerate(casts):
        by_workshop[cast.workshop_key].append(index)
    outcomes: list[NotInWorkshop | None] = [None] * len(casts)
    # In the order of their keys, so that two servers never wait for each other.
    for key in sorted(by_workshop):
        indices = by_workshop[key]
        found = _keep_in_one(connection, key, [casts[index] for index in indices])
        for index, outcome in zip(indices, found, strict=True):
            outcomes[index] = outcome
    return outcomes


def _keep_in_one(connection: Connection, key: str, casts: Sequence[Ballot]) -> list[NotInWorkshop | None]:
    # Counting up first holds the row: the facilitator's next step waits until these answers are in.
    counted = update(workshops).where(workshops.c.key == key).values(votes=workshops.c.votes + 1)
    text = connection.execute(counted.returning(workshops.c.room)).scalar()
    if text is None:
        return [NotInWorkshop(NO_WORKSHOP) for _ in casts]
    room, groups = workshop_from_text(text), _groups_of(connection, key, casts)
    refusals = [_refusal(room, groups, cast) for cast in casts]
    taken = {
        (cast.question_round, cast.person): _row(cast, groups[cast.person])
        for cast, refusal in zip(casts, refusals, strict=True)
        if refusal is None
    }
    if taken:
        _put(connection, list(taken.values()))
    return refusals


def _groups_of(connection: Connection, key: str, casts: Sequence[Ballot]) -> Mapping[str, str]:
    wanted = {cast.person for cast in casts}
    chosen = select(people.c.person, people.c.group_id).where(
        people.c.workshop_key == key, people.c.person.in_(wanted)
    )
    return {row.person: row.group_id for row in connection.execute(chosen)}


def _refusal(room: Workshop, groups: Mapping[str, str], cast: Ballot) -> NotInWorkshop | None:
    if cast.level is not None and not is_level(cast.level):
        return NotInWorkshop(NO_SUCH_LEVEL)
    if cast.person not in groups:
        return NotInWorkshop(NOT_JOINED)
    return None if takes_votes(room, cast.question_round) else NotInWorkshop(CLOSED)


def _row(cast: Ballot, group: str) -> dict[str, str | int | None]:
    return {
        "workshop_key": cast.workshop_key,
        "question_id": cast.question_round.question_id,
        "round": cast.question_round.round,
        "person": cast.person,
        "group_id": group,
        "level": cast.level,
    }


def _put(connection: Connection, rows: list[dict[str, str | int | None]]) -> None:
    """One row a person, question and round: a later answer takes the place of an earlier one."""
    if connection.dialect.name == "sqlite":
        wanted = sqlite.insert(votes)
        wanted = wanted.on_conflict_do_update(
            index_elements=_KEY, set_={"level": wanted.excluded.level, "group_id": wanted.excluded.group_id}
        )
    else:
        wanted = postgresql.insert(votes)
        wanted = wanted.on_conflict_do_update(
            index_elements=_KEY, set_={"level": wanted.excluded.level, "group_id": wanted.excluded.group_id}
        )
    connection.execute(wanted, rows)
