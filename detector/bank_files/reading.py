"""What has been read of a bank folder so far, and reading one more file."""

from dataclasses import dataclass, field
from pathlib import Path as FilePath

from detector.bank_files.text_file import UnreadableError, read_text
from detector.bank_files.tree import Keys, Path, Place, Spot, Tree
from detector.bank_files.yaml_positions import read_yaml
from detector.core.errors import Problem

BANK_FILE = "bank.yaml"


@dataclass
class Reading:
    """All files of one folder: the tree they make, and what was wrong with them as files.

    `unread` are paths to keys that stand in a file which could not be read: they are not missing.
    """

    folder: FilePath
    values: dict[str, Tree] = field(default_factory=dict[str, Tree])
    key_places: dict[str, Place] = field(default_factory=dict[str, Place])
    problems: list[Problem[Spot]] = field(default_factory=list[Problem[Spot]])
    files: list[str] = field(default_factory=list[str])
    unread: set[Path] = field(default_factory=set[Path])

    def tree(self) -> Keys:
        """Everything that could be read, under the bank's own keys."""
        return Keys(Place(BANK_FILE, 1), self.values, self.key_places)

    def put(self, key: str, value: Tree, place: Place) -> None:
        """Add a part of the tree."""
        self.values[key], self.key_places[key] = value, place

    def note(self, place: Place, fault: str, remedy: str) -> None:
        """Keep a problem of a file, or of one of its lines."""
        self.problems.append(Problem(Spot((), place), fault, remedy))


def read_keys(reading: Reading, name: str, at: Path = ()) -> Keys | None:
    """The keys of one file of the folder, or None where it has none; `at` is the entry that the file is."""
    path = reading.folder / name
    reading.files.append(name)
    try:
        text = read_text(path)
    except UnreadableError as error:
        reading.problems.append(error.problem)
        return None
    tree, problems = read_yaml(text, path.name)
    for found in problems:
        # A file that cannot be read has no entries, so that only its lines can be named.
        inside = (*at, *found.place.path) if tree else ()
        reading.problems.append(Problem(Spot(inside, found.place.line), found.fault, found.remedy))
    if isinstance(tree, Keys):
        return tree
    if tree is not None:
        reading.note(Place(path.name), "this file holds no keys.", "Write 'key: value' lines.")
    return None
