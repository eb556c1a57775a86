"""Erasing for good in one transaction: the rows go, the receipt is written, what to look for is kept aside."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from pydantic import JsonValue, TypeAdapter, ValidationError
from sqlalchemy import Connection, delete, func, select

from detector.core.receipts import Counts, EarlierCopy, Kind, Receipt
from detector.store.byte_search import pieces_of
from detector.store.deletion_log import Deleted, log_deletion, workshop_subject
from detector.store.history_erasing import delete_assessment
from detector.store.receipts import subject_of, write_receipt
from detector.store.revisions import UnknownAssessment
from detector.store.tables import assessments, people, remarks, revision_values, revisions, votes, workshops
from detector.store.workshops.records import UnknownWorkshop

_json = TypeAdapter[JsonValue](JsonValue)


@dataclass(frozen=True)
class Traces:
    """What may be left of something erased: pieces of its keys, names and texts, which no file should hold any more.

    `subject` stands for its key in the receipt.
    """

    subject: str
    kind: Kind
    pieces: frozenset[bytes]


def erase_for_good(
    connection: Connection, key: str, copies: tuple[EarlierCopy, ...] = (), by: str = ""
) -> tuple[Traces, ...]:
    """Erase an assessment with all its changes, and before it every workshop held on it; what to look for afterwards.

    `by` is who asked for it: the log of deletions keeps that name; "" keeps none.

    Raises:
        UnknownAssessment: there is none with that key.
    """
    held = select(assessments).where(assessments.c.key == key).with_for_update()
    assessment = connection.execute(held).mappings().first()
    if assessment is None:
        raise UnknownAssessment
    keys = _workshops_of(connection, key, held=True)
    changes = select(func.count()).where(revisions.c.assessment_key == key)
    counts = replace(_counts(connection, keys), changes=connection.execute(changes).scalar_one())
    forgotten = [forget_workshop(connection, each, copies) for each in keys]
    texts = [key, *_texts_of_assessment(connection, key)]
    texts += delete_assessment(connection, assessment, by)
    write_receipt(connection, key, Receipt(Kind.ASSESSMENT, datetime.now(UTC), counts, copies=copies))
    return (*forgotten, Traces(subject_of(key), Kind.ASSESSMENT, pieces_of(texts)))


def forget_workshop(connection: Connection, key: str, copies: tuple[EarlierCopy, ...] = ()) -> Traces:
    """Erase a workshop with everybody's answers and remarks; what to look for afterwards.

    Raises:
        UnknownWorkshop: there is none with that key.
    """
    row = connection.execute(select(workshops).where(workshops.c.key == key).with_for_update()).mappings().first()
    if row is None:
        raise UnknownWorkshop
    texts = [key, str(row["door"]), *_leaves(str(row["room"])), *_texts_of_people(connection, key)]
    counts = _counts(connection, [key])
    log_deletion(connection, Deleted.WORKSHOP, workshop_subject(key))
    connection.execute(delete(workshops).where(workshops.c.key == key))
    held_on = date.fromisoformat(row["opened_on"])
    write_receipt(connection, key, Receipt(Kind.WORKSHOP, datetime.now(UTC), counts, held_on, copies))
    return Traces(subject_of(key), Kind.WORKSHOP, pieces_of(texts))


def _texts_of_assessment(connection: Connection, key: str) -> Iterator[str]:
    of = revision_values.c
    for value in connection.execute(select(of.value).where(of.assessment_key == key)).scalars():
        yield from _leaves(value or "null")


def _texts_of_people(connection: Connection, key: str) -> Iterator[str]:
    yield from connection.execute(select(people.c.person).where(people.c.workshop_key == key)).scalars()
    for remark_id, text in connection.execute(
        select(remarks.c.id, remarks.c.text).where(remarks.c.workshop_key == key)
    ):
        yield remark_id
        yield text


def _leaves(written: str) -> Iterator[str]:
    """Every text inside a JSON text, as it stands in there."""
    try:
        yield from _texts_in(_json.validate_json(written))
    except ValidationError:
        yield written  # damaged: all of it is looked for


def _texts_in(value: JsonValue) -> Iterator[str]:
    match value:
        case str():
            yield json.dumps(value, ensure_ascii=False)[1:-1]
        case dict():
            yield from _texts_in(list(value.values()))
        case list():
            for each in value:
                yield from _texts_in(each)
        case _:
            return


def workshops_of(connection: Connection, assessment_key: str) -> Counts:
    """How much would go with an assessment's workshops."""
    return _counts(connection, _workshops_of(connection, assessment_key))


def _workshops_of(connection: Connection, assessment_key: str, *, held: bool = False) -> Sequence[str]:
    of_it = select(workshops.c.key).where(workshops.c.assessment_key == assessment_key).order_by(workshops.c.key)
    return connection.execute(of_it.with_for_update() if held else of_it).scalars().all()


def _counts(connection: Connection, keys: Sequence[str]) -> Counts:
    counted = [
        connection.execute(select(func.count()).where(table.c.workshop_key.in_(keys))).scalar_one()
        for table in (people, votes, remarks)
    ]
    return Counts(0, len(keys), *counted)
