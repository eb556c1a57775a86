"""What is wrong with a single value, and what may stand in its place."""

import re

from pydantic_core import ErrorDetails

from detector.bank_files.tree import Items, Keys, Leaf, Path, Tree
from detector.core.bank import TOP_LEVEL
from detector.core.errors import Problem
from detector.core.messages import did_you_mean, one_of, shown

ID_REMEDY = "Use letters, digits and _, with a letter first."
_LEVELS_REMEDY = f"Every question describes levels 0 to {TOP_LEVEL}."
_CONDITION_REMEDY = "Write a test like {question: MKT1, at_least: 2}, or 'all' or 'any' with a list of tests."
_NUMBER = ("is not a number.", "Write digits only, without quotes, unit or comma.")
_PLAIN = {
    "int_type": ("is not a whole number.", "Write digits only, without quotes, unit or comma."),
    "int_from_float": ("is not a whole number.", "Write digits only, without quotes, unit or comma."),
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": ("is neither true nor false.", "Write true or false, without quotes."),
    "tuple_type": ("is not a list.", "Write [one, two], or one item a line after a dash."),
    "dict_type": ("is not a group of keys.", "Write 'key: value' lines, indented."),
    "model_type": ("is not a group of keys.", "Write 'key: value' lines, indented."),
    "condition": ("is not a condition.", _CONDITION_REMEDY),
    "date_type": ("is not a date.", "Write year, month and day, like 2026-11-22."),
    "date_parsing": ("is not a date.", "Write year, month and day, like 2026-11-22."),
    "date_from_datetime_parsing": ("is not a date.", "Write year, month and day, like 2026-11-22."),
    "date_from_datetime_inexact": ("is not a date.", "Write year, month and day, like 2026-11-22."),
}
_LIMITS = {
    "greater_than": ("gt", "is too small.", "Write a number above {}."),
    "greater_than_equal": ("ge", "is too small.", "Write {} or more."),
    "less_than": ("lt", "is too large.", "Write a number under {}."),
    "less_than_equal": ("le", "is too large.", "Write {} or less."),
}
_TEXTS_AND_LISTS = {
    "string_type": ("{} is not a text.", "Write a text."),
    "string_too_short": ("the text is empty.", "Write something."),
    "string_too_long": ("{} is too long.", "Use at most {max_length} characters."),
    "string_pattern_mismatch": ("{} cannot be an id.", ID_REMEDY),
    "version": ("{} is not a version.", 'Write a year and a number in quotes, like "2026.1".'),
    "code": ("{} is no service code.", 'Write eight digits in quotes, without the check digit, like "92511000".'),
    "too_short": ("the list has too few items.", "Give at least {min_length}."),
    "too_long": ("the list has too many items.", "Give at most {max_length}."),
}


def value_problem(path: Path, value: Tree | None, error: ErrorDetails) -> Problem[Path]:
    """What is wrong with the value at a path, in plain words."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "model_type" and "when" in path:
        kind = "condition"
    if "levels" in path and (found := _level_problem(path, value, kind)):
        return found
    if isinstance(value, Leaf) and value.value is None:
        return Problem(path, "there is no value.", "Write one after the colon or dash.")
    if kind in _PLAIN:
        fault, remedy = _PLAIN[kind]
        return Problem(path, f"{_seen(value)} {fault}", remedy)
    if kind in _LIMITS:
        limit, fault, remedy = _LIMITS[kind]
        return Problem(path, f"{_seen(value)} {fault}", remedy.format(f"{context[limit]:g}"))
    if kind in {"enum", "literal_error"}:
        words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        remedy = did_you_mean(_text(value), words) or one_of(words)
        return Problem(path, f"{_seen(value)} cannot stand here.", remedy)
    return _text_or_list_problem(path, value, kind, {key: str(limit) for key, limit in context.items()})


def _level_problem(path: Path, value: Tree | None, kind: str) -> Problem[Path] | None:
    if isinstance(value, Items) and kind == "too_short":
        return Problem((*path, len(value.items)), "no descriptor.", _LEVELS_REMEDY)
    if isinstance(value, Items) and kind == "too_long":
        return Problem(path, f"there are {len(value.items)} descriptors.", _LEVELS_REMEDY)
    is_empty = isinstance(value, Leaf) and (value.value is None or not str(value.value).strip())
    return Problem(path, "no descriptor.", _LEVELS_REMEDY) if is_empty and isinstance(path[-1], int) else None


def _text_or_list_problem(path: Path, value: Tree | None, kind: str, context: dict[str, str]) -> Problem[Path]:
    if kind == "string_pattern_mismatch" and path == ("version",):
        kind = "version"
    if kind == "string_pattern_mismatch" and path[-1] == "code":
        kind = "code"
    if kind == "string_type" and isinstance(value, Leaf):
        return Problem(path, f"{_seen(value)} is not a text.", f'Put it in quotes: "{_text(value)}".')
    fault, remedy = _TEXTS_AND_LISTS.get(kind, ("{} cannot stand here.", "Compare with a neighbouring entry."))
    return Problem(path, fault.format(_seen(value)), remedy.format_map(context))


def _seen(value: Tree | None) -> str:
    match value:
        case Leaf():
            return {True: "true", False: "false"}[value.value] if isinstance(value.value, bool) else shown(value.value)
        case Items():
            return "a list"
        case Keys():
            return "a group of keys"
        case None:
            return "this"


def _text(value: Tree | None) -> str:
    return _seen(value).strip("'")
