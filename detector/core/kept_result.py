"""What a result says, in so few words that it can be kept with every change."""

from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment, assess
from detector.core.bank import Bank
from detector.core.bank.index import index_of


@dataclass(frozen=True)
class KeptResult:
    """What the answers said under the bank of that version; nothing recalculates it, and it holds nothing typed.

    `verdict` is a band's id, None where none was named, and `label` its words. `score`, `low` and `high` are from 0 to
    100 with one decimal place, None where nothing was answered; so is `confidence`. `answered` counts the questions
    with a level. `held` are the reasons that held the verdict down, in words, strictest first.
    """

    bank_version: str
    verdict: str | None
    label: str
    score: float | None
    low: float | None
    high: float | None
    confidence: float
    answered: int
    provisional: bool
    held: tuple[str, ...]


def kept_result(bank: Bank, sheet: AnswerSheet) -> KeptResult:
    """What the answers say now, as it is kept."""
    found = assess(bank, sheet)
    return KeptResult(
        bank_version=bank.version,
        verdict=found.verdict.id,
        label=found.verdict.label,
        score=_of_100(found.overall.score),
        low=_of_100(found.overall.low),
        high=_of_100(found.overall.high),
        confidence=round(found.confidence.total * 100, 1),
        answered=sum(answer.level is not None for answer in sheet.answers.values()),
        provisional=bool(found.provisional),
        held=_held(found),
    )


def _of_100(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 1)


def _held(found: Assessment) -> tuple[str, ...]:
    known = index_of(found.bank)
    names = {gate.id: gate.name for gate in found.bank.gates}
    names |= {dimension.id: dimension.name for dimension in known.dimensions.values()}
    said = (f"{cap.note}: {names[cap.about]}" if cap.about in names else cap.note for cap in found.verdict.caps)
    return tuple(dict.fromkeys(said))
