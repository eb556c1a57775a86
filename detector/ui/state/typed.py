"""Words that this browser has typed into a box, which may be newer than what the box's widget last said."""

from collections.abc import Mapping

import streamlit as st
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError


class Typed(BaseModel):
    """What was typed into one box.

    `place` is the assessment's key; `base` the text the server had when the typing began; `sent` earlier words since
    then that may have been saved; `revision` the item's latest change that the page with the box was told of, None
    where no page has it; `number` is higher for each later key; `focused` while the caret is in the box.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    place: str
    words: str
    base: str = ""
    sent: tuple[str, ...] = ()
    number: int = 0
    revision: int | None = None
    focused: bool = False


_BY_WIDGET = TypeAdapter(dict[str, object])


def take_typed(sent: object, place: str) -> None:
    """Remember what the browser says was typed, in this assessment; what is misshapen counts as nothing."""
    try:
        found = {widget: _read(each) for widget, each in _BY_WIDGET.validate_python(sent or {}).items()}
    except ValidationError:
        found = {}
    st.session_state["typed"] = {widget: each for widget, each in found.items() if each and each.place == place}


def all_typed() -> Mapping[str, Typed]:
    """Everything typed that still counts, by widget."""
    return {widget: each for widget, each in _typed().items() if each.number > dropped_number(widget)}


def typed(widget: str) -> Typed | None:
    """What was typed into a box and still counts, or None."""
    return all_typed().get(widget)


def heard_number(widget: str) -> int:
    """The number of the last words that the browser sent for a box, 0 for none."""
    found = _typed().get(widget)
    return found.number if found else 0


def drop_typed(widget: str) -> None:
    """From here on the box's widget alone says what it holds."""
    _dropped()[widget] = max(heard_number(widget), dropped_number(widget))


def dropped_number(widget: str) -> int:
    """The number of the last words of a box that count no longer, 0 for none."""
    return _dropped().get(widget, 0)


def _read(sent: object) -> Typed | None:
    try:
        return Typed.model_validate(sent)
    except ValidationError:
        return None


def _typed() -> dict[str, Typed]:
    return st.session_state.setdefault("typed", dict[str, Typed]())


def _dropped() -> dict[str, int]:
    return st.session_state.setdefault("typed_dropped", dict[str, int]())
