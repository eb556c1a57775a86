"""With every change what the result said is kept, in the same transaction, and nothing recalculates it."""

from editing.editors import Workshop
from store.store_builders import BANK, level, question

from detector.core.answers import sheet_of
from detector.core.kept_result import KeptResult, kept_result
from detector.editing import create
from detector.store import Said

MKT1, MKT2 = question("MKT1"), question("MKT2")


def said(room: Workshop) -> list[KeptResult]:
    return [each.result for each in room.store.results(room.key)]


def test_each_change_keeps_what_the_result_said_after_it(room: Workshop) -> None:
    ann = room.person("Ann")

    ann.shows(MKT1, level(1))
    ann.shows(MKT2, level(3))

    both = {MKT1: level(1), MKT2: level(3)}
    assert said(room) == [
        kept_result(BANK, sheet_of(BANK.version, {MKT1: level(1)})),
        kept_result(BANK, sheet_of(BANK.version, both)),
    ]
    assert [each.number for each in room.store.results(room.key)] == [1, 2]


def test_what_is_only_looked_at_keeps_nothing(room: Workshop) -> None:
    ann = room.person("Ann")
    ann.shows(MKT1, level(1))

    ann.shows(MKT1, level(1))

    assert len(said(room)) == 1


def test_taking_back_a_change_keeps_what_the_result_says_then(room: Workshop) -> None:
    ann = room.person("Ann")
    ann.shows(MKT1, level(1))
    ann.shows(MKT1, level(3))
    change = room.store.last_change(room.key)
    assert change is not None

    ann.undoes(change)

    first, second, third = said(room)
    assert third == first != second


def test_a_file_that_is_brought_in_keeps_what_it_says(room: Workshop) -> None:
    editor = room.person("Ann").editor
    sheet = sheet_of(BANK.version, {MKT1: level(2)})

    key = create(editor, sheet)

    [one] = editor.store.results(key)
    assert isinstance(one, Said)
    assert one.result == kept_result(BANK, sheet)


def test_an_empty_assessment_says_nothing_yet(room: Workshop) -> None:
    key = create(room.person("Ann").editor, sheet_of(BANK.version, {}))

    assert room.store.results(key) == ()
