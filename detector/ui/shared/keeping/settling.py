"""From boxes to what is kept: with the newest words, and never over a text that nobody here has seen."""

from collections.abc import Callable

from detector.core.answers import Item, ItemValue
from detector.core.errors import StoreError
from detector.editing import Outcome, Settled, contest
from detector.editing import settle as settle_item
from detector.editing.open_assessment import look
from detector.ui import state
from detector.ui.shared.keeping import told
from detector.ui.shared.keeping.told import Box


def settle(item: Item, boxes: tuple[Box, ...], draft: Callable[[], ItemValue]) -> Settled:
    """Keep what the page shows for an item; `boxes` are those in which a part of it is typed.

    Raises:
        UnknownAssessment: the open assessment is no more.
        OtherBank: it belongs to another bank than the one in use.
    """
    opened = state.editing()
    if any(state.typed(box.widget) for box in boxes) and not opened.refused and item not in opened.conflicts:
        _begin_where_typing_began(item, boxes, draft)
    settled = settle_item(state.editor(), opened, item, draft())
    told.settled(item, boxes, settled)
    return settled


def refuse(item: Item, boxes: tuple[Box, ...], fault: str) -> None:
    """Remember that what was typed cannot be kept as it is."""
    told.settled(item, boxes, Settled(Outcome.REFUSED, fault))


def _begin_where_typing_began(item: Item, boxes: tuple[Box, ...], draft: Callable[[], ItemValue]) -> None:
    opened = state.editing()
    try:
        if any(_is_strange(box) for box in boxes):
            contest(state.editor(), opened, item, draft())
        elif item not in opened.seen:
            look(opened, item)
    except StoreError as error:
        opened.refused = error.brief


def _is_strange(box: Box) -> bool:
    """Whether the text kept for a box is neither what its typing began from nor anything typed since."""
    typed, kept = state.typed(box.widget), box.kept()
    if typed is None or kept == typed.base:
        return False
    return kept not in {box.once_kept(words) for words in (typed.words, *typed.sent)}
