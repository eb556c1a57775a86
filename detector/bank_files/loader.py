"""The bank in a folder, or everything that is wrong with it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path as FilePath

from detector.bank_files.checks import Unread, find_mistakes
from detector.bank_files.entry_names import entry_words
from detector.bank_files.folder import read_folder
from detector.bank_files.partial_bank import Reading
from detector.bank_files.schema import build_bank
from detector.bank_files.sound_part import sound_part
from detector.bank_files.tree import Finding, Keys, Path, Tree, follow, place_of
from detector.core.bank import Bank
from detector.core.errors import BankError, Problem
from detector.shipped_files import questions_folder

DEFAULT_FOLDER = questions_folder()
MOST_PROBLEMS = 500


def load_bank(folder: FilePath | None = None) -> Bank:
    """The bank of a folder, by default the project's own.

    Raises:
        BankError: the files have mistakes; it holds every one of them, as far as a person can read.

    """
    reading = read_folder(folder or DEFAULT_FOLDER)
    tree = reading.tree()
    bank, misfits = build_bank(tree)
    if bank is not None and not reading.findings and not any(find_mistakes(bank)):
        return bank
    new = (misfit.finding for misfit in misfits if not _is_about_absent(reading, misfit.path))
    findings = [*reading.findings, *_news(tree, reading.findings, new)]
    if not reading.is_blind:
        unread = Unread(frozenset(reading.words), frozenset(reading.absent))
        more = _news(tree, findings, _between_entries(tree, bank, unread))
        findings += islice(more, MOST_PROBLEMS)
    raise BankError(_problems(reading, tree, findings))


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


def _news(tree: Tree, said: Iterable[Finding], more: Iterable[Finding]) -> Iterator[Finding]:
    """Those findings of `more` that are not about a value that something was said of already."""
    values = {found.path for found in said if not isinstance(follow(tree, found.path), Keys)}
    around = {path[:length] for path in values for length in range(len(path))}
    for found in more:
        is_condition_around = found.path[-1:] == ("when",) and found.path in around
        is_repeated = any(found.path[:length] in values for length in range(len(found.path) + 1))
        if not is_condition_around and not is_repeated:
            yield found


def _problems(reading: Reading, tree: Tree, findings: Iterable[Finding]) -> list[Problem]:
    """The findings as people read them, file by file and line by line."""
    order = {name.rpartition("/")[2]: position for position, name in enumerate(reading.files)}
    placed = [(found.place or place_of(tree, found.path), found) for found in findings]
    placed.sort(key=lambda pair: (order.get(pair[0].file, len(order)), pair[0].line))
    problems = [_problem(f"{place}", entry_words(tree, found.path), found) for place, found in placed[:MOST_PROBLEMS]]
    if len(placed) > MOST_PROBLEMS:
        fault = f"there are more mistakes than these {MOST_PROBLEMS}."
        problems.append(Problem(reading.folder.name, fault, "Mend these first."))
    return problems


def _problem(place: str, entry: str, found: Finding) -> Problem:
    return Problem(f"{place}: {entry}" if entry else place, found.fault, found.remedy)
