"""The chain over what is written down: each entry sealed together with the one before it. Pure: rows in, seals out.

Whoever changes, removes or moves an entry breaks the chain there, unless they seal everything after it anew. A value
counts by a digest with a salt: without value and salt nobody learns what it was, and the chain still holds.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Fault(StrEnum):
    """What can be wrong with an entry of a chain."""

    MISSING = "missing"
    CHANGED = "changed"
    VALUE_CHANGED = "value changed"
    VALUE_MISSING = "value missing"
    VALUE_BACK = "value back"


@dataclass(frozen=True)
class Change:
    """A change as the chain covers it, without its words; `author` is the id of who made it, None for nobody."""

    number: int
    kind: str
    item_id: str
    changed_at: str
    author: str | None
    undoes: int | None
    digest: str


@dataclass(frozen=True)
class Entry:
    """An entry as it was found, with the link it bears and the one it should bear after the link before it."""

    number: int
    link: str
    expected: str


@dataclass(frozen=True)
class Break:
    """Where a chain is broken, and how."""

    number: int
    fault: Fault


def seal(*parts: str | int | None) -> str:
    """The SHA-256 of these parts, 64 hexadecimal digits; other parts, or the same split elsewhere, give another."""
    return sha256(json.dumps(parts, separators=(",", ":")).encode("ascii")).hexdigest()


def value_digest(salt: str, value: str | None) -> str:
    """What stands for a value in the chain."""
    return seal("value", salt, value)


def author_id(salt: str, name: str) -> str:
    """What stands for a person's name in the chain: 32 digits that tell nothing once salt and name are gone."""
    return seal("author", salt, name)[:32]


def origin(key: str, bank_version: str, created_at: str, created_with: int) -> str:
    """Where an assessment's chain begins: the head of one that never changed."""
    return seal("assessment", key, bank_version, created_at, created_with)


def change_link(previous: str, change: Change) -> str:
    """The link of a change after the link of the one before it, or after the origin."""
    about = (change.kind, change.item_id, change.changed_at, change.author, change.undoes, change.digest)
    return seal("change", previous, change.number, *about)


def breaks(entries: Iterable[Entry]) -> tuple[Break, ...]:
    """Every place where a chain, numbered from 1, is broken; each entry is held to the link before it as found."""
    found: list[Break] = []
    due = 1
    for entry in entries:
        found += [Break(number, Fault.MISSING) for number in range(due, entry.number)]
        if entry.number < due or entry.link != entry.expected:
            found.append(Break(entry.number, Fault.CHANGED))
        due = max(due, entry.number + 1)
    return tuple(found)
