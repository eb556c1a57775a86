"""The part of a bank whose entries all fit, so that mistakes between them are found together with the others."""

from collections.abc import Iterator
from dataclasses import dataclass

from detector.content.schema import build_bank
from detector.content.tree import Items, Keys, Leaf, Path, Tree, follow, without
from detector.core.bank import Bank

# Taking out an entry can leave the one around it empty, and the one around that.
_ROUNDS = 4


@dataclass(frozen=True)
class SoundPart:
    """A bank without the entries that do not fit; `unread` are all words these hold, ids among them.

    `taken` are the paths that were taken out, each as it was when its turn came.
    """

    bank: Bank
    unread: frozenset[str]
    taken: tuple[Path, ...]

    def whole_path(self, path: Path) -> Path:
        """Where something of this part is in the whole tree."""
        for gone in reversed(self.taken):
            path = _before(path, gone)
        return path


def sound_part(tree: Tree) -> SoundPart | None:
    """What is left of a tree without its misfits, or None where the misfits are not in entries of a list."""
    taken: list[Path] = []
    unread: set[str] = set()
    for _ in range(_ROUNDS):
        bank, misfits = build_bank(tree)
        if bank is not None:
            return SoundPart(bank, frozenset(unread), tuple(taken))
        cuts = {misfit.cut for misfit in misfits}
        if () in cuts:
            return None
        for cut in sorted(_outermost(cuts), reverse=True):
            unread.update(_words(follow(tree, cut)))
            tree = without(tree, cut)
            taken.append(cut)
    return None


def _outermost(cuts: set[Path]) -> Iterator[Path]:
    for cut in cuts:
        if not any(cut[:length] in cuts for length in range(len(cut))):
            yield cut


def _words(tree: Tree | None) -> Iterator[str]:
    match tree:
        case Leaf():
            yield str(tree.value)
        case Items():
            for item in tree.items:
                yield from _words(item)
        case Keys():
            for value in tree.values.values():
                yield from _words(value)
        case None:
            return


def _before(path: Path, gone: Path) -> Path:
    """A path as it was before something was taken out: later items of the same list move on by one."""
    around, position = gone[:-1], gone[-1]
    at = len(around)
    if path[:at] != around or len(path) <= at or not isinstance(position, int):
        return path
    step = path[at]
    return (*around, step + 1, *path[at + 1 :]) if isinstance(step, int) and step >= position else path
