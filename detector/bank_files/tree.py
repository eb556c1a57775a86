"""What a bank file says, with the file and line of every value."""

from collections.abc import Mapping
from dataclasses import dataclass

Scalar = str | int | float | bool | None
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A file, and a line counted from 1; line 0 is the file as a whole."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        """The place as printed before a problem."""
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True)
class Leaf:
    """A single value."""

    place: Place
    value: Scalar


@dataclass(frozen=True)
class Items:
    """A list."""

    place: Place
    items: tuple["Tree", ...]


@dataclass(frozen=True)
class Keys:
    """Keys with their values; a key has a place of its own."""

    place: Place
    values: Mapping[str, "Tree"]
    key_places: Mapping[str, Place]


Tree = Leaf | Items | Keys


@dataclass(frozen=True)
class Spot:
    """Where a problem is: the entry or value at `path`; `line` where that is another than the one it begins on."""

    path: Path
    line: Place | None = None


Plain = Scalar | list["Plain"] | dict[str, "Plain"]


def plain(tree: Tree) -> Plain:
    """The tree as plain lists and dictionaries."""
    match tree:
        case Leaf():
            return tree.value
        case Items():
            return [plain(item) for item in tree.items]
        case Keys():
            return {key: plain(value) for key, value in tree.values.items()}


def child(tree: Tree, step: str | int) -> Tree | None:
    """What stands under a key or at a position, or None."""
    match tree, step:
        case Keys(), str():
            return tree.values.get(step)
        case Items(), int() if 0 <= step < len(tree.items):
            return tree.items[step]
        case _:
            return None


def follow(tree: Tree, path: Path) -> Tree | None:
    """What stands at the end of a path, or None."""
    found: Tree | None = tree
    for step in path:
        found = None if found is None else child(found, step)
    return found


def place_of(tree: Tree, path: Path) -> Place:
    """The place of the last value on the path that exists; of its key, where it has one."""
    place, here = tree.place, tree
    for step in path:
        below = child(here, step)
        if below is None:
            break
        place = here.key_places[step] if isinstance(here, Keys) and isinstance(step, str) else below.place
        here = below
    return place
