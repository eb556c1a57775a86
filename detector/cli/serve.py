"""`serve`: the app on this computer, for this computer alone."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

from detector.app_settings import settings
from detector.cli.open_files import allow_many_open_files
from detector.core.errors import DetectorError
from detector.store.place import in_words, parse_url

APP_FILE = Path(__file__).resolve().parents[2] / "app.py"
DEFAULT_PORT = 8501
HOST = "localhost"


def serve(port: int) -> int:
    """Run the app until it is stopped; the exit code is the server's.

    Raises:
        DetectorError: if the port is taken, or the settings name no place to keep assessments.

    """
    place = in_words(parse_url(settings().database_url))
    if _is_taken(port):
        raise DetectorError(
            f"Port {port} is in use. The app may be running already: open http://{HOST}:{port}. "
            f"Otherwise choose another port: serve --port {port + 1 if port < 65535 else DEFAULT_PORT}."
        )
    allow_many_open_files()
    print(f"Open http://{HOST}:{port} in a browser on this computer. Stop with Ctrl+C.")
    print(f"Assessments are kept in: {place}", flush=True)
    return _run(port)


def _run(port: int) -> int:
    options = (f"--server.port={port}", f"--server.address={HOST}", "--server.headless=true")
    with subprocess.Popen((sys.executable, "-m", "streamlit", "run", str(APP_FILE), *options)) as server:
        earlier = signal.signal(signal.SIGTERM, lambda _signal, _frame: server.terminate())
        try:
            return _exit_code(server.wait())
        except KeyboardInterrupt:
            # The console has told the server too: it only needs time to end.
            server.wait()
            return 0
        finally:
            signal.signal(signal.SIGTERM, earlier)


def _exit_code(code: int) -> int:
    """The server's code: 0 where it was asked to end, 128 and the signal's number where another signal ended it."""
    if code == -signal.SIGTERM:
        return 0
    return code if code >= 0 else 128 - code


def _is_taken(port: int) -> bool:
    try:
        with socket.create_connection((HOST, port), timeout=1):
            return True
    except OSError:
        return False
