"""The product's server as a test starts, stops and kills it."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from detector.store import Store, open_store
from detector.store.location import FILE_NAME, sqlite_url

PROJECT = Path(__file__).parents[2]
HOST = "127.0.0.1"
LONGEST_START = 60.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A server on its own port with its own data folder; start it again and both stay the same.

    `launcher` is a command that takes the server's command as its last words; `questions` another bank's folder;
    `database_url` a PostgreSQL database in place of the file in the data folder.
    """

    data_dir: Path
    launcher: tuple[str, ...] = ()
    questions: Path | None = None
    database_url: str = ""
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None
    _read: int = 0

    @property
    def url(self) -> str:
        """The address of the Start page, without a closing slash."""
        return f"http://{HOST}:{self.port}"

    @property
    def database(self) -> Path:
        """The file in which this server keeps assessments."""
        return self.data_dir / FILE_NAME

    def start(self) -> None:
        """Start the server and wait until it answers."""
        command = [*self.launcher, sys.executable, "-m", "streamlit", "run", "app.py"]
        options = [f"--server.port={self.port}", f"--server.address={HOST}"]
        environment = os.environ | {"DETECTOR_DATA_DIR": str(self.data_dir)}
        if self.questions is not None:
            environment["DETECTOR_QUESTIONS_DIR"] = str(self.questions)
        if self.database_url:
            environment["DETECTOR_DATABASE_URL"] = self.database_url
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command + options, cwd=PROJECT, env=environment, stdout=log, stderr=log)
        self._wait_until_it_answers(time.monotonic() + LONGEST_START)

    def stop(self) -> None:
        """Ask the server to end, as Ctrl+C or a closing of the window does, and wait until it has."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=20)

    def kill(self) -> None:
        """End the server at once, without a warning."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=20)

    @property
    def process_id(self) -> int:
        """The number of the running process."""
        assert self._process is not None
        return self._process.pid

    def store(self) -> Store:
        """The same assessments, opened beside the server; close it after use."""
        return open_store(self.database_url or sqlite_url(self.database))

    def crashes(self) -> list[str]:
        """The crash reports written since this was last asked, each with a few lines before and after it."""
        text = self._log.read_text(encoding="utf-8", errors="replace")
        new, self._read = text[self._read :], len(text)
        return [new] if "Traceback (most recent call last)" in new else []

    @property
    def _log(self) -> Path:
        return self.data_dir.with_name(f"{self.data_dir.name}.log")

    def _wait_until_it_answers(self, latest: float) -> None:
        while not self._answers():
            assert self._process is not None
            ended = self._process.poll() is not None
            if ended or time.monotonic() > latest:
                said = self._log.read_text(encoding="utf-8", errors="replace")
                message = f"The server {'ended' if ended else 'did not answer'}. It said:\n{said}"
                raise AssertionError(message)
            time.sleep(0.05)

    def _answers(self) -> bool:
        connection = HTTPConnection(HOST, self.port, timeout=1)
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()
