"""The way back: what a backup holds, put into a database that is empty or may be replaced."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Restored:
    x: int


def restore() -> Restored: ...
