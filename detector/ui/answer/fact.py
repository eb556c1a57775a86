"""One fact question: a box or a choice that fits its kind, saved as it is changed."""

from functools import partial

import streamlit as st

from detector.core.answers import FactValue, Item, ItemKind, ItemValue
from detector.core.bank import FactKind, FactQuestion
from detector.core.doubts import doubts
from detector.editing import Outcome, Settled
from detector.ui import state
from detector.ui.answer.typed_facts import WRITTEN_OUT, asked_again, read_typed, written
from detector.ui.shared import keeping, markup
from detector.wording.service_codes import code_in_words
from detector.wording.subjects import doubt_in_words

UNKNOWN = "Not known yet"
UNITS = {FactKind.DATE: "like 27 March 2027", FactKind.CODE: "eight digits"}
Shown = str | list[str] | None


def settle_fact(fact: FactQuestion) -> Settled:
    """Keep what the page shows for a fact."""
    item, key, boxes = _item(fact), _key(fact), _boxes(fact)
    shown = state.shown_value(key)
    if state.is_filled(key) and (fault := asked_again(fact.kind, str(shown or ""))):
        refused = Settled(Outcome.REFUSED, fault)
        keeping.refuse(item, boxes, refused.fault)
        return refused
    settled = keeping.settle(item, boxes, partial(_draft, fact))
    if settled.outcome is Outcome.CHANGED_ELSEWHERE:
        _show_kept(fact)
    elif not settled.fault and item not in state.editing().conflicts and state.typed(key) is None:
        _show_written_out(fact, shown)
    return settled


def _draft(fact: FactQuestion) -> ItemValue:
    seen = state.editing().seen.get(_item(fact))
    base = seen.value if seen is not None else _recorded(fact)
    shown = state.shown_value(_key(fact))
    return base if not state.is_filled(_key(fact)) or shown == _shown(fact, base) else _value(fact, shown)


def _show_written_out(fact: FactQuestion, shown: object) -> None:
    """Write a number, a day or a code as they are written here, once nobody is in its box."""
    written_out = _shown(fact, _draft(fact))
    if fact.kind in WRITTEN_OUT and shown and shown != written_out:
        state.reseed({_key(fact): written_out})


def _show_kept(fact: FactQuestion) -> None:
    state.reseed({_key(fact): _shown(fact, _recorded(fact))})


def _boxes(fact: FactQuestion) -> tuple[keeping.Box, ...]:
    if fact.kind in (FactKind.CHOICE, FactKind.YES_NO, FactKind.CHOICES):
        return ()

    def once_kept(words: str) -> str:
        return words if asked_again(fact.kind, words) else _text(fact, _value(fact, words))

    return (keeping.Box(_key(fact), lambda: _text(fact, _recorded(fact)), once_kept),)


def _text(fact: FactQuestion, value: ItemValue) -> str:
    return str(_shown(fact, value) or "")


def _item(fact: FactQuestion) -> Item:
    return Item(ItemKind.FACT, fact.id)


def _recorded(fact: FactQuestion) -> FactValue | None:
    return state.editing().stored.sheet.facts.get(fact.id)


def draw_fact(fact: FactQuestion, early: Settled) -> None:
    """Draw a fact question with its recorded value."""
    key = _key(fact)
    value = None if state.is_drawn(key) else _shown(fact, _recorded(fact))
    unit = fact.unit or UNITS.get(fact.kind, "")
    label = f"{fact.text} ({unit})" if unit else fact.text
    with st.container(key=f"kept-{fact.id}"):
        if fact.kind in (FactKind.CHOICE, FactKind.YES_NO):
            _choice(fact, label, key, value)
        elif fact.kind is FactKind.CHOICES:
            _choices(fact, label, key, value)
        else:
            st.text_input(label, value="" if value is None else str(value), key=key)
        markup.quiet(fact.why)
        late = settle_fact(fact)
        _status(fact, early if early.fault or early.outcome is Outcome.CHANGED_ELSEWHERE else late)


def _status(fact: FactQuestion, settled: Settled) -> None:
    if keeping.not_kept(settled):
        return
    if _item(fact) in state.editing().conflicts:
        _conflict(fact)
    elif settled.outcome is Outcome.CHANGED_ELSEWHERE:
        markup.line("Somebody else changed this in the meantime, and their answer is shown.", "unsaved")
    elif _recorded(fact) is not None:
        markup.line("\u2713 Saved.", "saved")
        if meant := code_in_words(state.bank(), _recorded(fact)) if fact.kind is FactKind.CODE else "":
            markup.quiet(meant)
    _doubts(fact)


def _doubts(fact: FactQuestion) -> None:
    """Ask about what can hardly be true beside another fact: both are kept as they were typed."""
    sheet = state.editing().stored.sheet
    for doubt in doubts(state.bank(), sheet):
        if doubt.is_about(fact.id):
            markup.line(f"You wrote {doubt_in_words(doubt, sheet)}", "doubt")


def _conflict(fact: FactQuestion) -> None:
    conflict = state.editing().conflicts[_item(fact)]
    both = f"Theirs: {_in_words(fact, conflict.theirs.value)}\nYours: {_in_words(fact, conflict.mine)}"
    keeping.yours_or_theirs(_item(fact), f"fact-{fact.id}", "This", both, partial(_show_kept, fact))


def _in_words(fact: FactQuestion, value: ItemValue) -> str:
    shown = _shown(fact, value)
    if shown is None:
        return UNKNOWN
    names = _names(fact)
    return ", ".join(names.get(each, each) for each in (shown if isinstance(shown, list) else [shown]))


def _key(fact: FactQuestion) -> str:
    return f"fact-{fact.id}"


def _names(fact: FactQuestion) -> dict[str, str]:
    if fact.kind is FactKind.YES_NO:
        return {"yes": "Yes", "no": "No"}
    hinted = fact.kind is FactKind.CHOICE
    return {
        option.id: f"{option.name}. {option.hint}" if hinted and option.hint else option.name
        for option in fact.options
    }


def _choice(fact: FactQuestion, label: str, key: str, value: Shown) -> None:
    names = {**_names(fact), UNKNOWN: UNKNOWN}
    options = list(names)
    st.radio(
        label,
        options,
        index=options.index(str(value)) if value is not None else None,
        format_func=lambda option: markup.plain(names[option]),
        key=key,
    )


def _choices(fact: FactQuestion, label: str, key: str, value: Shown) -> None:
    names = _names(fact)
    chosen = value if isinstance(value, list) else None
    st.multiselect(
        label, list(names), default=chosen, format_func=names.__getitem__, key=key, placeholder="Choose any"
    )


def _shown(fact: FactQuestion, recorded: ItemValue) -> Shown:
    match recorded:
        case bool():
            return "yes" if recorded else "no"
        case tuple():
            return list(recorded)
        case int() | float() | str():
            return written(fact.kind, recorded)
        case _:
            return None


def _value(fact: FactQuestion, shown: object) -> FactValue | None:
    if shown is None or shown in (UNKNOWN, "", []):
        return None
    match fact.kind:
        case FactKind.YES_NO:
            return shown == "yes"
        case FactKind.CHOICES:
            return tuple(option.id for option in fact.options if isinstance(shown, list) and option.id in shown)
        case _:
            return read_typed(fact.kind, str(shown))
