"""Where the chain of an assessment ends, and where a printed head stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from detector.core.history import Head
from detector.store.tables import assessments, revisions


@dataclass(frozen=True)
class Found:
    """The history that a printed head belongs to: its assessment, and after how many changes it was printed."""

    key: str
    changes: int


def link_of(connection: Connection, assessment: RowMapping | Mapping[str, object], number: int) -> str:
    """The link of that change of the assessment, or where the chain begins for 0."""
    chosen = select(revisions.c.link).where(
        revisions.c.assessment_key == assessment["key"], revisions.c.number == number
    )
    # Where somebody removed the change, saving goes on all the same: `verify` says what is missing.
    return str(connection.execute(chosen).scalar() or assessment["origin"])


def head_of(connection: Connection, assessment: RowMapping, changes: int | None = None) -> Head:
    """The head of the assessment's history as it is now, or as it was after so many changes."""
    after: int = assessment["latest"] if changes is None else changes
    return Head(after, link_of(connection, assessment, after))


def find_head(connection: Connection, printed: str) -> tuple[Found, ...]:
    """Every place in a history whose link begins like this, the whole head or the letters that a document prints.

    One that is in no history was printed from another one: of a deleted assessment, of another database, or of one
    that was written anew.
    """
    begins = printed.strip().lower()
    if not begins or not set(begins) <= set("0123456789abcdef"):
        return ()
    link = select(revisions.c.assessment_key, revisions.c.number).where(revisions.c.link.startswith(begins))
    start = select(assessments.c.key).where(assessments.c.origin.startswith(begins))
    found = [Found(key, 0) for key in connection.execute(start).scalars()]
    found += [Found(key, number) for key, number in connection.execute(link.order_by(revisions.c.number))]
    return tuple(found)
