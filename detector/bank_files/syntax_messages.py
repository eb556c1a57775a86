"""What a YAML parser stumbled over, in plain words."""

import yaml

from detector.bank_files.tree import Place, Spot
from detector.core.errors import Problem

_RESERVED = (
    "a text begins with a character that YAML keeps for itself.",
    "Put the whole text in quotes.",
)
# By what the parser was doing and what it then said; the first that fits counts.
_FAULTS = (
    ("quoted scalar", "unexpected end", "a quote is opened here and never closed.", "Close it, or take it away."),
    (
        "",
        "unknown escape",
        "a backslash inside double quotes begins something unknown.",
        "Use single quotes around the text.",
    ),
    ("", "cannot start any token", *_RESERVED),
    ("alias", "", *_RESERVED),
    ("anchor", "", *_RESERVED),
    ("tag", "", *_RESERVED),
    (
        "flow",
        "",
        "brackets opened here are not closed, or lack a comma.",
        "Close them; a text that holds brackets or commas goes in quotes.",
    ),
    ("simple key", "", "this line has no colon after its key.", "Write 'key: value', or indent a text that goes on."),
    (
        "",
        "mapping values",
        "there is a colon where none can be.",
        "Put a text that holds a colon in quotes, and check the indentation of this line.",
    ),
    (
        "block",
        "",
        "this line does not fit the lines above it.",
        "Check its indentation; a text that holds quotes or brackets goes in quotes as a whole.",
    ),
)


def syntax_problem(error: yaml.YAMLError, file: str) -> Problem[Spot]:
    """Where and why the parser stopped."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _problem(file, None, "this file cannot be read as YAML.", "Bring back the file you had before.")
    context, said = error.context or "", error.problem or ""
    for while_doing, words, fault, remedy in _FAULTS:
        if while_doing in context and words in said:
            begins_earlier = "here" in fault or while_doing == "simple key"
            mark = error.context_mark if begins_earlier and error.context_mark else error.problem_mark
            return _problem(file, mark, fault, remedy)
    return _problem(file, error.problem_mark, "this line cannot be read.", "Check its indentation, colons and quotes.")


def _problem(file: str, mark: yaml.Mark | None, fault: str, remedy: str) -> Problem[Spot]:
    return Problem(Spot((), Place(file, mark.line + 1 if mark else 0)), fault, remedy)
