"""Deleting, erasing and what is left of it, in words: the bin, receipts, and what holds up erasing by itself."""

from datetime import date, datetime

from detector.core.receipts import Counts, Finding, Kind, Look, Receipt
from detector.core.retention import bin_ends
from detector.wording.plain import counted, day

WAITS = "That waits while the program is off, or while its clock cannot be trusted."
_AGAIN = "It is tried again every minute, and a second part of this receipt follows."
_NOT_REACHED = (
    "Backups and copies made earlier, and what people photographed, are not reached. "
    "A solid-state disk may keep overwritten data where no program sees it."
)
_ON_SERVER = (
    "The files of the database, its own journal and its backups may hold them until they are overwritten there: "
    "ask your administrator how long that is."
)


def in_bin_since(binned_on: date) -> str:
    """Since when an assessment has been in the bin, and until when."""
    return (
        f"This assessment has been in the bin since {day(binned_on)}. It can be put back until "
        f"{day(bin_ends(binned_on))}; then it is erased for good when this program runs next."
    )


def went_with(counts: Counts) -> str:
    """The workshops that go with an assessment, "" where it has none."""
    if not counts.workshops:
        return ""
    return f"{counted(counts.workshops, 'workshop')} with {_answers(counts)}"


def _answers(counts: Counts) -> str:
    people = counted(counts.people, "person", "people")
    remarks = f" and {counted(counts.remarks, 'remark')}" if counts.remarks else ""
    return f"{people}, {counted(counts.votes, 'answer')}{remarks}"


def receipt_title(receipt: Receipt) -> str:
    """What was erased, and when."""
    if receipt.held_on:
        return f"The workshop of {day(receipt.held_on)} was erased on {day(receipt.at.date())}"
    return f"This {receipt.kind.value} was erased on {day(receipt.at.date())}"


def receipt_words(receipt: Receipt) -> list[str]:
    """What went, what was found of it afterwards, what follows when, and what is not reached."""
    said = [_what_went(receipt), _found(receipt)]
    if receipt.copies:
        names = ", ".join(f"{copy.name} from {day(copy.goes_on)}" for copy in receipt.copies)
        said.append(
            f"Made before an upgrade, these may still hold it. The program removes them by itself: {names}. "
            "Remove them now if the new version works for you."
        )
    return [*said, _NOT_REACHED]


def _what_went(receipt: Receipt) -> str:
    if receipt.kind is Kind.WORKSHOP:
        return f"Erased: {_answers(receipt.counts)}. What the room agreed stays in the assessment."
    workshops = went_with(receipt.counts)
    first = f" {workshops} went first." if workshops else ""
    return f"Erased: {counted(receipt.counts.changes, 'change')}, each with what was typed and by whom.{first}"


def _found(receipt: Receipt) -> str:
    if not receipt.looks:
        return f"Nobody has looked yet for what may be left of it. {_AGAIN}"
    look = receipt.looks[-1]
    again = (
        f"It was held up at first, and looked at again on {day(look.at.date())}. " if len(receipt.looks) > 1 else ""
    )
    return again + _told(look)


def _told(look: Look) -> str:
    pieces = counted(look.sought, "piece")
    match look.finding:
        case Finding.CHECKED:
            return (
                f"The database file and its journal were searched afterwards for {pieces} of it: none was found."
                f"{_also(look)} Texts of fewer than eight letters are too short to be searched for."
            )
        case Finding.HELD_UP if look.sought:
            return (
                "Another program is reading the database, so its journal still holds what was erased: "
                f"{look.found} of {pieces} were found. The journal is emptied as soon as that program lets go. "
                f"{_AGAIN}"
            )
        case Finding.HELD_UP | Finding.ERASED:
            return f"The rows are deleted. Somebody still reads the database as it was before. {_AGAIN}"
        case Finding.FOUND:
            return (
                f"The database file was searched afterwards: {look.found} of {pieces} of it were still found. "
                "Whoever can read that file can read them."
            )
        case Finding.EMPTIED:
            return (
                "The journal of the database is empty now. The program was started again in between and no longer "
                "knew what to search for, so the file was not searched."
            )
        case Finding.ON_SERVER:
            return f"{_cleaned(look)} {_ON_SERVER}"


def _also(look: Look) -> str:
    if not look.elsewhere:
        return ""
    verb = "stands" if look.elsewhere == 1 else "stand"
    return f" {counted(look.elsewhere, 'piece')} also {verb} in something that is kept, and tell nothing."


def _cleaned(look: Look) -> str:
    if look.vacuumed:
        return "The rows were deleted and the tables cleaned (VACUUM): nobody can ask the database for them."
    return (
        "The rows were deleted: nobody can ask the database for them. It was not seen to clean its tables (VACUUM): "
        "they may lie there until the database does that by itself."
    )


def clock_words(believed: datetime, now: datetime, due: int) -> str:
    """That nothing is erased by itself, because the clock jumped."""
    return (
        f"{counted(due, 'deleted assessment or workshop', 'deleted assessments and workshops')} should be erased by "
        f"now, and nothing is: this computer’s clock says {day(now.date())}, and the program last ran on "
        f"{day(believed.date())}."
    )
