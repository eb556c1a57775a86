"""Local weights: a council may change them a little, before answering, and the change is kept with who and when."""

from functools import partial

import streamlit as st

from detector.core.answers import Item, ItemKind
from detector.core.bank import Bank, Dimension
from detector.ui import state
from detector.ui.shared import keeping, markup
from detector.ui.shared.dates import local_time
from detector.wording.plain import number, percent

PANEL = "weights"


def weights_section() -> None:
    """The weights, opened on demand, and locked once there are answers."""
    bank = state.bank()
    st.header("Weights", anchor=False)
    limit = percent(bank.scale.local_weight_limit)
    markup.quiet(
        f"Each dimension counts as the bank says. You may agree other weights, up to {limit} more or less each, "
        "before answering. Results then show both verdicts side by side."
    )
    shown = state.is_open(PANEL)
    st.button(
        "Close the weights" if shown else "See or change the weights",
        key="toggle-weights",
        on_click=partial(state.open_or_close, PANEL),
    )
    if not shown:
        return
    locked = bool(state.editing().stored.sheet.answers)
    if locked:
        st.info("There are answers already, so the weights can no longer be changed: agree them before you answer.")
    for dimension in bank.dimensions:
        _weight(bank, dimension, locked)
    _who_and_when()


def _weight(bank: Bank, dimension: Dimension, locked: bool) -> None:
    item, key = Item(ItemKind.WEIGHT, dimension.id), f"weight-{dimension.id}"
    limit = bank.scale.local_weight_limit
    chosen = st.number_input(
        f"{dimension.name} (the bank says {dimension.weight:g})",
        value=None if state.is_drawn(key) else _recorded(dimension),
        min_value=dimension.weight * (1 - limit),
        max_value=dimension.weight * (1 + limit),
        step=0.5,
        format="%.1f",
        key=key,
        disabled=locked,
    )
    if locked or chosen is None:
        return
    wanted = None if chosen == dimension.weight else float(chosen)
    keeping.not_kept(keeping.settle(item, (), lambda: wanted))
    keeping.hold(key, f"{state.open_key()}.weights", f"{_recorded(dimension):.1f}")


def _recorded(dimension: Dimension) -> float:
    return float(state.editing().stored.sheet.weights.get(dimension.id, dimension.weight))


def _who_and_when() -> None:
    stored = state.editing().stored
    changed = [item for item in stored.revisions if item.kind is ItemKind.WEIGHT]
    for item in sorted(changed, key=lambda item: item.id):
        last = state.store().history(stored.key, item)[-1]
        now = f"set to {number(last.value)}" if isinstance(last.value, float) else "back to the bank's"
        by = f" by {last.by}" if last.by else ""
        markup.words(f"{item.id}: {now}{by}, {local_time(last.at)}")
