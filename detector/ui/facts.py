"""One fact question: a box or a choice that fits its kind, saved as it is changed."""

import streamlit as st

from detector.core.answers import FactValue
from detector.core.bank import FactKind, FactQuestion
from detector.store import Item, ItemKind
from detector.ui import recording, state, words
from detector.ui.recording import Outcome

UNKNOWN = "Not known yet"
Shown = str | list[str] | int | float | None


def settle_fact(fact: FactQuestion) -> str:
    """Keep what the page shows for a fact; the fault in plain words, or nothing."""
    item, key = Item(ItemKind.FACT, fact.id), _key(fact)
    recorded = state.editing().stored.sheet.facts.get(fact.id)
    seen = state.editing().seen.get(item)
    base = seen.value if seen is not None else recorded
    draft = _value(fact, state.shown_value(key)) if state.is_drawn(key) else base
    outcome, fault = recording.complaint(item, draft)
    if outcome in (Outcome.CHANGED_ELSEWHERE, Outcome.CONFLICT) and state.is_drawn(key):
        recording.keep_theirs(item)
        state.reseed({key: _shown(fact, state.editing().stored.sheet.facts.get(fact.id))})
        return "Somebody else changed this at the same time: their value is shown. Change it again if yours is right."
    return fault


def draw_fact(fact: FactQuestion, fault: str) -> None:
    """Draw a fact question with its recorded value."""
    recorded = state.editing().stored.sheet.facts.get(fact.id)
    key = _key(fact)
    value = None if state.is_drawn(key) else _shown(fact, recorded)
    label = words.plain(fact.text)
    if fact.kind in (FactKind.CHOICE, FactKind.YES_NO):
        _choice(fact, label, key, value)
    elif fact.kind is FactKind.CHOICES:
        _choices(fact, label, key, value)
    elif fact.kind is FactKind.TEXT:
        st.text_input(label, value=None if value is None else str(value), key=key)
    else:
        _number(fact, label, key, value)
    words.quiet(fact.why)
    late = settle_fact(fact)
    if fault or late:
        words.line(f"Not saved. {fault or late}", "unsaved")


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
        format_func=lambda option: words.plain(names[option]),
        key=key,
    )


def _choices(fact: FactQuestion, label: str, key: str, value: Shown) -> None:
    names = _names(fact)
    chosen = value if isinstance(value, list) else None
    st.multiselect(
        label, list(names), default=chosen, format_func=names.__getitem__, key=key, placeholder="Choose any"
    )


def _number(fact: FactQuestion, label: str, key: str, value: Shown) -> None:
    unit = f" ({fact.unit})" if fact.unit else ""
    number = float(value) if isinstance(value, int | float) else None
    if fact.kind is FactKind.COUNT:
        whole = None if number is None else int(number)
        st.number_input(label + words.plain(unit), value=whole, min_value=0, step=1, key=key)
    else:
        step, form = (1000.0, "%.0f") if fact.kind is FactKind.MONEY else (1.0, "%.1f")
        st.number_input(label + words.plain(unit), value=number, min_value=0.0, step=step, format=form, key=key)


def _shown(fact: FactQuestion, recorded: FactValue | None) -> Shown:
    match recorded:
        case bool():
            return "yes" if recorded else "no"
        case tuple():
            return list(recorded)
        case int() | float():
            return int(recorded) if fact.kind is FactKind.COUNT else float(recorded)
        case _:
            return recorded


def _value(fact: FactQuestion, shown: object) -> FactValue | None:
    if shown is None or shown in (UNKNOWN, "", []):
        return None
    match fact.kind:
        case FactKind.YES_NO:
            return shown == "yes"
        case FactKind.CHOICES:
            return tuple(option.id for option in fact.options if isinstance(shown, list) and option.id in shown)
        case FactKind.COUNT:
            return int(str(shown))
        case FactKind.CHOICE | FactKind.TEXT:
            return str(shown).strip()
        case _:
            return float(str(shown))
