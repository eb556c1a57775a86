"""What people are told when something is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic

from typing_extensions import TypeVar

Place_co = TypeVar("Place_co", covariant=True, default=str)


@dataclass(frozen=True)
class Problem(Generic[Place_co]):
    """One thing that is wrong: where it is, what is wrong, and how to mend it.

    Args:
        place: as people read it: file and line, or the path inside a file ("answers.MKT1.level"). While a bank is
            checked it is the path of keys and positions, from which the loader makes file and line.
        fault: what is wrong, one sentence without the place.
        remedy: what to do about it, one sentence.
    """

    place: Place_co
    fault: str
    remedy: str = ""

    def __str__(self) -> str:
        """The problem on one line: place, fault, remedy."""
        return f"{self.place}: {self.fault} {self.remedy}".rstrip()


class DetectorError(Exception):
    """Something an officer can put right. Anything else that is raised is a bug."""


class ProblemsError(DetectorError):
    """Every problem found in one input, at once; `count` is how many, also where only the first ones are told."""

    def __init__(self, problems: Iterable[Problem], then: str = "", *, untold: int = 0) -> None:
        """Keep the problems in the order they were found; `then` is said after them, where there is more to know.

        `untold` is how many were found that are not among them.
        """
        self.problems = tuple(problems)
        self.count = len(self.problems) + untold
        super().__init__("\n".join([*map(str, self.problems), *([then] if then else [])]))


class BankError(ProblemsError):
    """The question bank has problems."""


class FileError(ProblemsError):
    """A file somebody brought cannot be used as it is."""


class AnswerError(DetectorError):
    """An answer does not fit its question."""


class StoreError(DetectorError):
    """What was typed could not be kept, or what was kept could not be read.

    `brief` is what happened and what to do, without what became of everything else.
    """

    def __init__(self, words: str, brief: str = "") -> None:
        """Keep both; without a brief one the words stand for it."""
        super().__init__(words)
        self.brief = brief or words


class WorkshopError(DetectorError):
    """A workshop cannot do this now."""


class ExportError(ProblemsError):
    """A document could not be made."""
