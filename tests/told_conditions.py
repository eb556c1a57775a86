"""The bank's conditions told in other words: true is 1, false is 0, and what is open lies half way between.

All of several is the least of them, any of them the most. The thresholds, and what the codes of the tests
are, stand here once more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from detector.core.answers import FactValue
from detector.core.bank import AllOf, AnswerIs, Bank, Condition, ContractTest
from detector.core.bank.guidance import Conflict

OPEN = 0.5
LOWER, UPPER = 207_720, 663_540
MARKS = {"92511000": "reserved", "98513310": "light_touch", "71000000": "other"}


@dataclass(frozen=True)
class Told:
    """What is known: facts by id, and counted levels by question."""

    bank: Bank
    facts: Mapping[str, FactValue]
    levels: Mapping[str, int]

    def is_raised(self, conflict: Conflict) -> bool:
        """Whether a conflict must be raised: its answers are so, and nothing certainly silences it."""
        silenced = 0.0 if conflict.unless is None else self._worth(conflict.unless)
        return self._worth(conflict.when) == 1 and silenced != 1

    def _worth(self, condition: Condition) -> float:
        if isinstance(condition, AnswerIs):
            return self._test(condition)
        if isinstance(condition, AllOf):
            return min(self._worth(part) for part in condition.all)
        return max(self._worth(part) for part in condition.any)

    def _test(self, test: AnswerIs) -> float:
        if test.contract is not None:
            return self._over() if test.contract is ContractTest.OVER_THRESHOLD else self._past()
        if test.question is not None:
            asked = {each.id: each.when for part in self.bank.dimensions for each in part.questions}
            if self._is_unasked(asked[test.question]):
                return 0
            return self._within(test, self.levels.get(test.question))
        if self._is_unasked(self._when(test.fact or "")):
            return 0
        value = self.facts.get(test.fact or "")
        return OPEN if value is None else self._of_value(test, value)

    def _of_value(self, test: AnswerIs, value: FactValue) -> float:
        if test.marked is not None:
            return float(MARKS[str(value)] == test.marked.value)
        if test.is_one_of is None:
            assert isinstance(value, int | float)
            return self._within(test, value)
        given = set(value) if isinstance(value, tuple) else {value}
        return float(bool(given & set(test.is_one_of)))

    def _within(self, test: AnswerIs, number: float | None) -> float:
        if number is None:
            return OPEN
        least = float("-inf") if test.at_least is None else test.at_least
        under = float("inf") if test.under is None else test.under
        return float(least <= number < under)

    def _when(self, fact_id: str) -> Condition | None:
        return next(fact.when for fact in self.bank.facts if fact.id == fact_id)

    def _is_unasked(self, when: Condition | None) -> bool:
        return when is not None and self._worth(when) == 0

    def _known(self, fact_id: str) -> FactValue | None:
        return None if self._is_unasked(self._when(fact_id)) else self.facts.get(fact_id)

    def _over(self) -> float:
        worth, code = self._known("contract_value"), self._known("cpv_code")
        if worth is None:
            return OPEN
        assert isinstance(worth, int | float)
        lines = {"reserved": UPPER, "light_touch": UPPER, "other": LOWER}
        possible = {worth >= line for mark, line in lines.items() if code is None or MARKS[str(code)] == mark}
        return float(possible.pop()) if len(possible) == 1 else OPEN

    def _past(self) -> float:
        if self._is_unasked(self._when("vesting_on")) or self._is_unasked(self._when("contract_starts_on")):
            return 0
        begins, vesting = self._known("contract_starts_on"), self._known("vesting_on")
        years = self._known("contract_years")
        if begins is not None and vesting is not None and str(begins) >= str(vesting):
            return 0
        if begins is None or vesting is None or years is None:
            return OPEN
        assert isinstance(years, int)
        first, last = date.fromisoformat(str(begins)), date.fromisoformat(str(vesting))
        return float((first.year + years, first.month, first.day) > (last.year, last.month, last.day))
