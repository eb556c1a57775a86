"""What has been read of a bank folder so far, and reading one more file."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath

from detector.bank_files.text_file import UnreadableError, read_text
from detector.bank_files.tree import Finding, Keys, Path, Place, Tree
from detector.bank_files.yaml_positions import read_yaml

BANK_FILE = "bank.yaml"


@dataclass
class Reading:
    """All files of one folder: the tree they make, and what was wrong.

    `absent` are the bank's keys that are not all there, `words` all words of the files that could not be read;
    `is_blind` where nothing at all is known of a file.
    """

    folder: FilePath
    values: dict[str, Tree] = field(default_factory=dict[str, Tree])
    key_places: dict[str, Place] = field(default_factory=dict[str, Place])
    findings: list[Finding] = field(default_factory=list[Finding])
    files: list[str] = field(default_factory=list[str])
    absent: set[str] = field(default_factory=set[str])
    words: set[str] = field(default_factory=set[str])
    is_blind: bool = False

    def tree(self) -> Keys:
        """Everything that could be read, under the bank's own keys."""
        return Keys(Place(BANK_FILE, 1), self.values, self.key_places)

    def put(self, key: str, value: Tree, place: Place) -> None:
        """Add a part of the tree."""
        self.values[key], self.key_places[key] = value, place


def read_keys(reading: Reading, name: str, at: Path = ()) -> Keys | None:
    """The keys of one file of the folder, or None where it has none; `at` is the entry that the file is."""
    path = reading.folder / name
    reading.files.append(name)
    try:
        text = read_text(path)
    except UnreadableError as error:
        reading.findings.append(error.finding)
        reading.is_blind = True
        return None
    tree, findings = read_yaml(text, path.name)
    # A file that cannot be read has no entries, so that only its lines can be named.
    reading.findings.extend(replace(found, path=(*at, *found.path) if tree else ()) for found in findings)
    if isinstance(tree, Keys):
        return tree
    reading.words.update(re.findall(r"\w+", text))
    if tree is None:
        return None
    reading.findings.append(Finding((), "this file holds no keys.", "Write 'key: value' lines.", Place(path.name)))
    return None
