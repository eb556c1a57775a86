"""Erasing that checks its own effect: what was erased is looked for afterwards, until nothing holds it up."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from detector.core.errors import StoreError
from detector.core.receipts import OPEN_FINDINGS, EarlierCopy, Look, Receipt
from detector.store.bin import to_be_erased
from detector.store.engine import reading
from detector.store.erasing import Traces, erase_for_good, forget_workshop
from detector.store.error_messages import in_plain_words
from detector.store.receipts import read_receipt, still_open, write_look
from detector.store.safety_copy import earlier_copies
from detector.store.traces import look_for


class Eraser:
    """Erases for good, and keeps receipts. Every call may raise StoreError. Safe to share between threads."""

    def __init__(self, engine: Engine, place: str) -> None:
        """Use the `eraser` of an open store."""
        self._engine, self._place, self._reader = engine, place, reading(engine)
        # What to look for is known to this process alone: written down it would be kept after all.
        self._traces: dict[str, Traces] = {}

    def assessment(self, key: str, by: str = "") -> Receipt:
        """Erase an assessment and its workshops for good, as somebody asked; what was found of it afterwards.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        with in_plain_words(self._place), self._engine.begin() as connection:
            traces = self._known(erase_for_good(connection, key, self._copies(), by))
        return self._checked(key, traces)

    def from_bin(self, key: str, today: date) -> Receipt | None:
        """Erase an assessment whose time in the bin is over; None where somebody has put it back in the meantime."""
        with in_plain_words(self._place), self._engine.begin() as connection:
            if key not in to_be_erased(connection, today, held=True):
                return None
            traces = self._known(erase_for_good(connection, key, self._copies()))
        return self._checked(key, traces)

    def workshop(self, key: str) -> Receipt:
        """Erase a workshop with everybody's answers for good; what was found of it afterwards.

        Raises:
            UnknownWorkshop: there is none with that key.
        """
        with in_plain_words(self._place), self._engine.begin() as connection:
            traces = self._known([forget_workshop(connection, key, self._copies())])
        return self._checked(key, traces)

    def receipt(self, key: str) -> Receipt | None:
        """The receipt for what had this key, None where nothing with it was erased."""
        with in_plain_words(self._place), self._reader.connect() as connection:
            return read_receipt(connection, key)

    def finish(self) -> int:
        """Look again for whatever was held up; how much still is."""
        with in_plain_words(self._place), self._reader.connect() as connection:
            waiting = still_open(connection)
        wanted = [self._traces.get(subject, Traces(subject, kind, frozenset())) for subject, kind in waiting]
        looks = self._look(wanted) if wanted else []
        return sum(look.finding in OPEN_FINDINGS for look in looks)

    def earlier_copies(self) -> tuple[EarlierCopy, ...]:
        """The copies of the database that were made before its tables were changed, and still hold what is erased."""
        with in_plain_words(self._place):
            return self._copies()

    def _copies(self) -> tuple[EarlierCopy, ...]:
        return earlier_copies(Path(self._place)) if self._engine.dialect.name == "sqlite" else ()

    def _known(self, traces: Sequence[Traces]) -> Sequence[Traces]:
        """The same, remembered: before anybody can see that it was erased, who looks again must know for what."""
        self._traces |= {each.subject: each for each in traces}
        return traces

    def _checked(self, key: str, traces: Sequence[Traces]) -> Receipt:
        # It is erased, whatever becomes of the look: the next one tells.
        with suppress(StoreError):
            self._look(traces)
        receipt = self.receipt(key)
        if receipt is None:
            raise KeyError(key)
        return receipt

    def _look(self, wanted: Sequence[Traces]) -> list[Look]:
        """What is found of each now; it is added to the receipts."""
        with in_plain_words(self._place):
            looks = look_for(self._engine, self._place, wanted)
            with self._engine.begin() as connection:
                for traces, look in zip(wanted, looks, strict=True):
                    write_look(connection, traces.subject, traces.kind, look)
        for traces, look in zip(wanted, looks, strict=True):
            if look.finding not in OPEN_FINDINGS:
                self._traces.pop(traces.subject, None)
        return looks
