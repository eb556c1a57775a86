"""No entry of a chain is changed, removed, added or moved unseen; what is erased leaves the chain whole."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.core.history import short
from detector.store.chain import (
    Break,
    Change,
    Entry,
    Fault,
    author_id,
    breaks,
    change_link,
    origin,
    seal,
    value_digest,
)

START = origin("a" * 22, "2026.1", "2026-11-22T10:00:00.000000+00:00", 0)
texts = st.text(max_size=8)
changes = st.builds(
    Change,
    number=st.just(0),
    kind=texts,
    item_id=texts,
    changed_at=texts,
    author=st.none() | texts,
    undoes=st.none() | st.integers(0, 99),
    digest=st.builds(value_digest, texts, st.none() | texts),
)
Kept = list[tuple[Change, str]]
parts = st.lists(st.none() | st.integers() | st.text(), max_size=6).map(tuple)


@st.composite
def histories(draw: st.DrawFn, least: int = 1) -> Kept:
    """Changes numbered from 1, each with its link."""
    kept: Kept = []
    before = START
    for number, change in enumerate(draw(st.lists(changes, min_size=least, max_size=6)), start=1):
        numbered = replace(change, number=number)
        before = change_link(before, numbered)
        kept.append((numbered, before))
    return kept


def broken(kept: Kept) -> tuple[Break, ...]:
    """What is found when these rows are read."""
    entries: list[Entry] = []
    before = START
    for change, link in kept:
        entries.append(Entry(change.number, link, change_link(before, change)))
        before = link
    return breaks(entries)


@given(histories(least=0))
def test_what_nobody_touched_is_whole(kept: Kept) -> None:
    assert broken(kept) == ()


@given(histories(), st.data())
def test_a_change_in_any_column_breaks_the_chain_there(kept: Kept, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(kept) - 1))
    change, link = kept[place]
    column = data.draw(st.sampled_from([field.name for field in fields(Change) if field.name != "number"]))
    other = replace(change, **{column: getattr(data.draw(changes), column)})
    kept[place] = (other, link)

    assert broken(kept) == (() if other == change else (Break(change.number, Fault.CHANGED),))


@given(histories(), st.data())
def test_a_changed_link_breaks_the_chain_there(kept: Kept, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(kept) - 1))
    change, link = kept[place]
    digit = data.draw(st.integers(0, 63))
    kept[place] = (change, link[:digit] + ("0" if link[digit] != "0" else "1") + link[digit + 1 :])

    assert Break(change.number, Fault.CHANGED) in broken(kept)


@given(histories(least=2), st.data())
def test_a_removed_change_is_missed(kept: Kept, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(kept) - 2))
    del kept[place]

    assert Break(place + 1, Fault.MISSING) in broken(kept)


@given(histories(), changes, st.data())
def test_a_change_put_in_is_seen(kept: Kept, change: Change, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(kept)))
    number = place + 1
    kept.insert(place, (replace(change, number=number), seal(number)))

    assert broken(kept) != ()


@given(histories(least=2), st.data())
def test_two_changes_that_trade_places_are_seen(kept: Kept, data: st.DataObject) -> None:
    one, other = sorted(data.draw(st.lists(st.integers(0, len(kept) - 1), min_size=2, max_size=2, unique=True)))
    (first, first_link), (second, second_link) = kept[one], kept[other]
    kept[one] = (replace(second, number=first.number), second_link)
    kept[other] = (replace(first, number=second.number), first_link)

    assert broken(kept) != ()


@given(histories(least=2), st.data())
def test_the_head_tells_every_history_from_a_shorter_one(kept: Kept, data: st.DataObject) -> None:
    length = data.draw(st.integers(0, len(kept) - 1))

    assert kept[-1][1] not in [START, *(link for _, link in kept[:length])]


@given(parts, parts)
def test_only_the_same_parts_have_the_same_seal(
    one: tuple[str | int | None, ...], other: tuple[str | int | None, ...]
) -> None:
    assert (seal(*one) == seal(*other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(seal("ab", "c"), seal("a", "bc"), id="text split elsewhere"),
        pytest.param(seal("1"), seal(1), id="a number and its digits"),
        pytest.param(seal(None), seal("null"), id="nothing and a word for it"),
        pytest.param(value_digest("", "a"), value_digest("a", ""), id="a salt and a value"),
        pytest.param(value_digest("s", None), value_digest("s", ""), id="no value and an empty one"),
        pytest.param(seal('a","b'), seal("a", "b"), id="marks of the encoding itself"),
    ],
)
def test_what_could_be_taken_for_each_other_is_told_apart(one: str, other: str) -> None:
    assert one != other


def test_the_seals_stay_what_they_are_for_databases_that_hold_them() -> None:
    change = Change(1, "answer", "MKT1", "2026-11-22T10:00:00.000000+00:00", None, None, value_digest("salt", "é"))

    assert short(START) == "f2f52804b1db"
    assert short(change_link(START, change)) == "5d91da39602b"
    assert author_id("salt", "Ann é") == "8e1b33bf692faf005d05842196337e8a"
