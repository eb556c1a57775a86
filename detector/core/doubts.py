"""Facts that can hardly both be true: they are kept as they were given, and asked about."""

from collections.abc import Iterator
from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank, FactQuestion
from detector.core.conditions import truth
from detector.core.flow import asked_facts


@dataclass(frozen=True)
class Doubt:
    """Two facts as given: `more` is more than `less`, which it can hardly be."""

    more: FactQuestion
    less: FactQuestion

    def is_about(self, fact_id: str) -> bool:
        """Whether a fact is one of the two."""
        return fact_id in (self.more.id, self.less.id)


def doubts(bank: Bank, sheet: AnswerSheet) -> tuple[Doubt, ...]:
    """Every two facts, as answered and asked, of which the one can hardly be more than the other and is."""
    return tuple(_doubts(bank, sheet))


def _doubts(bank: Bank, sheet: AnswerSheet) -> Iterator[Doubt]:
    asked = {fact.id: fact for fact in asked_facts(bank, sheet)}
    for fact in asked.values():
        limit = fact.at_most
        other = asked.get(limit.fact) if limit else None
        if limit is None or other is None or (limit.unless and truth(bank, limit.unless, sheet)):
            continue
        value, most = sheet.facts.get(fact.id), sheet.facts.get(other.id)
        if isinstance(value, int | float) and isinstance(most, int | float) and value > most:
            yield Doubt(fact, other)
