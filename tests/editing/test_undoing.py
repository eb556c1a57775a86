"""Taking back a change: once, never over what was changed since, and never to what nobody could record."""

from pathlib import Path

import pytest
from editing.editors import Workshop, room_with, store_in
from store.store_builders import OLD_LEVEL, Database, fact, level, question

from detector.core.errors import AnswerError
from detector.editing import last_answer_change
from detector.store import EditConflict, Revision, StoreError
from detector.store.location import sqlite_url

MKT1, MKT2 = question("MKT1"), question("MKT2")


def last(room: Workshop) -> Revision:
    """The latest change of any kind."""
    change = room.store.last_change(room.key)
    assert change is not None
    return change


def test_what_was_there_before_is_there_again_and_seen(room: Workshop) -> None:
    ann = room.person("Ann")
    ann.shows(MKT1, level(1))
    ann.shows(MKT1, level(2))

    ann.undoes(last(room))

    assert room.history(MKT1) == [level(1), level(2), level(1)]
    assert ann.opened.seen[MKT1].value == level(1)
    assert ann.opened.last_saved == room.store.history(room.key, MKT1)[-1]
    assert ann.opened.stored == room.store.load(room.key)


def test_an_undo_cannot_be_undone(room: Workshop) -> None:
    ann = room.person()
    ann.shows(MKT1, level(1))
    ann.undoes(last(room))
    undone = room.store.history(room.key, MKT1)[-1]

    with pytest.raises(StoreError, match="cannot be undone"):
        ann.undoes(undone)

    assert room.kept(MKT1) is None


def test_a_change_is_undone_once_however_often_that_is_pressed(room: Workshop) -> None:
    ann = room.person()
    ann.shows(MKT2, level(3))
    ann.shows(MKT1, level(1))
    change = last(room)

    ann.undoes(change)
    ann.undoes(change)

    assert room.history(MKT1) == [level(1), None]
    assert room.kept(MKT2) == level(3)


def test_what_somebody_changed_since_is_not_undone(room: Workshop) -> None:
    ann, ben = room.person("Ann"), room.person("Ben")
    ann.shows(MKT1, level(1))
    mine = last(room)
    ben.shows(MKT1, level(2))

    with pytest.raises(EditConflict, match="Ben changed"):
        ann.undoes(mine)

    assert room.history(MKT1) == [level(1), level(2)]


def test_undo_offers_the_last_answer_and_passes_over_facts_and_what_was_undone(room: Workshop) -> None:
    ann = room.person()
    ann.shows(MKT1, level(1))
    ann.shows(MKT2, level(2))
    ann.shows(fact("lock"), value := True)
    offered = last_answer_change(ann.editor, ann.opened)
    assert offered is not None
    assert offered.item == MKT2

    ann.undoes(offered)

    offered = last_answer_change(ann.editor, ann.opened)
    assert offered is not None
    assert offered.item == MKT1
    assert room.kept(fact("lock")) is value


def test_what_an_older_version_let_in_is_never_put_back(tmp_path: Path) -> None:
    with store_in(tmp_path) as store:
        room = room_with(store)
        database = Database(sqlite_url(tmp_path / "detector.sqlite3"))
        database.add_old_row(room.key, 1, MKT1, OLD_LEVEL)
        ann = room.person()
        ann.sees(MKT1)
        ann.shows(MKT1, level(2))

        with pytest.raises(AnswerError, match="takes a level from 0 to 3, not 99"):
            ann.undoes(last(room))

        assert room.kept(MKT1) == level(2)
