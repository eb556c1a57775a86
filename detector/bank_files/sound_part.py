"""The part of a bank whose entries all fit, so that mistakes between them are found together with the others."""

from collections.abc import Iterator
from dataclasses import dataclass

from detector.bank_files.checks import Unread
from detector.bank_files.schema import Misfit, build_bank
from detector.bank_files.tree import Keys, Path, Tree, follow, without, words_in
from detector.bank_files.yaml_positions import read_yaml
from detector.core.bank import Bank

# Taking out an entry can leave the one around it empty, and the one around that.
_ROUNDS = 4
# What other entries say can be judged without these, so that something sound takes their place.
_STAND_INS = """
version: "1.1"
published_on: 2000-01-01
judgement_note: none
scale:
  top_level_needs_evidence: 2
  local_weight_limit: 0.5
  evidence_grades: [{grade: 0, name: a, meaning: a}, {grade: 1, name: b, meaning: b},
                    {grade: 2, name: c, meaning: c}, {grade: 3, name: d, meaning: d}]
confidence: {coverage: 1, evidence: 0, agreement: 0, provisional_under: 0}
"""


@dataclass(frozen=True)
class SoundPart:
    """A bank without the entries that do not fit, and what is known of those.

    `taken` are the paths that were taken out, each as it was when its turn came.
    """

    bank: Bank
    unread: Unread
    taken: tuple[Path, ...]

    def whole_path(self, path: Path) -> Path:
        """Where something of this part is in the whole tree."""
        for gone in reversed(self.taken):
            path = _before(path, gone)
        return path


def sound_part(tree: Tree, unread: Unread) -> SoundPart | None:
    """What is left of a tree without its misfits, or None where too little is."""
    taken: list[Path] = []
    for _ in range(_ROUNDS):
        bank, misfits = build_bank(tree)
        if bank is not None:
            return SoundPart(bank, unread, tuple(taken))
        unread = _more_unread(tree, misfits, unread)
        for cut in sorted(_outermost({misfit.cut for misfit in misfits if misfit.cut}), reverse=True):
            tree = without(tree, cut)
            taken.append(cut)
        tree = _with_stand_ins(tree, {misfit.path for misfit in misfits if not misfit.cut})
    return None


def _more_unread(tree: Tree, misfits: list[Misfit], unread: Unread) -> Unread:
    gone = [misfit.cut if misfit.cut else misfit.path[:1] for misfit in misfits]
    words = {word for path in gone for word in words_in(follow(tree, path))}
    # A dimension without one of its questions still has its weight.
    keys = {str(step) for path in gone if len(path) <= 2 for step in path[:1]}
    return Unread(unread.words | words, unread.keys | keys)


def _with_stand_ins(tree: Tree, paths: set[Path]) -> Tree:
    stand_ins, _ = read_yaml(_STAND_INS, "")
    if not isinstance(tree, Keys) or not isinstance(stand_ins, Keys):
        return tree
    keys = {path[:1] for path in paths}
    values = {key: value for key, value in stand_ins.values.items() if (key,) in keys}
    return Keys(tree.place, {**tree.values, **values}, tree.key_places)


def _outermost(cuts: set[Path]) -> Iterator[Path]:
    for cut in cuts:
        if not any(cut[:length] in cuts for length in range(len(cut))):
            yield cut


def _before(path: Path, gone: Path) -> Path:
    """A path as it was before something was taken out: later items of the same list move on by one."""
    around, position = gone[:-1], gone[-1]
    at = len(around)
    if path[:at] != around or len(path) <= at or not isinstance(position, int):
        return path
    step = path[at]
    return (*around, step + 1, *path[at + 1 :]) if isinstance(step, int) and step >= position else path
