"""Whatever is done in whatever order, the store holds what a plain model of it holds."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.store_builders import EMPTY, FULL, action, checked, checked_sheet, fact, level, question, undo, weight

from detector.core.answers import AnswerSheet, Item, ItemValue, PlannedAction, items_of, sheet_of
from detector.store import EditConflict, Store

VALUES: dict[Item, list[ItemValue]] = {
    question("MKT1"): [level(0), level(3, "note"), None],
    question("STF1"): [level(1), level(2), None],
    fact("lock"): [True, False, None],
    fact("finance"): [("loan",), ("loan", "shares"), None],
    weight("market"): [10.0, 12.5, None],
    action("brief_staff"): [PlannedAction("Jo"), PlannedAction("Jo", "2027-03-01"), PlannedAction(done=True), None],
}


@dataclass(frozen=True)
class Save:
    """Save a value; `fresh` tells whether the editor saw the latest change or none."""

    item: Item
    value: ItemValue
    fresh: bool


@dataclass(frozen=True)
class UndoLast:
    """Undo what the store offers to undo."""


@st.composite
def saves(draw: st.DrawFn) -> Save:
    item = draw(st.sampled_from(sorted(VALUES, key=lambda item: (item.kind, item.id))))
    return Save(item, draw(st.sampled_from(VALUES[item])), draw(st.sampled_from([True, True, True, False])))


STEPS = st.lists(st.one_of(saves(), saves(), st.just(UndoLast())), max_size=20)


@dataclass
class Model:
    """What an assessment should hold: a list of changes that stand, each with what was there before."""

    items: dict[Item, ItemValue]
    changed: set[Item] = field(default_factory=set[Item])
    standing: list[tuple[Item, ItemValue]] = field(default_factory=list[tuple[Item, ItemValue]])

    def save(self, step: Save) -> bool:
        """Whether the change goes in, or is a conflict."""
        now = self.items.get(step.item)
        if (type(now), now) == (type(step.value), step.value):
            return True
        if not step.fresh and step.item in self.changed:
            return False
        self.standing.append((step.item, now))
        self._put(step.item, step.value)
        return True

    def undo(self) -> None:
        """Take back the newest change that stands."""
        self._put(*self.standing.pop())

    def _put(self, item: Item, value: ItemValue) -> None:
        self.changed.add(item)
        self.items[item] = value


def run(store: Store, key: str, model: Model, step: Save | UndoLast) -> None:
    match step:
        case Save():
            seen = store.load(key).revisions.get(step.item, 0) if step.fresh else 0
            try:
                store.save(key, checked(step.item, step.value), seen)
                went_in = True
            except EditConflict:
                went_in = False
            assert went_in == model.save(step)
        case UndoLast():
            last = store.last_change(key)
            assert (last is None) == (not model.standing)
            if last is not None:
                undo(store, key, last)
                model.undo()


@pytest.mark.parametrize("start", [pytest.param(EMPTY, id="from nothing"), pytest.param(FULL, id="from a full sheet")])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_store_agrees_with_a_plain_model(store: Store, start: AnswerSheet, steps: list[Save | UndoLast]) -> None:
    key = store.create(checked_sheet(start))
    model = Model(dict(items_of(start)), set(items_of(start)))

    for step in steps:
        run(store, key, model, step)

    assert store.load(key).sheet == sheet_of("2026.1", model.items)
