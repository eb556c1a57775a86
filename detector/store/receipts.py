"""Receipts of what was erased: written in parts, never changed, found again by the key of what is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, select

from detector.core.receipts import OPEN_FINDINGS, Counts, EarlierCopy, Finding, Kind, Look, Receipt
from detector.store.engine import add_unless_there
from detector.store.tables import receipts

SHAPE = 1
_of = receipts.c


@dataclass(frozen=True)
class _Erased:
    """What the first part tells."""

    shape: int
    counts: Counts
    held_on: date | None
    copies: tuple[EarlierCopy, ...]


@dataclass(frozen=True)
class _Looked:
    """What a later part tells."""

    shape: int
    look: Look


_erased, _looked = TypeAdapter(_Erased), TypeAdapter(_Looked)


def subject_of(key: str) -> str:
    """What stands in a receipt for the key of what was erased: it leads to the receipt, and back to nothing."""
    return sha256(key.encode(errors="replace")).hexdigest()


def write_receipt(connection: Connection, key: str, receipt: Receipt) -> None:
    """Write down what was erased, in the transaction that erases it."""
    told = _Erased(SHAPE, receipt.counts, receipt.held_on, receipt.copies)
    _add(connection, subject_of(key), receipt.kind, Look(Finding.ERASED, receipt.at), _erased.dump_json(told))


def write_look(connection: Connection, subject: str, kind: Kind, look: Look) -> None:
    """Add what a look afterwards found, unless it says the same as the one before, or that one was the last."""
    chosen = select(_of.state).where(_of.subject == subject).order_by(_of.part.desc()).limit(1)
    last = Finding(connection.execute(chosen).scalar_one())
    if last in OPEN_FINDINGS and last is not look.finding:
        _add(connection, subject, kind, look, _looked.dump_json(_Looked(SHAPE, look)))


def _add(connection: Connection, subject: str, kind: Kind, look: Look, told: bytes) -> None:
    part = select(func.coalesce(func.max(_of.part), 0) + 1).where(_of.subject == subject)
    row = {
        "subject": subject,
        "part": connection.execute(part).scalar_one(),
        "kind": kind.value,
        "at": look.at.isoformat(timespec="microseconds"),
        "state": look.finding.value,
        "told": told.decode(),
    }
    # Two servers may look at the same moment: the first to say so is right.
    add_unless_there(connection, receipts, row)


def read_receipt(connection: Connection, key: str) -> Receipt | None:
    """The receipt for what had this key, None where nothing with it was erased."""
    chosen = select(receipts).where(_of.subject == subject_of(key)).order_by(_of.part)
    rows = connection.execute(chosen).mappings().all()
    if not rows:
        return None
    first, told = rows[0], _erased.validate_json(rows[0]["told"])
    # Two servers that erased at the same moment may each have written a first part.
    later = [row for row in rows[1:] if row["state"] != Finding.ERASED.value]
    looks: Sequence[Look] = [_looked.validate_json(row["told"]).look for row in later]
    return Receipt(
        Kind(first["kind"]), datetime.fromisoformat(first["at"]), told.counts, told.held_on, told.copies, tuple(looks)
    )


def still_open(connection: Connection) -> tuple[tuple[str, Kind], ...]:
    """Whatever still has to be looked at: what stands for its key, and what it was."""
    last = select(_of.subject, func.max(_of.part).label("part")).group_by(_of.subject).subquery()
    chosen = select(_of.subject, _of.kind).join(last, (_of.subject == last.c.subject) & (_of.part == last.c.part))
    wanted = chosen.where(_of.state.in_([finding.value for finding in OPEN_FINDINGS]))
    return tuple((str(subject), Kind(kind)) for subject, kind in connection.execute(wanted))
