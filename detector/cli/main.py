"""Which command was asked for, and the exit code it ends with."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from detector.cli.usage import Asked, parser
from detector.core.errors import DetectorError

DONE, AT_FAULT = 0, 1


def main(words: Sequence[str] | None = None) -> int:
    """Run the command those words ask for: 0 when done, 1 where the input is at fault.

    Raises:
        SystemExit: with 2 where the words make no command, with 0 after help or the version.

    """
    _never_fail_on_a_character()
    asked = parser().parse_args(words, namespace=Asked())
    try:
        code = asked.run(asked)
        sys.stdout.flush()
    except DetectorError as error:
        print(error, file=sys.stderr)
        return AT_FAULT
    except KeyboardInterrupt:
        return AT_FAULT
    except BrokenPipeError:
        # Whoever read the output has gone, as `head` does. What is still unwritten goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def _never_fail_on_a_character() -> None:
    """Let a console that lacks a character show another in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
