"""Which assessments began as the same sheet: copies of one worked example, or of one older assessment."""

from sqlalchemy import Connection, select

from detector.core.answers import AnswerSheet, items_of
from detector.core.text import keepable
from detector.store.serialisation import to_text
from detector.store.tables import assessments, revision_values, revisions

_Written = frozenset[tuple[str, str, str | None]]


def begun_as(connection: Connection, sheet: AnswerSheet, *, still_so: bool) -> tuple[str, ...]:
    """The keys of all assessments created with exactly this sheet and not in the bin, the one changed last first.

    Where `still_so`, only those in which nothing was changed since.
    """
    wanted = frozenset((item.kind.value, item.id, to_text(item, value)) for item, value in items_of(sheet).items())
    of = assessments.c
    alike = (
        select(of.key, of.created_with)
        .where(of.bank_version == keepable(sheet.bank_version), of.created_with == len(wanted))
        .where(of.binned_at.is_(None))
        .order_by(of.changed_at.desc(), of.key)
    )
    if still_so:
        alike = alike.where(of.latest == of.created_with)
    rows = connection.execute(alike).all()
    return tuple(str(key) for key, created_with in rows if _begun(connection, key, created_with) == wanted)


def _begun(connection: Connection, key: str, created_with: int) -> _Written:
    of, words = revisions.c, revision_values.c
    alike = (of.assessment_key == words.assessment_key) & (of.number == words.number)
    first = select(of.kind, of.item_id, words.value).join(revision_values, alike)
    rows = connection.execute(first.where(of.assessment_key == key, of.number <= created_with))
    return frozenset((kind, item_id, value) for kind, item_id, value in rows)
