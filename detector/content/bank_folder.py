"""The files of a bank folder, read into one tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath

from detector.content.text_file import UnreadableError, read_text
from detector.content.tree import Finding, Items, Keys, Leaf, Path, Place, Tree, plain, words_in
from detector.content.yaml_reader import read_yaml
from detector.core.answers.wording import did_you_mean, one_of, shown
from detector.core.bank import Bank

BANK_FILE = "bank.yaml"
SECTIONS = ("gates", "facts", "actions", "sources")
_STEM = re.compile(r"[A-Za-z0-9_-]{1,60}")


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


def read_folder(folder: FilePath) -> Reading:
    """Every file of the bank, and everything that is wrong with them as files."""
    reading = Reading(folder)
    if not folder.is_dir():
        reading.findings.append(
            Finding((), "there is no such folder.", "Name the folder of a bank.", Place(str(folder)))
        )
        reading.absent.update(Bank.model_fields)
        reading.is_blind = True
        return reading
    named = _read_bank_file(reading)
    _read_dimensions(reading, named)
    for section in SECTIONS:
        _read_section(reading, section)
    reading.findings.extend(_strays(reading))
    return reading


def _read_bank_file(reading: Reading) -> Items | None:
    tree = _read_keys(reading, BANK_FILE)
    if tree is None:
        reading.absent.update(key for key in Bank.model_fields if key not in {"dimensions", *SECTIONS})
        return None
    named: Items | None = None
    for key, value in tree.values.items():
        place = tree.key_places[key]
        if key in SECTIONS:
            reading.findings.append(
                Finding((), f"'{key}' stands in the wrong file.", f"Move it to {key}.yaml.", place)
            )
        elif key != "dimensions":
            reading.put(key, value, place)
        elif isinstance(value, Items):
            named = value
    if named is None:
        remedy = "List the dimension files in order: 'dimensions: [market, staff]'."
        reading.findings.append(Finding((), "'dimensions' is missing, or not a list.", remedy, tree.place))
    return named


def _read_dimensions(reading: Reading, named: Items | None) -> None:
    present = sorted(path.stem for path in (reading.folder / "dimensions").glob("*.yaml"))
    stems = {stem: Place(BANK_FILE) for stem in present} if named is None else dict(_stems(reading, named, present))
    trees: list[Tree] = []
    for stem in stems:
        tree = _read_keys(reading, f"dimensions/{stem}.yaml", ("dimensions", len(trees)))
        if tree is None:
            reading.absent.add("dimensions")
        else:
            trees.append(tree)
    place = Place(BANK_FILE) if named is None else named.place
    reading.put("dimensions", Items(place, tuple(trees)), place)


def _stems(reading: Reading, named: Items, present: list[str]) -> Iterator[tuple[str, Place]]:
    seen: set[str] = set()
    for item in named.items:
        stem = item.value if isinstance(item, Leaf) else None
        fault, remedy = "", ""
        if not isinstance(stem, str) or not _STEM.fullmatch(stem):
            fault, remedy = f"{shown(plain(item))} is not the name of a file.", "Write it without folder and ending."
        elif stem in seen:
            fault, remedy = f"{shown(stem)} is listed twice under 'dimensions'.", "Keep one of them."
        elif stem not in present:
            fault = f"there is no file dimensions/{stem}.yaml."
            remedy = did_you_mean(stem, present) or one_of(present)
            reading.absent.add("dimensions")
            reading.is_blind = True
        else:
            seen.add(stem)
            yield stem, item.place
        if fault:
            reading.findings.append(Finding((), fault, remedy, item.place))


def _read_section(reading: Reading, section: str) -> None:
    tree = _read_keys(reading, f"{section}.yaml")
    if tree is None or section not in tree.values:
        reading.absent.add(section)
        place = Place(f"{section}.yaml")
        reading.put(section, Items(place, ()), place)
        reading.words.update(words_in(tree))
    if tree is None:
        return
    if not tree.values:
        fault, remedy = f"'{section}' is missing.", f"Begin the file with '{section}:'."
        reading.findings.append(Finding((), fault, remedy, tree.place))
    for key, value in tree.values.items():
        if key == section:
            reading.put(key, value, tree.key_places[key])
        else:
            fault = f"there is no key {shown(key)} in this file."
            reading.findings.append(Finding((), fault, f"It holds '{section}:' only.", tree.key_places[key]))


def _read_keys(reading: Reading, name: str, at: Path = ()) -> Keys | None:
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


def _strays(reading: Reading) -> Iterator[Finding]:
    for path in sorted(reading.folder.rglob("*")):
        name = path.relative_to(reading.folder).as_posix()
        is_content = path.suffix.lower() in {".yaml", ".yml"} and not path.name.startswith(".")
        if is_content and name not in reading.files:
            is_dimension = name.startswith("dimensions/")
            if is_dimension:
                _count_in(reading, path)
            listing = f"List it under 'dimensions' in {BANK_FILE}, or take it away."
            remedy = listing if is_dimension else "Take it away."
            yield Finding((), "nothing refers to this file.", remedy, Place(name))


def _count_in(reading: Reading, path: FilePath) -> None:
    """Take the words of a dimension nobody lists for known: most likely it was only forgotten."""
    reading.absent.add("dimensions")
    try:
        reading.words.update(re.findall(r"\w+", read_text(path)))
    except UnreadableError:
        reading.is_blind = True
