"""The list of assessments that were changed last."""

from collections import Counter
from datetime import datetime

from sqlalchemy import Connection, func, select

from detector.core.answers import ItemKind, Service
from detector.store.revision_log import value_in, with_words
from detector.store.revisions import Listing
from detector.store.tables import assessments, revision_values, revisions


def listings(connection: Connection, limit: int, *, binned: bool = False) -> tuple[Listing, ...]:
    """At most `limit` assessments, the one changed last first; those in the bin only where `binned`."""
    newest = select(assessments).order_by(assessments.c.changed_at.desc(), assessments.c.key).limit(limit)
    wanted = assessments.c.binned_at.is_not(None) if binned else assessments.c.binned_at.is_(None)
    rows = connection.execute(newest.where(wanted)).mappings().all()
    keys = [str(row["key"]) for row in rows]
    services = _services(connection, keys)
    answered = _answered(connection, keys)
    return tuple(
        Listing(
            key=key,
            name=services.get(key, Service()).name,
            council=services.get(key, Service()).council,
            changed_at=datetime.fromisoformat(row["changed_at"]),
            answered=answered[key],
            bank_version=row["bank_version"],
            binned_at=datetime.fromisoformat(row["binned_at"]) if binned else None,
        )
        for key, row in zip(keys, rows, strict=True)
    )


def _services(connection: Connection, keys: list[str]) -> dict[str, Service]:
    of = revisions.c
    chosen = (
        with_words()
        .where(of.assessment_key.in_(keys), of.kind == ItemKind.SERVICE.value)
        .order_by(of.assessment_key, of.number)
    )
    services: dict[str, Service] = {}
    for row in connection.execute(chosen).mappings():
        value = value_in(row)
        services[row["assessment_key"]] = value if isinstance(value, Service) else Service()
    return services


def _answered(connection: Connection, keys: list[str]) -> Counter[str]:
    of, words = revisions.c, revision_values.c
    newest = (
        select(of.assessment_key, func.max(of.number).label("number"))
        .where(of.assessment_key.in_(keys), of.kind == ItemKind.ANSWER.value)
        .group_by(of.assessment_key, of.item_id)
        .subquery()
    )
    counted = (
        select(of.assessment_key)
        .join(newest, (newest.c.assessment_key == of.assessment_key) & (newest.c.number == of.number))
        .join(revision_values, (words.assessment_key == of.assessment_key) & (words.number == of.number))
        .where(words.value.is_not(None))
    )
    return Counter(str(key) for key in connection.execute(counted).scalars())
