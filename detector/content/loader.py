"""The bank in a folder, or everything that is wrong with it."""

from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath

from detector.content.bank_folder import Reading, read_folder
from detector.content.entry_words import entry_words
from detector.content.schema import build_bank
from detector.content.sound_part import sound_part
from detector.content.tree import Finding, Keys, Path, Tree, follow, place_of
from detector.core.bank import Bank
from detector.core.bank_checks import Unread, find_mistakes
from detector.core.errors import BankError, Problem

DEFAULT_FOLDER = FilePath(__file__).resolve().parents[2] / "questions"


def load_bank(folder: FilePath | None = None) -> Bank:
    """The bank of a folder, by default the project's own.

    Raises:
        BankError: the files have mistakes; it holds every one of them.

    """
    reading = read_folder(folder or DEFAULT_FOLDER)
    tree = reading.tree()
    bank, misfits = build_bank(tree)
    new = (misfit.finding for misfit in misfits if not _is_about_absent(reading, misfit.path))
    findings = _said_once(tree, reading.findings, new)
    if not reading.is_blind:
        unread = Unread(frozenset(reading.words), frozenset(reading.absent))
        findings = _said_once(tree, findings, _between_entries(tree, bank, unread))
    if bank is None or findings:
        raise BankError(_problems(reading, tree, findings))
    return bank


def _is_about_absent(reading: Reading, path: Path) -> bool:
    """Whether a misfit only repeats that a file could not be read."""
    return len(path) == 1 and path[0] in reading.absent


def _between_entries(tree: Keys, bank: Bank | None, unread: Unread) -> Iterator[Finding]:
    """Mistakes between entries; among the sound ones only, where others do not fit."""
    if bank is not None:
        for mistake in find_mistakes(bank, unread):
            yield Finding(mistake.entry, mistake.fault, mistake.remedy)
    elif part := sound_part(tree, unread):
        for mistake in find_mistakes(part.bank, part.unread):
            yield Finding(part.whole_path(mistake.entry), mistake.fault, mistake.remedy)


def _said_once(tree: Tree, said: list[Finding], more: Iterable[Finding]) -> list[Finding]:
    """The findings of both, without those of the second about a value that the first already speaks of."""
    values = [found.path for found in said if not isinstance(follow(tree, found.path), Keys)]
    return [*said, *(found for found in more if not any(_repeats(found.path, value) for value in values))]


def _repeats(path: Path, value: Path) -> bool:
    """Whether a path leads to the value or into it, or to a condition that holds it."""
    is_condition_around = path[-1:] == ("when",) and value[: len(path)] == path
    return path[: len(value)] == value or is_condition_around


def _problems(reading: Reading, tree: Tree, findings: Iterable[Finding]) -> list[Problem]:
    """The findings as people read them, file by file and line by line."""
    order = {name.rpartition("/")[2]: position for position, name in enumerate(reading.files)}
    placed = [(found.place or place_of(tree, found.path), found) for found in findings]
    placed.sort(key=lambda pair: (order.get(pair[0].file, len(order)), pair[0].line))
    return [_problem(f"{place}", entry_words(tree, found.path), found) for place, found in placed]


def _problem(place: str, entry: str, found: Finding) -> Problem:
    return Problem(f"{place}: {entry}" if entry else place, found.fault, found.remedy)
