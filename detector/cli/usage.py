"""The words of the command line: commands, options, and the help on each."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from detector import __version__
from detector.cli.backup_usage import AskedOfBackups, backup_words, restore_words, verify_words
from detector.cli.check import check
from detector.cli.compare import compare
from detector.cli.export import ENDINGS, Wish, export
from detector.cli.history import AskedOfHistory, history, history_words
from detector.cli.load_test import load_test, load_test_words, trial_of
from detector.cli.ports import DEFAULT_PORT
from detector.cli.score import score
from detector.cli.serve import serve
from detector.report.blocks import Length

# As it was called: by its own name where it is installed, else as a module.
PROGRAM = "detector" if Path(sys.argv[0]).stem == "detector" else "python -m detector"
EXIT_CODES = "Exit code: 0 when done, 1 when the input is at fault (message on standard error), 2 for wrong usage."

# Word and PowerPoint keep no day after 2107, and a spreadsheet none before 1900; nobody means one so far off.
EARLIEST_YEAR, LATEST_YEAR = 1990, 2099


class Asked(AskedOfBackups, AskedOfHistory):
    """What was asked for; each command fills only its own part."""

    run: "Callable[[Asked], int]"
    folder: Path | None
    file: str
    files: list[str]
    as_json: bool
    to: Path
    length: Length | None
    template: Path | None
    on: date | None
    port: int
    lan: bool


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Mutual Business Detector: is a council service suited to become a public service mutual?",
        epilog=f"Help on one command: {PROGRAM} score --help. {EXIT_CODES}",
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"Mutual Business Detector {__version__}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, explain, does, example in (
        ("check", _check_words, "check a question bank", "check questions"),
        ("score", _score_words, "show the result of an assessment file", "score library.json"),
        (
            "compare",
            _compare_words,
            "show several services side by side",
            "compare library.json leisure.json",
        ),
        (
            "export",
            _export_words,
            "turn an assessment file into another format",
            "export library.json --to library.pdf",
        ),
        ("serve", _serve_words, "start the app on this computer", "serve --port 8600"),
        ("backup", backup_words, "put all that is kept into one file", "backup detector-backup.sqlite3"),
        ("restore", restore_words, "put a backup back", "restore detector-backup.sqlite3"),
        ("verify", verify_words, "check that what is kept, or a backup, is whole", "verify"),
        ("history", _history_words, "tell who changed an assessment, and what", "history --assessment Libraries"),
        ("load-test", _load_test_words, "see how many people a server bears", "load-test --serve --people 50"),
    ):
        epilog = f"Example: {PROGRAM} {example}"
        explain(commands.add_parser(name, help=f"{does}: {PROGRAM} {example}", epilog=epilog, allow_abbrev=False))
    return whole


def _check_words(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Checks a question bank. Prints every mistake at once, as file:line: entry: fault, remedy: first those of "
        "single entries, then those between entries; or, where there is none, what the bank holds."
    )
    command.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="the bank's folder (default: questions)")
    command.set_defaults(run=_check)


def _score_words(command: argparse.ArgumentParser) -> None:
    command.description = "Shows what the answers in an assessment file say: verdict, scores, gates, what to do first."
    _add_file(command)
    command.add_argument("--json", dest="as_json", action="store_true", help="the result as JSON, for other programs")
    command.set_defaults(run=_score)


def _compare_words(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Shows several assessment files side by side: how often one service stands before another, of 100 ways that "
        "unknown answers, weights and lines may turn out."
    )
    command.add_argument("files", metavar="FILE", nargs="+", help="the assessment files (.json)")
    command.add_argument("--json", dest="as_json", action="store_true", help="the same as JSON, for other programs")
    command.set_defaults(run=_compare)


def _export_words(command: argparse.ArgumentParser) -> None:
    command.description = f"Writes an assessment in the format that the ending of OUT names: {ENDINGS}."
    _add_file(command)
    command.add_argument("--to", metavar="OUT", type=Path, required=True, help="the file to write")
    command.add_argument(
        "--length",
        type=_length,
        metavar="LENGTH",
        help="how much a .pdf, .docx or .html says: summary (two pages) or full (the default)",
    )
    template_help = "your council's own Word template (.docx or .dotx), for a .docx"
    command.add_argument("--template", metavar="DOCX", type=Path, help=template_help)
    command.add_argument("--on", metavar="DATE", type=_day, help="the day it prints, as 2026-11-22 (default: today)")
    command.add_argument("--force", action="store_true", help="write over OUT if it is there already")
    command.set_defaults(run=_export)


def _serve_words(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Starts the app on this computer, for this computer alone; with --lan also for phones and other computers in "
        "its network, for a workshop. Stop it with Ctrl+C."
    )
    port_help = f"the port to listen to (default: {DEFAULT_PORT})"
    command.add_argument("--port", metavar="N", type=_port, default=DEFAULT_PORT, help=port_help)
    lan_help = "let other devices in the network in: prints where phones join, and the code for assessments"
    command.add_argument("--lan", action="store_true", help=lan_help)
    command.set_defaults(run=_serve)


def _history_words(command: argparse.ArgumentParser) -> None:
    history_words(command)
    command.set_defaults(run=_history)


def _load_test_words(command: argparse.ArgumentParser) -> None:
    load_test_words(command)
    command.set_defaults(run=_load_test)


def _add_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="the assessment file (.json); - reads standard input")


def _check(asked: Asked) -> int:
    return check(asked.folder)


def _score(asked: Asked) -> int:
    return score(asked.file, as_json=asked.as_json)


def _compare(asked: Asked) -> int:
    return compare(asked.files, as_json=asked.as_json)


def _export(asked: Asked) -> int:
    return export(asked.file, Wish(asked.to, asked.force, asked.length, asked.template, asked.on))


def _serve(asked: Asked) -> int:
    return serve(asked.port, lan=asked.lan)


def _history(asked: Asked) -> int:
    return history(asked.kept_in, asked.assessment)


def _load_test(asked: Asked) -> int:
    return load_test(trial_of(asked))


def _port(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and 1 <= int(word[:6]) <= 65535):
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {word!r}")
    return int(word)


def _length(word: str) -> Length:
    try:
        return Length(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a length is {' or '.join(Length)}, not {word!r}") from None


def _day(word: str) -> date:
    try:
        day = date.fromisoformat(word)
    except ValueError:
        day = None
    if day is None or day.isoformat() != word:
        raise argparse.ArgumentTypeError(f"a day is written as 2026-11-22, not {word!r}")
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        fault = f"a day lies from {EARLIEST_YEAR} to {LATEST_YEAR}, and {word!r} does not: check the year"
        raise argparse.ArgumentTypeError(fault)
    return day
