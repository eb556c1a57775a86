"""Erasing for good inside a transaction: each erasing is logged first, or the database refuses it."""

from sqlalchemy import Connection, RowMapping, delete

from detector.core.errors import StoreError
from detector.store import revision_log
from detector.store.authors import authors_named, empty_name, forget_unused
from detector.store.deletion_log import Deleted, log_deletion
from detector.store.heads import head_of
from detector.store.tables import assessments, revision_values


def delete_assessment(connection: Connection, assessment: RowMapping, by: str = "") -> tuple[str, ...]:
    """Erase the assessment with all its changes; the log keeps its last head. The names that went with it."""
    head = head_of(connection, assessment)
    log_deletion(connection, Deleted.ASSESSMENT, assessment["origin"], by, head=head.link)
    connection.execute(delete(assessments).where(assessments.c.key == assessment["key"]))
    return forget_unused(connection)


def erase_value(connection: Connection, assessment: RowMapping, number: int, by: str = "") -> None:
    """Erase what change `number` made of its item; that it was made, when and by whom stays.

    Raises:
        StoreError: there is no such change, it was erased before, or its value stands now.
    """
    change = revision_log.numbered(connection, assessment["key"], number)
    if change is None:
        raise StoreError(f"There is no change {number}. Nothing was erased.")
    if change.erased is not None:
        raise StoreError(f"What change {number} made was erased before. Nothing more was erased.")
    if revision_log.current(connection, assessment, change.item).number == number:
        raise StoreError("What stands now cannot be erased. Change it first, then erase what was there before.")
    erase_words(connection, assessment, number, by)


def erase_words(connection: Connection, assessment: RowMapping, number: int, by: str = "") -> None:
    """Erase the words of change `number`, even where they stand now: the item then reads as never answered."""
    log_deletion(connection, Deleted.VALUE, assessment["origin"], by, change=number)
    of = revision_values.c
    chosen = (of.assessment_key == assessment["key"]) & (of.number == number)
    connection.execute(delete(revision_values).where(chosen))


def erase_name(connection: Connection, name: str, by: str = "") -> int:
    """Erase a person's name from all changes and deletions; from how many authors, 0 if nobody has it."""
    ids = authors_named(connection, name)
    for author in ids:
        # Whoever erases their own name is not named again by it.
        log_deletion(connection, Deleted.NAME, author, "" if by == name else by)
        empty_name(connection, author)
    return len(ids)
