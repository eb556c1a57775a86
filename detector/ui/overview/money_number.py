"""One number of the money test: a box, saved while it is typed."""

from functools import partial

import streamlit as st

from detector.core.answers import Item, ItemKind, ItemValue
from detector.core.bank.money import MoneyInput, MoneyKind
from detector.editing import Outcome, Settled
from detector.ui import state
from detector.ui.shared import keeping, markup
from detector.ui.shared.numbers import likely_number, read_number
from detector.wording.money import money_number
from detector.wording.plain import money, number

PART = "money"


def settle_money(entry: MoneyInput) -> Settled:
    """Keep what the page shows for a number."""
    item, key = _item(entry), _key(entry)
    shown = str(state.shown_value(key) or "")
    if state.is_filled(key) and shown.strip() and _read(shown) is None:
        likely = likely_number(shown)
        asked = f"Did you mean {likely}? " if likely else ""
        refused = Settled(Outcome.REFUSED, f"{asked}Write a number, for instance 1,700,000 or 4.5.")
        keeping.refuse(item, _boxes(entry), refused.fault)
        return refused
    settled = keeping.settle(item, _boxes(entry), partial(_draft, entry))
    if settled.outcome is Outcome.CHANGED_ELSEWHERE:
        _show_kept(entry)
    elif not settled.fault and item not in state.editing().conflicts and state.typed(key) is None:
        written = _shown(entry, _draft(entry))
        if shown and shown != written:
            state.reseed({key: written})
    return settled


def draw_money(entry: MoneyInput, early: Settled) -> None:
    """Draw the box with its kept number."""
    key = _key(entry)
    value = "" if state.is_drawn(key) else _shown(entry, _recorded(entry))
    with st.container(key=f"kept-{key}"):
        unit = "%" if entry.kind is MoneyKind.PERCENT else "\u00a3"
        st.text_input(f"{entry.name} ({unit})", value=value, key=key)
        default = f"{number(entry.default or 0)} %" + (" of income" if entry.kind is MoneyKind.POUNDS else "")
        markup.quiet(f"{entry.hint} Left empty: {default}. {entry.because}".strip())
        late = settle_money(entry)
        _status(entry, early if early.fault or early.outcome is Outcome.CHANGED_ELSEWHERE else late)


def _status(entry: MoneyInput, settled: Settled) -> None:
    if keeping.not_kept(settled):
        return
    if _item(entry) in state.editing().conflicts:
        _conflict(entry)
    elif settled.outcome is Outcome.CHANGED_ELSEWHERE:
        markup.line("Somebody else changed this in the meantime, and their number is shown.", "unsaved")
    elif _recorded(entry) is not None:
        markup.line("\u2713 Saved.", "saved")


def _conflict(entry: MoneyInput) -> None:
    conflict = state.editing().conflicts[_item(entry)]
    both = f"Theirs: {_in_words(entry, conflict.theirs.value)}\nYours: {_in_words(entry, conflict.mine)}"
    keeping.yours_or_theirs(_item(entry), _key(entry), "This number", both, partial(_show_kept, entry))


def _in_words(entry: MoneyInput, value: ItemValue) -> str:
    return money_number(entry.kind, value) if isinstance(value, int | float) else "Not known yet"


def _draft(entry: MoneyInput) -> ItemValue:
    seen = state.editing().seen.get(_item(entry))
    base = seen.value if seen is not None else _recorded(entry)
    shown = state.shown_value(_key(entry))
    return base if not state.is_filled(_key(entry)) or shown == _shown(entry, base) else _read(str(shown or ""))


def _boxes(entry: MoneyInput) -> tuple[keeping.Box, ...]:
    def once_kept(words: str) -> str:
        read = _read(words)
        return words if read is None else _shown(entry, read)

    return (keeping.Box(_key(entry), lambda: _shown(entry, _recorded(entry)), once_kept),)


def _read(typed: str) -> float | None:
    """A number as people type it, also below nothing."""
    bare = typed.strip()
    is_negative = bare[:1] in ("-", "\u2212", "\u2013")
    read = read_number(bare[1:] if is_negative else bare)
    return None if read is None else float(-read if is_negative else read)


def _shown(entry: MoneyInput, value: ItemValue) -> str:
    if not isinstance(value, int | float):
        return ""
    written = money(abs(value)) if entry.kind is MoneyKind.POUNDS else number(abs(value))
    return f"-{written}" if value < 0 else written


def _show_kept(entry: MoneyInput) -> None:
    state.reseed({_key(entry): _shown(entry, _recorded(entry))})


def _recorded(entry: MoneyInput) -> float | None:
    return state.editing().stored.sheet.money.get(entry.part.value)


def _item(entry: MoneyInput) -> Item:
    return Item(ItemKind.MONEY, entry.part.value)


def _key(entry: MoneyInput) -> str:
    return f"{PART}-{entry.part.value}"
