"""The phone pages on a real server that starts in a moment: everything is loaded once, then forked for each start."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import uvicorn
from phone.rooms import BANK
from starlette.applications import Starlette

from detector.light.phone import phone_routes
from detector.load_test.process_use import Use
from detector.store import open_store

HOST = "127.0.0.1"
TESTS = Path(__file__).parents[1]
_LONGEST_START = 30.0


@dataclass
class KilledServer:
    """A server that is killed without a warning and started again, by a parent process that stays."""

    parent: "subprocess.Popen[str]"
    port: int

    def start(self) -> None:
        """Start it, and return once it answers."""
        self._tell("start")
        latest = time.monotonic() + _LONGEST_START
        while not self._answers():
            assert time.monotonic() < latest, "the server did not start"
            time.sleep(0.01)

    def kill(self) -> None:
        """End it without a warning, and return once its port is free."""
        self._tell("kill")

    def restart(self) -> None:
        """Kill it and start it again."""
        self.kill()
        self.start()

    def use(self) -> Use | None:
        """Nobody asks what it uses."""
        return None

    def _tell(self, word: str) -> None:
        """Have the parent do it, and wait until it has."""
        assert self.parent.stdin is not None
        assert self.parent.stdout is not None
        self.parent.stdin.write(f"{word}\n")
        self.parent.stdin.flush()
        assert self.parent.stdout.readline() == "done\n"

    def _answers(self) -> bool:
        connection = HTTPConnection(HOST, self.port, timeout=5)
        try:
            connection.request("GET", "/join")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


@contextmanager
def killed_server(database: str, port: int) -> Generator[KilledServer]:
    """A server on a database, started."""
    given = os.environ | {"PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS)))}
    command = (sys.executable, __file__, database, str(port))
    with subprocess.Popen(command, env=given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        server = KilledServer(parent, port)
        try:
            server.start()
            yield server
        finally:
            server.kill()
            parent.terminate()


def _serve(database: str, port: int) -> None:
    store = open_store(database)
    app = Starlette(routes=phone_routes(lambda: store.workshops, lambda: BANK))
    uvicorn.run(app, host=HOST, port=port, log_level="error")


def _parent(database: str, port: int) -> None:
    child = 0
    for word in sys.stdin:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            child = 0
        if word == "start\n":
            child = os.fork()
            if child == 0:
                _serve(database, port)
                os._exit(0)
        print("done", flush=True)


if __name__ == "__main__":
    _parent(sys.argv[1], int(sys.argv[2]))
