"""Reading YAML into a tree: values only, nothing that YAML could hide, repeat or run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite

import yaml

from detector.bank_files.syntax_messages import syntax_problem
from detector.bank_files.tree import Items, Keys, Leaf, Path, Place, Scalar, Spot, Tree
from detector.core.errors import Problem
from detector.core.messages import shown

DEEPEST = 20
MOST_VALUES = 20_000
# Stands on the path of what has no key to be found by.
NO_KEY = ""
_BRING_BACK = "Bring back the file you had before."

_WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_NUMBER = re.compile(r"[-+]?([0-9]{1,15}\.[0-9]*|\.[0-9]+|[0-9]{1,15}(?=[eE]))([eE][-+]?[0-9]{1,3})?")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "false": False}
# What YAML would silently make of a word that a person means as a word.
_SLIPPERY = {"yes": "true", "on": "true", "no": "false", "off": "false"}

# The C parser is the same grammar, twenty times faster; some machines have no build of it.
Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class _RefusedError(Exception):
    """A file goes beyond what a person would write; holds where and how."""

    def __init__(self, place: Place, fault: str) -> None:
        self.place = place
        self.fault = fault
        super().__init__(f"{place}: {fault}")


def read_yaml(text: str, file: str) -> tuple[Tree | None, list[Problem[Spot]]]:
    """The file's tree, None where it cannot be read, and everything found wrong on the way."""
    reading = _Reading(file, yaml.parse(text, Loader=Loader))
    try:
        return _whole_file(reading), reading.problems
    except _RefusedError as error:
        reading.problems.append(Problem(Spot((), error.place), error.fault, _BRING_BACK))
    except yaml.YAMLError as error:
        reading.problems.append(syntax_problem(error, file))
    return None, reading.problems


@dataclass
class _Reading:
    """One pass over a file: what is still to come, and what was wrong so far."""

    file: str
    events: Iterator[yaml.Event]
    problems: list[Problem[Spot]] = field(default_factory=list[Problem[Spot]])
    values: int = 0

    def place(self, event: yaml.Event) -> Place:
        """Where something begins."""
        return Place(self.file, event.start_mark.line + 1 if event.start_mark else 0)

    def note(self, path: Path, event: yaml.Event, fault: str, remedy: str) -> None:
        """Keep a problem, placed where something begins."""
        self.problems.append(Problem(Spot(path, self.place(event)), fault, remedy))


def _whole_file(reading: _Reading) -> Tree | None:
    tree: Tree | None = None
    for event in reading.events:
        if isinstance(event, yaml.NodeEvent):
            tree = _node(reading, event, ())
        elif isinstance(event, yaml.DocumentStartEvent) and tree is not None:
            reading.note((), event, "a second document begins here.", "Take the line '---' away.")
            return None
    if tree is None:
        reading.problems.append(Problem(Spot((), Place(reading.file)), "this file is empty.", _BRING_BACK))
    return tree


def _node(reading: _Reading, event: yaml.Event, path: Path) -> Tree:
    reading.values += 1
    if len(path) > DEEPEST:
        fault = f"lists or groups stand inside each other more than {DEEPEST} deep."
        raise _RefusedError(reading.place(event), fault)
    if reading.values > MOST_VALUES:
        raise _RefusedError(reading.place(event), f"this file holds more than {MOST_VALUES:,} values.")
    _refuse_marks(reading, event, path)
    if isinstance(event, yaml.SequenceStartEvent):
        return _items(reading, event, path)
    if isinstance(event, yaml.MappingStartEvent):
        return _keys(reading, event, path)
    if isinstance(event, yaml.ScalarEvent):
        return _leaf(reading, event, path)
    return Leaf(reading.place(event), "")


def _refuse_marks(reading: _Reading, event: yaml.Event, path: Path) -> None:
    mark = ""
    if isinstance(event, yaml.AliasEvent):
        mark = f"*{event.anchor}"
    elif isinstance(event, yaml.NodeEvent) and event.anchor:
        mark = f"&{event.anchor}"
    elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        mark = event.tag
    if mark:
        fault = f"{shown(mark)} means something special in YAML, which the bank does not use."
        reading.note(path, event, fault, "Put a text that begins with * & or ! in quotes, or write the entry out.")


def _items(reading: _Reading, start: yaml.Event, path: Path) -> Items:
    items: list[Tree] = []
    for event in reading.events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(_node(reading, event, (*path, len(items))))
    return Items(reading.place(start), tuple(items))


def _keys(reading: _Reading, start: yaml.Event, path: Path) -> Keys:
    values: dict[str, Tree] = {}
    places: dict[str, Place] = {}
    for event in reading.events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = _key(reading, event, path)
        value = _node(reading, next(reading.events), (*path, key or NO_KEY))
        if key in places:
            fault = f"{shown(key)} is given twice, here and on line {places[key].line}."
            reading.note(path, event, fault, "Keep one of them.")
        elif key is not None:
            values[key], places[key] = value, reading.place(event)
    return Keys(reading.place(start), values, places)


def _key(reading: _Reading, event: yaml.Event, path: Path) -> str | None:
    if not isinstance(event, yaml.ScalarEvent):
        _node(reading, event, (*path, NO_KEY))
        reading.note(path, event, "a key is a single word.", "Write 'key: value'; put a text with brackets in quotes.")
        return None
    _refuse_marks(reading, event, path)
    if event.value == "<<" and event.implicit[0]:
        reading.note(path, event, "'<<' copies an entry, which the bank does not use.", "Write the entry out.")
        return None
    return event.value


def _leaf(reading: _Reading, event: yaml.ScalarEvent, path: Path) -> Leaf:
    word = event.value
    if not event.implicit[0]:
        return Leaf(reading.place(event), word)
    if value := _SLIPPERY.get(word.lower()) if _has_usual_capitals(word) else None:
        remedy = f"""Write "{word}" in quotes where you mean the word, and {value} where you mean that."""
        reading.note(path, event, f"the bare word {word} is read as {value}.", remedy)
        return Leaf(reading.place(event), word)
    return Leaf(reading.place(event), _meaning(word))


def _has_usual_capitals(word: str) -> bool:
    return word in {word.lower(), word.upper(), word.capitalize()}


def _meaning(word: str) -> Scalar:
    """The number, true or false, or nothing that an unquoted word stands for; else the word itself."""
    if word in _NOTHING:
        return None
    if word.lower() in _BOOLEANS and _has_usual_capitals(word):
        return _BOOLEANS[word.lower()]
    if _WHOLE_NUMBER.fullmatch(word):
        return int(word)
    if _NUMBER.fullmatch(word) and isfinite(float(word)):
        return float(word)
    return word
