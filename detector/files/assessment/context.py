"""What every section of a file is read with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from detector.core.bank import Bank
from detector.core.errors import Problem
from detector.files.assessment.json_tree import Json, named
from detector.files.assessment.problems import Findings


@dataclass(frozen=True)
class Context:
    """The bank to read against, ids of the file itself where they have changed since, and the mistakes so far."""

    bank: Bank
    former: Mapping[str, str]
    findings: Findings

    def place(self, section: str, key: str) -> str:
        """Where an entry stands, by the id that is written in the file."""
        return f"{section}.{self.former.get(key, key)}"

    def add(self, place: str, problems: Collection[Problem]) -> None:
        """Note problems whose own places are parts of that place."""
        for problem in problems:
            self.findings.add(f"{place}.{problem.place}".rstrip("."), problem.fault, problem.remedy)

    def section(self, members: Mapping[str, Json], key: str) -> dict[str, Json]:
        """The entries of a group, none where it is missing or is something else."""
        entries = members.get(key, {})
        if isinstance(entries, dict):
            return entries
        self.findings.add(key, f"This is {named(entries)}.", f'Write it as "{key}": {{ }}, with its entries between.')
        return {}

    def text(self, place: str, members: Mapping[str, Json], key: str) -> str:
        """A text as typed, nothing where it is missing or is something else."""
        value = members.get(key, "")
        if isinstance(value, str):
            return value
        self.findings.add(f"{place}.{key}", f"This takes a text, not {named(value)}.", "Write it in quotation marks.")
        return ""

    def refuse_unknown_keys(self, place: str, members: Mapping[str, Json], known: Collection[str]) -> None:
        """Note every key that has no meaning here."""
        for key in members:
            if key not in known:
                self.findings.add_unknown(place, "key", key, known)
