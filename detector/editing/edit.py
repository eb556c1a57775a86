"""From what a page shows of an item to what is kept: checked, saved, and never over an unseen change."""

from dataclasses import dataclass
from enum import Enum, auto

from detector.core.answers import Item, ItemValue, check_change, value_in
from detector.core.errors import AnswerError, StoreError
from detector.editing.open_assessment import Editor, OpenAssessment, Seen, look, revision_of, take_in
from detector.store import AssessmentInBin, EditConflict, OtherBank, UnknownAssessment


class Outcome(Enum):
    """What became of what a page shows for one item."""

    SAME = auto()
    SAVED = auto()
    CHANGED_ELSEWHERE = auto()
    CONFLICT = auto()
    REFUSED = auto()
    NOT_KEPT = auto()


@dataclass(frozen=True)
class Settled:
    """What became of it; `fault` is there with two outcomes only.

    REFUSED: it does not fit the bank, and somebody must write something else. NOT_KEPT: the store cannot keep it for
    the moment, so settle it again later.
    """

    outcome: Outcome
    fault: str = ""


def settle(editor: Editor, opened: OpenAssessment, item: Item, draft: ItemValue) -> Settled:
    """Keep what a page shows for an item, if this editor changed it; None takes the item back.

    Raises:
        AssessmentInBin: somebody has deleted it; it can be put back.
        UnknownAssessment: there is none any more.
        OtherBank: the assessment belongs to another bank than the editor's.
    """
    if opened.refused:
        return _waiting(opened, item, draft)
    try:
        return Settled(_settle(editor, opened, item, draft))
    except AnswerError as error:
        return Settled(Outcome.REFUSED, str(error))
    except (AssessmentInBin, UnknownAssessment, OtherBank):
        raise
    except StoreError as error:
        opened.refused = error.brief
        return _waiting(opened, item, draft)


def contest(editor: Editor, opened: OpenAssessment, item: Item, mine: ItemValue) -> None:
    """Let the editor choose between mine, begun from a value that is no longer kept, and what is kept now.

    Raises:
        StoreError: what is kept could not be read.
    """
    changes = editor.store.history(opened.stored.key, item)
    look(opened, item)
    if changes:
        opened.conflicts[item] = EditConflict(item, mine, changes[-1])


def save(editor: Editor, opened: OpenAssessment, item: Item, value: ItemValue, seen: int) -> Outcome:
    """Save a value on top of the change with number `seen`; somebody else's since then makes it a conflict.

    Raises:
        AnswerError: it does not fit the bank.
        StoreError: it could not be kept.
    """
    change = check_change(editor.bank, item, value)
    try:
        saved = editor.store.save(opened.stored.key, change, seen, editor.name, editor.telling)
    except EditConflict as conflict:
        opened.conflicts[item] = conflict
        return Outcome.CONFLICT
    opened.seen[item] = Seen(saved.number, saved.value)
    take_in(editor.store, opened, saved)
    return Outcome.SAVED


def _waiting(opened: OpenAssessment, item: Item, draft: ItemValue) -> Settled:
    seen = opened.seen.get(item)
    before = seen.value if seen is not None else value_in(opened.stored.sheet, item)
    if item in opened.conflicts:
        return Settled(Outcome.CONFLICT)
    return Settled(Outcome.SAME) if draft == before else Settled(Outcome.NOT_KEPT, opened.refused)


def _settle(editor: Editor, opened: OpenAssessment, item: Item, draft: ItemValue) -> Outcome:
    seen = opened.seen.get(item)
    if item in opened.conflicts:
        _follow(opened, item, draft)
        return Outcome.CONFLICT
    if seen is None:
        return _first_sight(editor, opened, item, draft)
    if draft != seen.value:
        return save(editor, opened, item, draft, seen.revision)
    if revision_of(opened, item) != seen.revision:
        look(opened, item)
        return Outcome.CHANGED_ELSEWHERE
    return Outcome.SAME


def _follow(opened: OpenAssessment, item: Item, draft: ItemValue) -> None:
    """What the editor has written since is theirs to choose too."""
    seen, conflict = opened.seen.get(item), opened.conflicts[item]
    if seen is not None and draft != seen.value:
        opened.conflicts[item] = EditConflict(item, draft, conflict.theirs)


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
