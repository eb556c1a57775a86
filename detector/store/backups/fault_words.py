"""What a check of the history found, in sentences that name the place."""

from collections.abc import Iterator

from detector.store.chain import Break, Fault
from detector.store.history_check import History
from detector.store.verify import Verified
from detector.wording.plain import counted

_TOLD_OF_EACH = 5
_OF_A_CHANGE = {
    Fault.MISSING: "change {} is missing",
    Fault.CHANGED: "change {} is not as it was made",
    Fault.VALUE_CHANGED: "the words of change {} were changed",
    Fault.VALUE_MISSING: "the words of change {} are missing, and no erasing of them is noted",
    Fault.VALUE_BACK: "the words of change {} were erased and are back",
}


def history_faults(verified: Verified) -> tuple[str, ...]:
    """A sentence for each thing that is wrong, nothing where the history is whole."""
    return tuple(_faults(verified))


def _faults(verified: Verified) -> Iterator[str]:
    if verified.tables:
        yield f"The tables are not as this program makes them: {_some(list(verified.tables))}."
    for history in verified.histories:
        if not history.is_whole:
            yield f"Assessment {history.key}: {_some([*map(_of_change, history.breaks), *_beside(history)])}."
    if verified.missing:
        missing = counted(verified.missing, "assessment is", "assessments are")
        yield f"{missing} missing, and no deletion is noted."
    if verified.names:
        names = counted(
            verified.names, "name of somebody who made changes was", "names of people who made changes were"
        )
        yield f"{names} changed or removed."
    for log, found in (("begun", verified.creations), ("deleted", verified.deletions)):
        if found:
            entries = [f"entry {each.number} is not as it was made" for each in found]
            yield f"The log of what was {log}: {_some(entries)}."


def _of_change(broken: Break) -> str:
    return _OF_A_CHANGE[broken.fault].format(broken.number)


def _beside(history: History) -> list[str]:
    return [wrong.value for wrong in history.wrong]


def _some(faults: list[str]) -> str:
    more = f"; and {len(faults) - _TOLD_OF_EACH} more" if len(faults) > _TOLD_OF_EACH else ""
    return "; ".join(faults[:_TOLD_OF_EACH]) + more
