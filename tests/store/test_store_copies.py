"""Which assessments began as one sheet, so that a worked example is not copied at every click."""

from dataclasses import replace

import pytest
from store.store_builders import EMPTY, FULL, checked, checked_sheet, level, question, undo

from detector.core.answers import AnswerSheet, Service
from detector.store import Store


@pytest.mark.parametrize("sheet", [pytest.param(EMPTY, id="empty"), pytest.param(FULL, id="with everything")])
def test_copies_of_a_sheet_are_found_the_one_changed_last_first(store: Store, sheet: AnswerSheet) -> None:
    first, second = store.create(checked_sheet(sheet)), store.create(checked_sheet(sheet))
    assert store.begun_as(sheet) == (second, first)

    store.save(first, checked(question("STF9"), level(1)), seen=0)

    assert store.begun_as(sheet) == (first, second)
    assert store.begun_as(sheet, still_so=True) == (second,)


def test_a_change_that_was_undone_is_still_a_change(store: Store) -> None:
    key = store.create(checked_sheet(FULL))
    saved = store.save(key, checked(question("STF9"), level(1)), seen=0)

    undo(store, key, saved)

    assert store.begun_as(FULL) == (key,)
    assert store.begun_as(FULL, still_so=True) == ()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(FULL, bank_version="2025.1"), id="on another bank"),
        pytest.param(replace(FULL, service=Service("Parks")), id="of another service"),
        pytest.param(replace(FULL, answers={**FULL.answers, "MKT2": level(1)}), id="with another answer"),
        pytest.param(replace(FULL, facts={**FULL.facts, "lock": 1}), id="with 1 for yes"),
        pytest.param(replace(FULL, plan={}), id="with less"),
        pytest.param(EMPTY, id="that was empty"),
    ],
)
def test_other_sheets_are_no_copies(store: Store, other: AnswerSheet) -> None:
    store.create(checked_sheet(FULL))

    assert store.begun_as(other) == ()
