"""Servers for a benchmark: the product as `python -m detector serve` starts it, and other pages the same way."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from project import ROOT

SECONDS_TO_START = 60
SECONDS_TO_STOP = 15


@dataclass(frozen=True)
class Server:
    """A running server: the port it listens on at `localhost`, and its process."""

    port: int
    process: psutil.Process

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://localhost:{self.port}"

    def cpu_seconds(self) -> float:
        """The processor time used so far by the server and everything it started."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(each.cpu_times().user + each.cpu_times().system for each in family)


@contextmanager
def product(data_folder: Path) -> Generator[Server]:
    """The product, keeping its assessments in that folder."""
    port = _free_port()
    command = (sys.executable, "-m", "detector", "serve", "--port", str(port))
    with _running(command, port, {"DETECTOR_DATA_DIR": str(data_folder), "DETECTOR_DATABASE_URL": ""}) as server:
        yield server


@contextmanager
def page(name: str) -> Generator[Server]:
    """A Streamlit page of this folder, under the product's own settings and command."""
    port = _free_port()
    file = Path(__file__).with_name(name)
    options = (f"--server.port={port}", "--server.address=localhost", "--server.headless=true")
    with _running((sys.executable, "-m", "streamlit", "run", str(file), *options), port, {}) as server:
        yield server


@contextmanager
def _running(command: Sequence[str], port: int, settings: dict[str, str]) -> Generator[Server]:
    environment = os.environ | settings
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as started:
        try:
            _wait_until_it_answers(started, port)
            yield Server(port, psutil.Process(started.pid))
        finally:
            _stop(started)


def _wait_until_it_answers(started: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end:
        if started.poll() is not None:
            raise RuntimeError(f"The server ended with code {started.returncode} before it answered.")
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The server did not answer within {SECONDS_TO_START} s.")


def _stop(started: subprocess.Popen[bytes]) -> None:
    """End the server and what it started, gently first."""
    family = psutil.Process(started.pid).children(recursive=True) if started.poll() is None else []
    started.terminate()
    try:
        started.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        started.kill()
    for left in psutil.wait_procs(family, timeout=SECONDS_TO_STOP)[1]:
        left.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
