"""The bin: an assessment that was deleted lies in it until it is put back, or erased for good."""

from datetime import date, datetime

from sqlalchemy import Connection, Engine, select, update

from detector.core.receipts import Counts
from detector.core.retention import bin_ends
from detector.store import revision_log
from detector.store.engine import reading
from detector.store.erasing import workshops_of
from detector.store.error_messages import in_plain_words
from detector.store.listing import listings
from detector.store.revisions import Listing, UnknownAssessment
from detector.store.saving import moment
from detector.store.tables import assessments

MOST_LISTED = 200
_of = assessments.c


class Bin:
    """What was deleted and can still be put back. Every call may raise StoreError."""

    def __init__(self, engine: Engine, place: str) -> None:
        """Use the `bin` of an open store."""
        self._engine, self._place, self._reader = engine, place, reading(engine)

    def put(self, key: str) -> None:
        """Put an assessment into the bin: it is on no list, and kept for 30 days before it is erased for good.

        Raises:
            AssessmentInBin: it lies there already.
            UnknownAssessment: there is none with that key.
        """
        with in_plain_words(self._place), self._engine.begin() as connection:
            revision_log.row_of(connection, key, held=True)
            connection.execute(update(assessments).where(_of.key == key).values(binned_at=moment()))

    def put_back(self, key: str) -> None:
        """Take an assessment out of the bin as it was; one that is not in there stays as it is.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        with in_plain_words(self._place), self._engine.begin() as connection:
            if connection.execute(update(assessments).where(_of.key == key).values(binned_at=None)).rowcount == 0:
                raise UnknownAssessment

    def listed(self) -> tuple[Listing, ...]:
        """The assessments in the bin, the one changed last first."""
        with in_plain_words(self._place), self._reader.connect() as connection:
            return listings(connection, MOST_LISTED, binned=True)

    def workshops_with(self, key: str) -> Counts:
        """How many workshops, people, answers and remarks go with an assessment that is erased."""
        with in_plain_words(self._place), self._reader.connect() as connection:
            return workshops_of(connection, key)


def to_be_erased(connection: Connection, today: date, *, held: bool = False) -> tuple[str, ...]:
    """The keys of those whose last day in the bin is over; `held` there until the transaction ends."""
    chosen = select(_of.key, _of.binned_at).where(_of.binned_at.is_not(None))
    rows = connection.execute(chosen.with_for_update() if held else chosen).all()
    return tuple(str(key) for key, at in rows if bin_ends(datetime.fromisoformat(at).date()) < today)
