"""`serve`: the app on this computer, for this computer alone unless others are let in."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping

from detector.app_settings import refuse_unsafe, settings
from detector.cli.network import EVERY_ADDRESS, how_to_reach, network_addresses, open_to_others
from detector.cli.open_files import allow_many_open_files
from detector.cli.ports import refuse_taken
from detector.shipped_files import app_script
from detector.store.location import in_words, parse_url

HOST = "localhost"
ALONE = f"Open http://{HOST}:{{port}} in a browser on this computer. Stop with Ctrl+C."


def serve(port: int, *, lan: bool = False) -> int:
    """Run the app until it is stopped; the exit code is the server's.

    Args:
        port: where it listens.
        lan: whether other devices in the network may reach it.

    Raises:
        DetectorError: if the port is taken, the settings name no place to keep assessments or are not safe, or others
            are to reach a computer that is in no network.

    """
    own = settings()
    refuse_unsafe(own)
    place = in_words(parse_url(own.database_url))
    if lan:
        refuse_taken(port, EVERY_ADDRESS, (HOST, *network_addresses()), "serve --lan")
    else:
        refuse_taken(port, HOST, (HOST,), "serve")
    others = open_to_others(own, port) if lan else None
    allow_many_open_files()
    print(how_to_reach(others, port) if others else ALONE.format(port=port))
    print(f"Assessments are kept in: {place}", flush=True)
    return _run(port, EVERY_ADDRESS, others.settings) if others else _run(port, HOST, {})


def _run(port: int, address: str, given: Mapping[str, str]) -> int:
    options = (f"--server.port={port}", f"--server.address={address}", "--server.headless=true")
    # -P: a file in the folder it is started from, such as a `secrets.py`, is never taken for a part of the program.
    command = (sys.executable, "-P", "-m", "streamlit", "run", str(app_script()), *options)
    with subprocess.Popen(command, env=os.environ | dict(given)) as server:
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
