"""The two logs of a backup, which go on after those that a database has already."""

from collections.abc import Callable

from sqlalchemy import Connection, Table, insert, select

from detector.store.authors import empty_name
from detector.store.backups.row_copy import Source, all_of, copy_rows
from detector.store.deletion_log import Deleted, creation_link, deletion_link
from detector.store.tables import authors, creations, deletions

_Entry = dict[str, str | int | None]


def go_on_with(source: Source, target: Connection) -> None:
    """Copy the backup's logs; where there are some, add what is not in them, each entry sealed after the last one."""
    for log, about, link in (
        (creations, ("origin",), _creation_link),
        (deletions, ("what", "subject", "change"), deletion_link),
    ):
        there = _entries(target, log)
        if there:
            known = {tuple(entry[column] for column in about) for entry in there}
            more = [
                entry
                for entry in _entries(source.connection, log)
                if tuple(entry[column] for column in about) not in known
            ]
            _add(target, log, there[-1], more, link)
        else:
            copy_rows(source, target, all_of([log]))


def empty_erased_names(target: Connection) -> None:
    """Empty every name that the logs, of the place or of the backup, say was erased."""
    erased = select(deletions.c.subject).where(deletions.c.what == Deleted.NAME.value)
    for author in (
        target.execute(select(authors.c.id).where(authors.c.name != "", authors.c.id.in_(erased))).scalars().all()
    ):
        empty_name(target, author)


def _add(
    target: Connection, log: Table, last: _Entry, entries: list[_Entry], link: Callable[[str, _Entry], str]
) -> None:
    before = str(last["link"])
    for number, entry in enumerate(entries, start=int(str(last["number"])) + 1):
        entry["number"] = number
        before = entry["link"] = link(before, entry)
        target.execute(insert(log), entry)


def _creation_link(before: str, entry: _Entry) -> str:
    return creation_link(before, int(str(entry["number"])), str(entry["origin"]))


def _entries(connection: Connection, log: Table) -> list[_Entry]:
    return [dict(row) for row in connection.execute(select(log).order_by(log.c.number)).mappings()]
