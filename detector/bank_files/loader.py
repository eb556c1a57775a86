"""The bank in a folder, or everything that is wrong with it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path as FilePath

from detector.bank_files.checks import find_problems
from detector.bank_files.entry_names import entry_words
from detector.bank_files.folder import read_folder
from detector.bank_files.reading import Reading
from detector.bank_files.schema import build_bank
from detector.bank_files.tree import Keys, Place, Spot, Tree, follow, place_of
from detector.core.bank import Bank
from detector.core.errors import BankError, Problem
from detector.shipped_files import questions_folder

DEFAULT_FOLDER = questions_folder()
MOST_PROBLEMS = 500
CHECKED_LATER = "Once these are mended, the entries are compared with each other: that may find more."


def example_files(folder: FilePath | None = None) -> tuple[FilePath, ...]:
    """The assessment files of a bank's worked examples, by name; by default those of the project's own bank."""
    return tuple(sorted(((folder or DEFAULT_FOLDER) / "examples").glob("*.json")))


def load_bank(folder: FilePath | None = None) -> Bank:
    """The bank of a folder, by default the project's own.

    Raises:
        BankError: with every problem of files, keys and values, as far as a person can read; where there is none,
            with every problem between the entries.

    """
    reading = read_folder(folder or DEFAULT_FOLDER)
    tree = reading.tree()
    bank, of_shape = build_bank(tree, reading.unread)
    problems = [*reading.problems, *_without_echoes(tree, reading.problems, of_shape)]
    if bank is None or problems:
        raise BankError(_told(reading, tree, problems), CHECKED_LATER)
    between = islice(find_problems(bank), MOST_PROBLEMS + 1)
    problems = [Problem(Spot(found.place), found.fault, found.remedy) for found in between]
    if problems:
        raise BankError(_told(reading, tree, problems))
    return bank


def _without_echoes(
    tree: Tree, said: Iterable[Problem[Spot]], more: Iterable[Problem[Spot]]
) -> Iterator[Problem[Spot]]:
    """Those of `more` that are not about a value of which something was said already."""
    values = {found.place.path for found in said if not isinstance(follow(tree, found.place.path), Keys)}
    around = {path[:length] for path in values for length in range(len(path))}
    for found in more:
        path = found.place.path
        is_condition_around = path[-1:] == ("when",) and path in around
        is_repeated = any(path[:length] in values for length in range(len(path) + 1))
        if not is_condition_around and not is_repeated:
            yield found


def _told(reading: Reading, tree: Tree, problems: Sequence[Problem[Spot]]) -> list[Problem]:
    """The problems as people read them, file by file and line by line."""
    order = {name.rpartition("/")[2]: position for position, name in enumerate(reading.files)}
    placed = [(found.place.line or place_of(tree, found.place.path), found) for found in problems]
    placed.sort(key=lambda pair: (order.get(pair[0].file, len(order)), pair[0].line))
    told = [_in_words(tree, line, found) for line, found in placed[:MOST_PROBLEMS]]
    if len(placed) > MOST_PROBLEMS:
        fault = f"there are more mistakes than these {MOST_PROBLEMS}."
        told.append(Problem(reading.folder.name, fault, "Mend these first."))
    return told


def _in_words(tree: Tree, line: Place, found: Problem[Spot]) -> Problem:
    entry = entry_words(tree, found.place.path)
    return Problem(f"{line}: {entry}" if entry else f"{line}", found.fault, found.remedy)
