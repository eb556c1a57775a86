"""The bank's verdicts as ranks. Rank 0 is the worst verdict."""

from detector.core.bank import Band, Bank
from detector.core.scoring import TOLERANCE


def reaches(score: float, threshold: float) -> bool:
    """Whether a score is at or above a threshold, both 0-1, forgiving what adding up fractions loses."""
    return score >= threshold - TOLERANCE


def bands_by_rank(bank: Bank) -> tuple[Band, ...]:
    """The bank's bands, worst first: those no score reaches, then by the score they start from."""
    return tuple(sorted(bank.bands, key=lambda band: -1.0 if band.from_score is None else band.from_score))


def rank(bank: Bank, verdict_id: str) -> int:
    """How many verdicts are worse than this one."""
    return [band.id for band in bands_by_rank(bank)].index(verdict_id)
