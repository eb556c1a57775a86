"""What a YAML parser stumbled over, in plain words."""

import yaml

from detector.bank_files.tree import Finding, Place

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


def syntax_finding(error: yaml.YAMLError, file: str) -> Finding:
    """Where and why the parser stopped."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Finding((), "this file cannot be read as YAML.", "Bring back the file you had before.", Place(file))
    context, problem = error.context or "", error.problem or ""
    for while_doing, said, fault, remedy in _FAULTS:
        if while_doing in context and said in problem:
            begins_earlier = "here" in fault or while_doing == "simple key"
            mark = error.context_mark if begins_earlier and error.context_mark else error.problem_mark
            return Finding((), fault, remedy, Place(file, mark.line + 1 if mark else 0))
    line = error.problem_mark.line + 1 if error.problem_mark else 0
    return Finding((), "this line cannot be read.", "Check its indentation, colons and quotes.", Place(file, line))
