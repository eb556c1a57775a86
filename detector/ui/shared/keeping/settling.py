"""From boxes to what is kept: with the newest words, and never over a text that nobody here has seen."""

from collections.abc import Callable

from detector.core.answers import Item, ItemValue
from detector.core.errors import StoreError
from detector.editing import Outcome, Settled, contest
from detector.editing import settle as settle_item
from detector.editing.open_assessment import look, revision_of
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
    if told.is_new_here(item, item in opened.seen) and item not in opened.conflicts:
        # What a reconnected browser brings back comes when its widgets are drawn, after a first settling of the run.
        opened.seen.pop(item, None)
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
        if any(_is_strange(box) for box in boxes) or _is_page_older(item, boxes):
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


def _is_page_older(item: Item, boxes: tuple[Box, ...]) -> bool:
    """Whether a reconnected page brings words that it typed beside what somebody else has changed since.

    A session that has seen nothing of the item yet cannot know what else of it the page still shows as it was.
    """
    opened = state.editing()
    told = [typed.revision for box in boxes if (typed := state.typed(box.widget)) and typed.revision is not None]
    if item in opened.seen or not told or revision_of(opened, item) <= min(told):
        return False
    since = [each for each in state.store().history(opened.stored.key, item) if each.number > min(told)]
    # The server may have gone before it could say that it had saved words of this very typing.
    return len(since) != 1 or not any(_is_typed(box) for box in boxes)


def _is_typed(box: Box) -> bool:
    """Whether the text kept for a box came with this typing."""
    typed, kept = state.typed(box.widget), box.kept()
    return typed is not None and kept != typed.base and not _is_strange(box)
