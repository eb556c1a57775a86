"""What people are told when something is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is, what is wrong, and how to mend it.

    Args:
        place: file and line, or the path inside a file ("answers.MKT1.level").
        fault: what is wrong, one sentence without the place.
        remedy: what to do about it, one sentence.
    """

    place: str
    fault: str
    remedy: str = ""

    def __str__(self) -> str:
        """The problem on one line: place, fault, remedy."""
        return f"{self.place}: {self.fault} {self.remedy}".rstrip()


class DetectorError(Exception):
    """Something an officer can put right. Anything else that is raised is a bug."""


class ProblemsError(DetectorError):
    """Every mistake found in one input, at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order they were found."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class BankError(ProblemsError):
    """The question bank has mistakes."""


class FileError(ProblemsError):
    """A file somebody brought cannot be used as it is."""


class AnswerError(DetectorError):
    """An answer does not fit its question."""


class StoreError(DetectorError):
    """What was typed could not be kept, or what was kept could not be read."""


class RoomError(DetectorError):
    """A workshop cannot do this now."""


class ExportError(ProblemsError):
    """A document could not be made."""
