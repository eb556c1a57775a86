"""What the store takes and gives back: changes, assessments as they are kept, and its refusals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from detector.core.answers import AnswerSheet, CheckedChange, Item, ItemValue
from detector.core.errors import StoreError


@dataclass(frozen=True)
class Edit:
    """A change as an editor asks for it; `seen` is the number of the item's latest change they saw, 0 for none."""

    change: CheckedChange
    seen: int


@dataclass(frozen=True)
class Revision:
    """One change: what was there before and after it, by whom and when; `undoes` is the change it took back.

    Number 0 is no change at all: nothing was ever kept for the item. What was erased reads as nothing: the value on
    the day `erased`, what was there before on `before_erased`, the name on `name_erased`.
    """

    number: int
    item: Item
    value: ItemValue
    before: ItemValue
    by: str
    at: datetime
    undoes: int | None
    erased: date | None = None
    before_erased: date | None = None
    name_erased: date | None = None


@dataclass(frozen=True)
class Stored:
    """An assessment as it is kept; `revisions` has the number of the latest change of each item ever changed."""

    key: str
    sheet: AnswerSheet
    revisions: Mapping[Item, int]
    revision: int
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True)
class Listing:
    """An assessment on a list; `answered` counts the questions that hold an answer. `binned_at`: in the bin since."""

    key: str
    name: str
    council: str
    changed_at: datetime
    answered: int
    bank_version: str
    binned_at: datetime | None = None


class UnknownAssessment(StoreError):  # noqa: N818 - it reads as what it says
    """There is no assessment with that key."""

    def __init__(self) -> None:
        """Say so, without the key: whoever has it can open the assessment."""
        super().__init__(
            "There is no assessment at this address. It may have been deleted, or the address may be incomplete. "
            "Open it from the start page, or copy the whole address again."
        )


class AssessmentInBin(StoreError):  # noqa: N818 - it reads as what it says
    """The assessment lies in the bin: it can be put back, and not be read or changed before."""

    def __init__(self, key: str, binned_at: datetime) -> None:
        """Say since when, and when it is erased."""
        self.key, self.binned_at = key, binned_at
        super().__init__(
            "This assessment was put into the bin. It is kept there for 30 days: open its address again, or the Start "
            "page, to put it back. What was not confirmed as saved may need to be typed again."
        )


class OtherBank(StoreError):  # noqa: N818 - it reads as what it says
    """The change was checked against another bank than the assessment's; nothing was written."""

    def __init__(self, kept: str, checked: str) -> None:
        """Name both banks."""
        super().__init__(
            f"This assessment belongs to question bank {kept}, and the change to question bank {checked}. "
            "Nothing was changed. Open a copy of the assessment for the bank in use, and change that."
        )


class EditConflict(StoreError):  # noqa: N818 - it reads as what it says
    """Somebody else changed the same item in the meantime; nothing was written."""

    def __init__(self, item: Item, mine: ItemValue, theirs: Revision) -> None:
        """Keep both values, for the person to choose between."""
        self.item = item
        self.mine = mine
        self.theirs = theirs
        who = theirs.by or "Somebody else"
        super().__init__(
            f"{who} changed {item.kind.value} '{item.id}' in the meantime. Yours was not saved: choose which to keep."
        )
