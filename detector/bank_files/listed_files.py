"""Folders of the bank that hold one entry a file, in the order that bank.yaml lists."""

import re
from collections.abc import Iterator

from detector.bank_files.reading import BANK_FILE, Reading, read_keys
from detector.bank_files.tree import Items, Leaf, Place, Tree, plain
from detector.core.messages import did_you_mean, one_of, shown

LISTED = ("dimensions", "forms")
STEM = r"[A-Za-z0-9_-]{1,60}"


def read_listed(reading: Reading, folder: str, named: Items | None) -> None:
    """Read the files that are named, or every file of the folder where no list of names could be read."""
    present = sorted(path.stem for path in (reading.folder / folder).glob("*.yaml"))
    stems = dict.fromkeys(present, Place(BANK_FILE))
    if named is not None:
        stems = dict(_stems(reading, folder, named, present))
    trees: list[Tree] = []
    for stem in stems:
        tree = read_keys(reading, f"{folder}/{stem}.yaml", (folder, len(trees)))
        if tree is not None:
            trees.append(tree)
    place = Place(BANK_FILE) if named is None else named.place
    reading.put(folder, Items(place, tuple(trees)), place)


def _stems(reading: Reading, folder: str, named: Items, present: list[str]) -> Iterator[tuple[str, Place]]:
    seen: set[str] = set()
    for item in named.items:
        stem = item.value if isinstance(item, Leaf) else None
        fault, remedy = "", ""
        if not isinstance(stem, str) or not re.fullmatch(STEM, stem):
            fault, remedy = f"{shown(plain(item))} is not the name of a file.", "Write it without folder and ending."
        elif stem in seen:
            fault, remedy = f"{shown(stem)} is listed twice under '{folder}'.", "Keep one of them."
        elif stem not in present:
            fault = f"there is no file {folder}/{stem}.yaml."
            remedy = did_you_mean(stem, present) or one_of(present)
        else:
            seen.add(stem)
            yield stem, item.place
        if fault:
            reading.note(item.place, fault, remedy)


def note_strays(reading: Reading) -> None:
    """Keep a problem for every YAML file that was not read, because nothing refers to it."""
    for path in sorted(reading.folder.rglob("*")):
        name = path.relative_to(reading.folder).as_posix()
        is_content = path.suffix.lower() in {".yaml", ".yml"} and not path.name.startswith(".")
        if is_content and name not in reading.files:
            folder = name.partition("/")[0]
            listing = f"List it under '{folder}' in {BANK_FILE}, or take it away."
            remedy = listing if folder in LISTED else "Take it away."
            reading.note(Place(name), "nothing refers to this file.", remedy)
