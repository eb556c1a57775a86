"""One fact question: a box or a choice that fits its kind, saved as it is changed."""

import streamlit as st

from detector.core.answers import FactValue, Item, ItemKind, ItemValue
from detector.core.bank import FactKind, FactQuestion
from detector.core.doubts import doubts
from detector.core.text import is_blank
from detector.editing import Outcome, keep_theirs, settle
from detector.ui import state
from detector.ui.shared import markup
from detector.ui.shared.numbers import likely_number, read_number
from detector.wording.plain import money, number
from detector.wording.subjects import doubt_in_words

UNKNOWN = "Not known yet"
Shown = str | list[str] | None
NUMBERS = (FactKind.MONEY, FactKind.COUNT, FactKind.DECIMAL, FactKind.PERCENT)


def settle_fact(fact: FactQuestion) -> str:
    """Keep what the page shows for a fact; the fault in plain words, or nothing."""
    item, key = Item(ItemKind.FACT, fact.id), _key(fact)
    recorded = state.editing().stored.sheet.facts.get(fact.id)
    seen = state.editing().seen.get(item)
    base = seen.value if seen is not None else recorded
    shown = state.shown_value(key)
    if not state.is_drawn(key):
        draft = base
    elif _is_no_number(fact, shown):
        return _asked_again(str(shown))
    else:
        draft = base if shown == _shown(fact, base) else _value(fact, shown)
    settled = settle(state.editor(), state.editing(), item, draft)
    if settled.outcome in (Outcome.CHANGED_ELSEWHERE, Outcome.CONFLICT) and state.is_drawn(key):
        return _show_theirs(fact, item, shown if settled.outcome is Outcome.CONFLICT else None)
    if settled.fault:
        return f"Not saved. {settled.fault}"
    if fact.kind in NUMBERS and shown and shown != _shown(fact, draft):
        state.reseed({key: _shown(fact, draft)})
    return ""


def _show_theirs(fact: FactQuestion, item: Item, mine: object) -> str:
    keep_theirs(state.editor(), state.editing(), item)
    state.reseed({_key(fact): _shown(fact, state.editing().stored.sheet.facts.get(fact.id))})
    yours = f" Yours was “{_names(fact).get(str(mine), str(mine))}”: enter it again if it is right." if mine else ""
    return f"Somebody else changed this in the meantime, and their answer is shown.{yours}"


def draw_fact(fact: FactQuestion, fault: str) -> None:
    """Draw a fact question with its recorded value."""
    recorded = state.editing().stored.sheet.facts.get(fact.id)
    key = _key(fact)
    value = None if state.is_drawn(key) else _shown(fact, recorded)
    label = f"{fact.text} ({fact.unit})" if fact.unit else fact.text
    if fact.kind in (FactKind.CHOICE, FactKind.YES_NO):
        _choice(fact, label, key, value)
    elif fact.kind is FactKind.CHOICES:
        _choices(fact, label, key, value)
    else:
        st.text_input(label, value="" if value is None else str(value), key=key)
    markup.quiet(fact.why)
    late = settle_fact(fact)
    if fault or late:
        markup.line(fault or late, "unsaved")
    elif state.editing().stored.sheet.facts.get(fact.id) is not None:
        markup.line("\u2713 Saved.", "saved")
    _doubts(fact)


def _doubts(fact: FactQuestion) -> None:
    """Ask about what can hardly be true beside another fact: both are kept as they were typed."""
    sheet = state.editing().stored.sheet
    for doubt in doubts(state.bank(), sheet):
        if doubt.is_about(fact.id):
            markup.line(f"You wrote {doubt_in_words(doubt, sheet)}", "doubt")


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
        case int() | float():
            return money(recorded) if fact.kind is FactKind.MONEY else number(recorded)
        case str():
            return recorded
        case _:
            return None


def _is_no_number(fact: FactQuestion, shown: object) -> bool:
    typed = str(shown or "").strip()
    return bool(typed) and fact.kind in NUMBERS and read_number(typed) is None


def _asked_again(typed: str) -> str:
    """Nothing is guessed into the record: where the marks stand wrongly, the likely number is asked for."""
    likely = likely_number(typed)
    question = f"Did you mean {likely}? " if likely else ""
    return f"Not saved. {question}Write a number, for instance 4,200,000 or 9.5."


def _value(fact: FactQuestion, shown: object) -> FactValue | None:
    if shown is None or shown in (UNKNOWN, "", []):
        return None
    match fact.kind:
        case FactKind.YES_NO:
            return shown == "yes"
        case FactKind.CHOICES:
            return tuple(option.id for option in fact.options if isinstance(shown, list) and option.id in shown)
        case FactKind.CHOICE | FactKind.TEXT:
            return None if is_blank(str(shown)) else str(shown).strip()
        case _:
            return read_number(str(shown))
