"""An assessment as one editor has it open: what is kept of it, and what of that the editor has seen."""

from dataclasses import dataclass, field, replace

from detector.core.answers import AnswerSheet, Item, ItemValue, items_of, sheet_of, value_in
from detector.core.bank import Bank
from detector.core.kept_result import KeptResult, kept_result
from detector.store import EditConflict, Revision, Store, Stored


@dataclass(frozen=True)
class Editor:
    """Who changes assessments: the bank that checks, the store that keeps, and a name or initials, or nothing."""

    bank: Bank
    store: Store
    name: str = ""

    def telling(self, sheet: AnswerSheet) -> KeptResult:
        """What the result says of these answers, to be kept with a change."""
        return kept_result(self.bank, sheet)


@dataclass(frozen=True)
class Seen:
    """What an editor last saw of one item: the number of its latest change, and its value."""

    revision: int
    value: ItemValue


@dataclass
class OpenAssessment:
    """The open assessment: as the store had it when last asked, what was seen of it, and what waits for a choice.

    `last_saved` is the change this editor made last; `refused` says why nothing can be saved for the moment: the store
    was asked once, and every further item need not wait for it to refuse again.
    """

    stored: Stored
    seen: dict[Item, Seen] = field(default_factory=dict[Item, Seen])
    conflicts: dict[Item, EditConflict] = field(default_factory=dict[Item, EditConflict])
    last_saved: Revision | None = None
    refused: str = ""


def open_stored(store: Store, key: str) -> OpenAssessment:
    """The assessment, opened; nothing of it has been seen yet.

    Raises:
        StoreError: there is none with that key, or it cannot be read.
    """
    return OpenAssessment(store.load(key))


def refresh(store: Store, opened: OpenAssessment) -> None:
    """Read the open assessment again where somebody has changed it.

    Raises:
        StoreError: it cannot be read.
    """
    if store.revision(opened.stored.key) != opened.stored.revision:
        reload(store, opened)


def reload(store: Store, opened: OpenAssessment) -> None:
    """Read the open assessment again.

    Raises:
        StoreError: it cannot be read.
    """
    opened.stored = store.load(opened.stored.key)


def revision_of(opened: OpenAssessment, item: Item) -> int:
    """The number of the item's latest change, 0 where it was never changed."""
    return opened.stored.revisions.get(item, 0)


def look(opened: OpenAssessment, item: Item) -> Seen:
    """What is kept of an item now, as seen from here on."""
    now = Seen(revision_of(opened, item), value_in(opened.stored.sheet, item))
    opened.seen[item] = now
    return now


def take_in(store: Store, opened: OpenAssessment, saved: Revision) -> None:
    """Have the open assessment hold what was just saved; read it again where somebody else changed it too."""
    opened.last_saved = saved
    before = opened.stored
    if saved.number != before.revision + 1:
        reload(store, opened)
        return
    opened.stored = replace(
        before,
        sheet=sheet_of(before.sheet.bank_version, {**items_of(before.sheet), saved.item: saved.value}),
        revisions={**before.revisions, saved.item: saved.number},
        revision=saved.number,
        changed_at=saved.at,
    )
