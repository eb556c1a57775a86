"""What brought the change from one kept state to the next, in words."""

from detector.core.bank import Bank
from detector.core.trend import Change, Trend
from detector.wording.result import band_label

NAMES = {Change.ANSWERS: "the answers", Change.BANK: "the new questions", Change.WEIGHTS: "the council's weights"}


def verdict_change_sentence(bank: Bank, found: Trend) -> str:
    """The verdict now and before, and which changes alone would have made it; nothing more where it is the same."""
    now, before = band_label(bank, found.verdict_after), band_label(bank, found.verdict_before)
    if found.verdict_after == found.verdict_before:
        return f"{now}, as before."
    made = [change for change, part in found.parts.items() if part or found.alone[change] != found.verdict_before]
    said = [_alone(bank, found, change) for change in made]
    return " ".join([f"{now}, was {before}.", *said])


def parts_sentence(found: Trend) -> str:
    """What each change brought, in whole numbers that add up to the change of the score shown."""
    brought = [f"{NAMES[change]} {_signed(part)}" for change, part in found.shown.items() if part]
    total = sum(found.shown.values())
    if not brought:
        return "The score is what it was."
    return f"The score changed by {_signed(total)}: {', '.join(brought)}."


def _alone(bank: Bank, found: Trend, change: Change) -> str:
    name = NAMES[change][0].upper() + NAMES[change][1:]
    if found.alone[change] == found.verdict_after:
        return f"{name} alone would have made it {band_label(bank, found.verdict_after)}."
    return f"{name} alone would not."


def _signed(points: int) -> str:
    return f"+{points}" if points > 0 else str(points)
