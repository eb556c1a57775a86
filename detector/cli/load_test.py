"""`load-test`: how many people a server bears, told by simulated ones over real connections."""

import argparse
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from detector.app_settings import settings
from detector.bank_files import load_bank
from detector.cli.open_files import allow_many_open_files
from detector.load_test import LoadTestError, Plan, Result, Target, measure
from detector.load_test.own_server import HOST, own_servers
from detector.load_test.projector import Watched
from detector.load_test.table import errors, machine, table
from detector.load_test.wire import Address, address_of
from detector.load_test.workshop import throwaway_workshop
from detector.store import Store, open_store
from detector.store.location import FILE_NAME, sqlite_url

NO_SERVER = "Say which server to test, as http://localhost:8501, or start one for the test with --serve."
BOTH = "Give an address or --serve, not both."
ONLY_OWN = "--kill-every and --processes are for a server that the test starts itself: add --serve."
ONE_FILE = "Two processes share a PostgreSQL database: name it with --database."


@dataclass(frozen=True)
class Trial:
    """What was asked for: the plans, one after the other, and the server; "" and 0 where nothing was said."""

    plans: tuple[Plan, ...]
    urls: tuple[str, ...]
    code: str
    database: str
    serve: bool
    processes: int


def load_test(trial: Trial) -> int:
    """Run the plans and print the table: 0 where every acknowledged answer was found once, else 1.

    Raises:
        DetectorError: the test could not begin.
    """
    _refuse_what_makes_no_sense(trial)
    allow_many_open_files()
    results: list[Result] = []
    try:
        with _running(trial) as run:
            for plan in trial.plans:
                print(f"{plan.people:,} people ...", file=sys.stderr, flush=True)
                results.append(run(plan))
    finally:
        if results:
            print(f"\nMeasured on: {machine()}\n\n{table(results)}\n{errors(results)}")
    return 0 if all(result.is_sound for result in results) else 1


def _refuse_what_makes_no_sense(trial: Trial) -> None:
    if not trial.serve and not trial.urls:
        raise LoadTestError(NO_SERVER)
    if trial.serve and (trial.urls or trial.code):
        raise LoadTestError(BOTH)
    if not trial.serve and (trial.processes > 1 or any(plan.kill_every for plan in trial.plans)):
        raise LoadTestError(ONLY_OWN)
    if trial.processes > 1 and not trial.database.startswith("postgresql"):
        raise LoadTestError(ONE_FILE)


@contextmanager
def _running(trial: Trial) -> Generator[Callable[[Plan], Result]]:
    """What runs one plan, as long as the servers are there."""
    if trial.code:
        target = Target(tuple(map(address_of, trial.urls)), trial.code)
        yield lambda plan: measure(plan, target)
    elif not trial.serve:
        addresses = tuple(map(address_of, trial.urls))
        with _opened(trial.database or settings().database_url) as store:
            yield lambda plan: _in_a_room(store, plan, Target(addresses, ""))
    else:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            database = trial.database or sqlite_url(Path(folder) / FILE_NAME)
            given = {"DETECTOR_DATA_DIR": folder, "DETECTOR_DATABASE_URL": database}
            with own_servers(trial.processes, given) as servers, _opened(database) as store:
                addresses = tuple(Address(HOST, server.port) for server in servers)
                yield lambda plan: _in_a_room(store, plan, Target(addresses, "", servers=servers))


@contextmanager
def _opened(database: str) -> Generator[Store]:
    store = open_store(database)
    try:
        yield store
    finally:
        store.close()


def _in_a_room(store: Store, plan: Plan, target: Target) -> Result:
    with throwaway_workshop(store, load_bank(settings().questions_dir), plan, date.today()) as room:  # noqa: DTZ011 - the officer's own day
        watched = Watched(store, room.key, tuple(room.state.rounds))
        return measure(plan, replace(target, code=room.code or "", watched=watched))


def load_test_words(command: argparse.ArgumentParser) -> None:
    """The words of the command."""
    command.description = (
        "Simulates people who join a workshop and answer, each with a browser's own cookies, over real connections. "
        "Prints how many answers were sent, acknowledged, stored, lost and counted twice, and how long they took. "
        "The room it makes for this is erased at the end. Exit code 1 where an acknowledged answer is lost or "
        "counted twice."
    )
    _server_words(command)
    _people_words(command)


def _server_words(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    urls_help = "the server, as http://localhost:8501; people are spread over several"
    add("urls", metavar="URL", nargs="*", default=(), help=urls_help)
    add("--serve", action="store_true", help="start a server of its own for the test, with data of its own")
    code_help = "answer in the workshop with this join code, on a server elsewhere; it is not erased"
    add("--code", metavar="CODE", default="", help=code_help)
    add("--database", metavar="DATABASE", default="", help="the server's database (default: as in the settings)")
    add("--processes", metavar="N", type=_whole, default=1, help="with --serve and PostgreSQL: so many servers")
    kill_help = "with --serve: kill the server without a warning, again and again"
    add("--kill-every", metavar="S", type=_seconds, help=kill_help)


def _people_words(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    people_help = "how many people (default: 50); several numbers make several runs"
    add("--people", metavar="N", type=_whole, nargs="+", default=[50], help=people_help)
    add("--seconds", metavar="S", type=_seconds, default=20.0, help="how long they answer (default: 20)")
    every_help = "seconds between two answers of one person (default: 5)"
    add("--every", metavar="S", type=_seconds, default=5.0, help=every_help)
    add("--burst", action="store_true", help="all answer once, within one second")


def trial_of(asked: argparse.Namespace) -> Trial:
    """What the words ask for."""
    values = vars(asked)
    plans = tuple(
        Plan(people, values["seconds"], values["every"], values["burst"], values["kill_every"])
        for people in values["people"]
    )
    return Trial(
        plans, tuple(values["urls"]), values["code"], values["database"], values["serve"], values["processes"]
    )


def _whole(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and 1 <= int(word[:6]) <= 100_000):
        raise argparse.ArgumentTypeError(f"a number from 1 to 100,000, not {word!r}")
    return int(word)


def _seconds(word: str) -> float:
    try:
        seconds = float(word)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 86_400:
        raise argparse.ArgumentTypeError(f"seconds from 0.1 to 86400, not {word!r}")
    return seconds
