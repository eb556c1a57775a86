"""Collecting every mistake of a file, at a cost that stays small however many there are."""

from collections.abc import Collection

from detector.core.errors import FileError, Problem
from detector.core.messages import did_you_mean, one_of, shown

MOST_LISTED = 200
# A remedy that names every possible word is of use only while they are few.
_FEW_WORDS = 10


class Findings:
    """The mistakes found so far: the first ones in full, the rest counted."""

    def __init__(self) -> None:
        """Start with none."""
        self.listed: list[Problem] = []
        self.more = 0

    def add(self, place: str, fault: str, remedy: str = "") -> None:
        """Note one mistake."""
        if len(self.listed) < MOST_LISTED:
            self.listed.append(Problem(place, fault, remedy))
        else:
            self.more += 1

    def add_unknown(self, place: str, kind: str, word: str, known: Collection[str]) -> None:
        """Note a word that is not one of those known, with the nearest that is."""
        if len(self.listed) >= MOST_LISTED:
            self.more += 1
            return
        few = one_of(known) if len(known) <= _FEW_WORDS else ""
        self.add(place, f"There is no {kind} {shown(word)}.", did_you_mean(word, known) or few or "Remove it.")

    def count(self) -> int:
        """How many mistakes were found so far."""
        return len(self.listed) + self.more

    def refuse_any(self) -> None:
        """Go on only where nothing was found.

        Raises:
            FileError: with every mistake.

        """
        if self.more:
            rest = Problem("the file", f"And {self.more:,} more mistakes.", "Mend those above first.")
            raise FileError([*self.listed, rest])
        if self.listed:
            raise FileError(self.listed)
