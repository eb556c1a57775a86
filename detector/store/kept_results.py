"""What each change made the result say: written with the change, read back, and never worked out anew."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, RowMapping, insert, select

from detector.core.answers import AnswerSheet
from detector.core.errors import StoreError
from detector.core.kept_result import KeptResult
from detector.store import revision_log
from detector.store.tables import kept_results

Telling = Callable[[AnswerSheet], KeptResult]
"""What works out from the answers as they are kept what the result says."""

_TENTHS = 10
_held = TypeAdapter(tuple[str, ...])


@dataclass(frozen=True)
class Said:
    """What the result said after the change with that number, on the day it was made (UTC)."""

    number: int
    on: date
    result: KeptResult


def keep_result(connection: Connection, key: str, telling: Telling) -> None:
    """Write down what the result says after the latest change, in the transaction of that change."""
    row = revision_log.row_of(connection, key)
    if not row["latest"]:
        return
    told = telling(revision_log.stored(row, revision_log.latest_of_each(connection, key)).sheet)
    connection.execute(
        insert(kept_results),
        {
            "assessment_key": key,
            "number": row["latest"],
            "bank": told.bank_version,
            "on_day": datetime.now(UTC).date().isoformat(),
            "verdict": told.verdict,
            "label": told.label,
            "score": _tenths(told.score),
            "low": _tenths(told.low),
            "high": _tenths(told.high),
            "confidence": round(told.confidence * _TENTHS),
            "answered": told.answered,
            "provisional": int(told.provisional),
            "held": json.dumps(told.held, ensure_ascii=False),
        },
    )


def results_of(connection: Connection, key: str) -> tuple[Said, ...]:
    """What the result said after each change since results are kept, the first one first.

    Raises:
        StoreError: one of them cannot be read.
    """
    chosen = select(kept_results).where(kept_results.c.assessment_key == key).order_by(kept_results.c.number)
    return tuple(_said(row) for row in connection.execute(chosen).mappings())


def _said(row: RowMapping) -> Said:
    try:
        held = _held.validate_json(row["held"])
        on = date.fromisoformat(row["on_day"])
    except (ValidationError, ValueError) as error:
        raise StoreError(
            f"What the result said after change {row['number']} cannot be read: it is damaged. Restore a backup. "
            "Nothing was changed."
        ) from error
    result = KeptResult(
        bank_version=row["bank"],
        verdict=row["verdict"],
        label=row["label"],
        score=_of_100(row["score"]),
        low=_of_100(row["low"]),
        high=_of_100(row["high"]),
        confidence=row["confidence"] / _TENTHS,
        answered=row["answered"],
        provisional=bool(row["provisional"]),
        held=held,
    )
    return Said(row["number"], on, result)


def _tenths(of_100: float | None) -> int | None:
    return None if of_100 is None else round(of_100 * _TENTHS)


def _of_100(tenths: int | None) -> float | None:
    return None if tenths is None else tenths / _TENTHS
