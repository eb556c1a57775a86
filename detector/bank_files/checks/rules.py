"""The numbers a verdict is made of: weights, bands, confidence and evidence grades."""

from collections.abc import Iterator
from math import fsum, isclose

from detector.bank_files.tree import Path
from detector.core.bank import LEVELS, Bank
from detector.core.errors import Problem

WHOLE = 100
LOWEST_START = 33.4


def verdict_rules(bank: Bank) -> Iterator[Problem[Path]]:
    """What is missing from these rules, stands twice, or does not add up."""
    for check in (_weights, _lowest_band, _same_bands, _bands_above_level_one, _confidence, _grades):
        yield from check(bank)


def _weights(bank: Bank) -> Iterator[Problem[Path]]:
    total = fsum(dimension.weight for dimension in bank.dimensions)
    if not isclose(total, WHOLE, abs_tol=1e-9):
        fault = f"the weights of all dimensions add up to {total:.10g}, not {WHOLE}."
        yield Problem(("dimensions",), fault, "Change the 'weight' of one or more.")


def _lowest_band(bank: Bank) -> Iterator[Problem[Path]]:
    if not any(band.from_score == 0 for band in bank.bands):
        fault = "no band begins at 0, so a low score has no verdict."
        yield Problem(("bands",), fault, "Write 'from_score: 0' for the lowest band that a score can reach.")


def _same_bands(bank: Bank) -> Iterator[Problem[Path]]:
    starts: dict[float | None, str] = {}
    labels: dict[str, str] = {}
    for position, band in enumerate(bank.bands):
        first = starts.setdefault(band.from_score, band.id)
        if first != band.id:
            start = "has no 'from_score'" if band.from_score is None else f"begins at {band.from_score:g}"
            remedy = "Give each band a start of its own; one band at most has none."
            yield Problem(("bands", position, "from_score"), f"band '{first}' {start} too.", remedy)
        named = labels.setdefault(band.label.casefold(), band.id)
        if named != band.id:
            yield Problem(("bands", position, "label"), f"band '{named}' has this label too.", "Give it another.")


def _bands_above_level_one(bank: Bank) -> Iterator[Problem[Path]]:
    lowest = min((band.from_score for band in bank.bands if band.from_score is not None), default=0)
    for position, band in enumerate(bank.bands):
        if band.from_score is not None and lowest < band.from_score <= LOWEST_START:
            fault = (
                f"it begins at {band.from_score:g}, and level 1 counts 33.3: to know that an answer is weak could "
                "then be better than not to know it."
            )
            yield Problem(("bands", position, "from_score"), fault, "Start it higher.")


def _confidence(bank: Bank) -> Iterator[Problem[Path]]:
    rules = bank.confidence
    total = fsum((rules.coverage, rules.evidence, rules.agreement))
    if not isclose(total, 1, abs_tol=1e-9):
        fault = f"coverage, evidence and agreement add up to {total:.10g}, not 1."
        yield Problem(("confidence",), fault, "Change one or more of them.")


def _grades(bank: Bank) -> Iterator[Problem[Path]]:
    described = [name.grade for name in bank.scale.evidence_grades]
    for grade in range(LEVELS):
        if grade not in described:
            path = ("scale", "evidence_grades")
            yield Problem(path, f"grade {grade} is not described.", "Describe 0, 1, 2 and 3, each once.")
