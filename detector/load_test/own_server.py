"""A server that the load test starts itself, kills without a warning, and starts again with the same data."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from tempfile import TemporaryFile
from typing import Protocol

from detector.load_test.faults import LoadTestError
from detector.load_test.process_use import Use, use_of
from detector.shipped_files import PARENT

HOST = "127.0.0.1"
_LONGEST_START, _LONGEST_END = 60.0, 10.0


class Killable(Protocol):
    """A server that bears to be killed."""

    def restart(self) -> None:
        """Kill it without a warning, start it again, and return once it answers."""
        ...

    def use(self) -> Use | None:
        """What it uses of the machine, None where that cannot be told."""
        ...


class OwnServer:
    """`python -m detector serve` on a free port of this machine, with these settings and no others."""

    def __init__(self, settings: Mapping[str, str]) -> None:
        """Begin stopped."""
        bare = {name: value for name, value in os.environ.items() if not name.startswith("DETECTOR_")}
        self._settings = {**bare, **settings}
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and return once it answers.

        Raises:
            LoadTestError: it ended, or did not answer in time; with what it said.
        """
        command = (sys.executable, "-m", "detector", "serve", "--port", str(self.port))
        with TemporaryFile() as said:
            self._process = subprocess.Popen(
                command, cwd=PARENT, env=self._settings, stdout=said, stderr=said, start_new_session=True
            )
            latest = time.monotonic() + _LONGEST_START
            while not self._answers():
                if self._process.poll() is not None or time.monotonic() > latest:
                    said.seek(0)
                    raise LoadTestError(f"The server did not start. It said:\n{said.read().decode(errors='replace')}")
                time.sleep(0.05)

    def restart(self) -> None:
        """Kill it without a warning, start it again, and return once it answers."""
        self._end(9)
        self.start()

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self._end(signal.SIGTERM)

    def use(self) -> Use | None:
        """What it uses of the machine, None where that cannot be told."""
        return use_of(self._process.pid) if self._process is not None else None

    def _end(self, how: int) -> None:
        """End the whole group of processes: a server killed alone would leave the one it started."""
        if self._process is None:
            return
        if sys.platform == "win32":
            subprocess.run(("taskkill", "/F", "/T", "/PID", str(self._process.pid)), check=False, capture_output=True)
        elif self._process.poll() is None:
            os.killpg(self._process.pid, how)
        self._process.wait(timeout=30)
        # Its children may take a moment longer to let go of the port.
        latest = time.monotonic() + _LONGEST_END
        while _listens(self.port) and time.monotonic() < latest:
            time.sleep(0.02)

    def _answers(self) -> bool:
        connection = HTTPConnection(HOST, self.port, timeout=2)
        try:
            connection.request("GET", "/join")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


@contextmanager
def own_servers(count: int, settings: Mapping[str, str]) -> Generator[tuple[OwnServer, ...]]:
    """So many servers that share one database, stopped at the end."""
    servers = tuple(OwnServer(settings) for _ in range(count))
    # Told to end, this program still has servers to stop: end as Ctrl+C does.
    earlier = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        for server in servers:
            server.start()
        yield servers
    finally:
        for server in servers:
            server.stop()
        signal.signal(signal.SIGTERM, earlier)


def _listens(port: int) -> bool:
    with socket.socket() as asking:
        asking.settimeout(1)
        return asking.connect_ex((HOST, port)) == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
