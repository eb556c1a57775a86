"""What is told of something that was erased: what went, what was looked for afterwards, and what is still to follow.

A receipt holds no name and no content.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What was erased."""

    ASSESSMENT = "assessment"
    WORKSHOP = "workshop"


class Finding(StrEnum):
    """What is known of the traces of what was erased."""

    ERASED = "erased"
    """The rows are deleted; nobody has looked yet."""
    HELD_UP = "held_up"
    """Another program still reads the database as it was before: it is tried again."""
    CHECKED = "checked"
    """The file and its journal were searched, and nothing was found."""
    FOUND = "found"
    """The file and its journal were searched, and something was found."""
    EMPTIED = "emptied"
    """The journal is empty; the program was started again in between, and no longer knew what to search for."""
    ON_SERVER = "on_server"
    """A PostgreSQL database, whose own journal and backups nobody can search from here."""


OPEN_FINDINGS = frozenset({Finding.ERASED, Finding.HELD_UP})
"""Another look follows."""


@dataclass(frozen=True)
class Counts:
    """How much went: of an assessment its changes and workshops, of workshops their people, answers and remarks."""

    changes: int = 0
    workshops: int = 0
    people: int = 0
    votes: int = 0
    remarks: int = 0


@dataclass(frozen=True)
class EarlierCopy:
    """A copy of the database made before its tables were changed: its file name, and when it goes by itself."""

    name: str
    goes_on: date


@dataclass(frozen=True)
class Look:
    """One look at what is left.

    `sought` is how many pieces of what was erased were searched for, `found` how many were there, and `elsewhere` how
    many stand in something else that is kept too, so that finding them tells nothing. Of a PostgreSQL database
    `vacuumed` tells whether it cleaned its tables when asked.
    """

    finding: Finding
    at: datetime
    sought: int = 0
    found: int = 0
    elsewhere: int = 0
    vacuumed: bool = False


@dataclass(frozen=True)
class Receipt:
    """What was erased and when; `held_on` is the day of a workshop. `looks` are those after it, the latest last."""

    kind: Kind
    at: datetime
    counts: Counts
    held_on: date | None = None
    copies: tuple[EarlierCopy, ...] = ()
    looks: tuple[Look, ...] = ()
