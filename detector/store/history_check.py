"""One assessment's history held to its chain, its words and the two logs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection, RowMapping, Select, and_, select

from detector.store.chain import Break, Change, Entry, Fault, breaks, change_link, origin, value_digest
from detector.store.deletion_log import Deleted
from detector.store.tables import assessments, revision_values, revisions


class Wrong(StrEnum):
    """What can be wrong with an assessment besides its changes."""

    BEGINNING = "its beginning was changed"
    LATEST = "its last changes were removed, or some were added"
    NOT_BEGUN = "it was put in by hand"
    DELETED = "it was deleted, and was put back by hand"


@dataclass(frozen=True)
class History:
    """A history as found: how many changes, its head, where it is broken, and how many values went on which day."""

    key: str
    changes: int
    head: str
    breaks: tuple[Break, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    erased: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def is_whole(self) -> bool:
        """Whether nothing was changed, removed or added by hand."""
        return not self.breaks and not self.wrong


class Logged:
    """What the two logs say of assessments: those begun, those deleted, and the days on which values were erased."""

    def __init__(self, begun: Sequence[RowMapping], gone: Sequence[RowMapping]) -> None:
        """From the rows of both."""
        self.begun = {str(row["origin"]) for row in begun}
        self.deleted = {str(row["subject"]) for row in gone if row["what"] == Deleted.ASSESSMENT.value}
        self._values = {
            (row["subject"], row["change"]): str(row["on_day"]) for row in gone if row["what"] == Deleted.VALUE.value
        }

    def erased_on(self, start: str, number: int) -> str | None:
        """The day on which that value of the assessment with this origin was erased, None if it was not."""
        return self._values.get((start, number))


def histories(connection: Connection, logged: Logged, key: str | None) -> Iterator[History]:
    """Each assessment's history, or that of one, the first begun first."""
    begun = select(assessments).order_by(assessments.c.created_at, assessments.c.key)
    if key is not None:
        begun = begun.where(assessments.c.key == key)
    for assessment in connection.execute(begun).mappings().all():
        changes = connection.execute(_changes_of(assessment["key"])).mappings().all()
        yield _history(assessment, changes, logged)


def _changes_of(key: str) -> Select[tuple[object, ...]]:
    of, words = revisions.c, revision_values.c
    alike = and_(of.assessment_key == words.assessment_key, of.number == words.number)
    chosen = select(revisions, words.salt, words.value).select_from(revisions.outerjoin(revision_values, alike))
    return chosen.where(of.assessment_key == key).order_by(of.number)


def _history(assessment: RowMapping, changes: Sequence[RowMapping], logged: Logged) -> History:
    start = assessment["origin"]
    days = Counter(
        day for row in changes if row["salt"] is None and (day := logged.erased_on(start, row["number"])) is not None
    )
    return History(
        assessment["key"],
        len(changes),
        str(changes[-1]["link"] if changes else start),
        (*breaks(_entries(start, changes)), *_word_breaks(start, changes, logged)),
        tuple(_wrong(assessment, changes, logged)),
        dict(sorted(days.items())),
    )


def _wrong(assessment: RowMapping, changes: Sequence[RowMapping], logged: Logged) -> Iterator[Wrong]:
    about = [assessment[column] for column in ("key", "bank_version", "created_at", "created_with")]
    if origin(*about) != assessment["origin"]:
        yield Wrong.BEGINNING
    if assessment["latest"] != (changes[-1]["number"] if changes else 0):
        yield Wrong.LATEST
    if assessment["origin"] not in logged.begun:
        yield Wrong.NOT_BEGUN
    if assessment["origin"] in logged.deleted:
        yield Wrong.DELETED


def _entries(start: str, changes: Sequence[RowMapping]) -> Iterator[Entry]:
    before = start
    for row in changes:
        about = (row[column] for column in ("kind", "item_id", "changed_at", "author", "undoes", "digest"))
        yield Entry(row["number"], row["link"], change_link(before, Change(row["number"], *about)))
        before = row["link"]


def _word_breaks(start: str, changes: Sequence[RowMapping], logged: Logged) -> Iterator[Break]:
    for row in changes:
        number, erased = row["number"], logged.erased_on(start, row["number"]) is not None
        if row["salt"] is None:
            if not erased:
                yield Break(number, Fault.VALUE_MISSING)
        elif erased:
            yield Break(number, Fault.VALUE_BACK)
        elif value_digest(row["salt"], row["value"]) != row["digest"]:
            yield Break(number, Fault.VALUE_CHANGED)
