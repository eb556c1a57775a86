"""A mistake between entries of the bank."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Mistake:
    """What is wrong with the entry at a path of keys and positions in the bank, and how to mend it."""

    entry: Path
    fault: str
    remedy: str
