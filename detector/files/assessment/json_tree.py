"""JSON as it stands in a file, before anything is known about it."""

from itertools import islice
from math import inf, nan
from typing import TypeAlias

from detector.core.messages import shown

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

# More digits than any number that could be meant, and few enough to read at once.
_LONGEST_NUMBER = 40
_FEW = 4


class Members(dict[str, Json]):
    """A JSON object that remembers which of its keys stood there more than once, with both values."""

    def __init__(self, pairs: list[tuple[str, Json]]) -> None:
        """Keep the first value of every key, and every repetition."""
        super().__init__()
        self.repeated: list[tuple[str, Json, Json]] = []
        for key, value in pairs:
            if key in self:
                self.repeated.append((key, self[key], value))
            else:
                self[key] = value


def whole_number(digits: str) -> int | float:
    """A whole number of the file; one of absurd length becomes infinite, which nothing takes."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else inf


def fraction(digits: str) -> float:
    """A number of the file with a point or a power of ten; nought has no sign."""
    return float(digits) or 0.0


def constant(name: str) -> float:
    """The value of a word such as NaN, which JSON does not know and nothing takes."""
    return nan if name == "NaN" else inf


def named(value: Json) -> str:
    """A value as a message can name it, briefly."""
    match value:
        case None:
            return "nothing (null)"
        case dict():
            parts = [f"{shown(key)}: {_part(member)}" for key, member in islice(value.items(), _FEW)]
            return f"{{{', '.join(parts)}{', ...' if len(value) > _FEW else ''}}}"
        case list():
            return "a list"
        case _:
            return shown(value)


def _part(value: Json) -> str:
    """A member of a group, itself named without its members."""
    return "{...}" if isinstance(value, dict) else named(value)
