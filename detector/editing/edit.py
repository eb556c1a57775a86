"""From what a page shows of an item to what is kept: checked, saved, and never over an unseen change."""

from dataclasses import dataclass
from enum import Enum, auto

from detector.core.answers import Item, ItemValue, check_change
from detector.core.errors import AnswerError
from detector.editing.open_assessment import Editor, OpenAssessment, Seen, look, revision_of, take_in
from detector.store import EditConflict


class Outcome(Enum):
    """What became of what a page shows for one item."""

    SAME = auto()
    SAVED = auto()
    CHANGED_ELSEWHERE = auto()
    CONFLICT = auto()
    REFUSED = auto()


@dataclass(frozen=True)
class Settled:
    """What became of it; `fault` says why it cannot be kept, and is there with REFUSED only."""

    outcome: Outcome
    fault: str = ""


def settle(editor: Editor, opened: OpenAssessment, item: Item, draft: ItemValue) -> Settled:
    """Keep what a page shows for an item, if this editor changed it; None takes the item back.

    Raises:
        StoreError: it could not be kept.
    """
    try:
        return Settled(_settle(editor, opened, item, draft))
    except AnswerError as error:
        return Settled(Outcome.REFUSED, str(error))


def save(editor: Editor, opened: OpenAssessment, item: Item, value: ItemValue, seen: int) -> Outcome:
    """Save a value on top of the change with number `seen`; somebody else's since then makes it a conflict.

    Raises:
        AnswerError: it does not fit the bank.
        StoreError: it could not be kept.
    """
    change = check_change(editor.bank, item, value)
    try:
        saved = editor.store.save(opened.stored.key, change, seen, editor.name)
    except EditConflict as conflict:
        opened.conflicts[item] = conflict
        return Outcome.CONFLICT
    opened.seen[item] = Seen(saved.number, saved.value)
    take_in(editor.store, opened, saved)
    return Outcome.SAVED


def _settle(editor: Editor, opened: OpenAssessment, item: Item, draft: ItemValue) -> Outcome:
    if item in opened.conflicts:
        return Outcome.CONFLICT
    seen = opened.seen.get(item)
    if seen is None:
        return _first_sight(editor, opened, item, draft)
    if draft != seen.value:
        return save(editor, opened, item, draft, seen.revision)
    if revision_of(opened, item) != seen.revision:
        look(opened, item)
        return Outcome.CHANGED_ELSEWHERE
    return Outcome.SAME


def _first_sight(editor: Editor, opened: OpenAssessment, item: Item, draft: ItemValue) -> Outcome:
    """A page that lost its server may bring back what it showed before: an older value is never put over a newer."""
    now = look(opened, item)
    if draft == now.value:
        return Outcome.SAME
    earlier = editor.store.history(opened.stored.key, item)
    # What was erased may be the very value that the page brings back.
    if any(
        revision.erased or draft in (revision.value, revision.before)
        for revision in earlier
        if revision.number != now.revision
    ):
        opened.conflicts[item] = EditConflict(item, draft, earlier[-1])
        return Outcome.CONFLICT
    return save(editor, opened, item, draft, now.revision)
