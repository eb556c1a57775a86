"""Collecting every problem of a file, at a cost that stays small however many there are."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from detector.core.bank import Bank
from detector.core.errors import FileError, Problem
from detector.core.messages import did_you_mean, one_of, shown
from detector.files.assessment.json_tree import Json, named
from detector.wording.plain import counted

MOST_LISTED = 200
# A remedy that names every possible word is of use only while they are few.
_FEW_WORDS = 10

Known = TypeVar("Known")


class ProblemList:
    """The problems found so far: the first ones in full, the rest counted."""

    def __init__(self) -> None:
        """Start with none."""
        self.listed: list[Problem] = []
        self.more = 0

    def add(self, place: str, fault: str, remedy: str = "") -> None:
        """Note one problem."""
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
        """How many problems were found so far."""
        return len(self.listed) + self.more

    def refuse_any(self) -> None:
        """Go on only where nothing was found.

        Raises:
            FileError: with every problem.

        """
        if self.more:
            rest = Problem("the file", f"And {counted(self.more, 'more mistake')}.", "Mend those above first.")
            raise FileError(self.listed, str(rest), untold=self.more)
        if self.listed:
            raise FileError(self.listed)


@dataclass(frozen=True)
class Context:
    """What every section of a file is read with.

    The bank to read against, ids of the file itself where they have changed since, and the problems so far.
    """

    bank: Bank
    former: Mapping[str, str]
    problems: ProblemList

    def place(self, section: str, key: str) -> str:
        """Where an entry stands, by the id that is written in the file."""
        return f"{section}.{self.former.get(key, key)}"

    def add(self, place: str, problems: Collection[Problem]) -> None:
        """Note problems whose own places are parts of that place."""
        for problem in problems:
            self.problems.add(f"{place}.{problem.place}".rstrip("."), problem.fault, problem.remedy)

    def section(self, members: Mapping[str, Json], key: str) -> dict[str, Json]:
        """The entries of a group, none where it is missing or is something else."""
        entries = members.get(key, {})
        if isinstance(entries, dict):
            return entries
        self.problems.add(key, f"This is {named(entries)}.", f'Write it as "{key}": {{ }}, with its entries between.')
        return {}

    def entries(
        self, members: Mapping[str, Json], section: str, kind: str, known: Mapping[str, Known]
    ) -> Iterator[tuple[Known, str, Json]]:
        """Every entry of a group that the bank knows, as the bank has it, with its id and value; others are noted."""
        for key, value in self.section(members, section).items():
            if key in known:
                yield known[key], key, value
            else:
                self.problems.add_unknown(section, kind, key, known)

    def text(self, place: str, members: Mapping[str, Json], key: str) -> str:
        """A text as typed, nothing where it is missing or is something else."""
        value = members.get(key, "")
        if isinstance(value, str):
            return value
        self.problems.add(f"{place}.{key}", f"This takes a text, not {named(value)}.", "Write it in quotation marks.")
        return ""

    def refuse_unknown_keys(self, place: str, members: Mapping[str, Json], known: Collection[str]) -> None:
        """Note every key that has no meaning here."""
        for key in members:
            if key not in known:
                self.problems.add_unknown(place, "key", key, known)
