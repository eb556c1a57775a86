"""Whether the app can listen where it is asked to, found out before anything is promised."""

import errno
import os
import socket
from collections.abc import Iterable

from detector.core.errors import DetectorError

DEFAULT_PORT = 8501
LAST_PORT = 65_535


def refuse_taken(port: int, address: str, others: Iterable[str], command: str) -> None:
    """Return where the app can listen at a port.

    Args:
        port: where it is to listen.
        address: what it is to listen to, as the server is told.
        others: every address at which it is to be reached, the nearest first.
        command: how it is started, without a port.

    Raises:
        DetectorError: somebody listens there, or this account may not.
    """
    near, *_ = found = list(others)
    remedy = f"choose another port: {command} --port {port + 1 if port < LAST_PORT else DEFAULT_PORT}."
    answering = next((other for other in found if _answers(other, port)), None)
    if answering == near:
        running = f"The app may be running already: open http://{near}:{port}."
        raise DetectorError(f"Port {port} is in use. {running} Otherwise {remedy}")
    fault = "is in use" if answering else _fault(address, port)
    if fault:
        where = f" on {answering}" if answering else ""
        raise DetectorError(f"Port {port} {fault}{where}, so nothing was started. Please {remedy}")


def _answers(address: str, port: int) -> bool:
    try:
        with socket.create_connection((address, port), timeout=1):
            return True
    except OSError:
        return False


def _fault(address: str, port: int) -> str:
    """Why nothing can listen there, or "": asked as the server itself does in a moment."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as trying:
        # On Windows this would let two listen at one port.
        if os.name != "nt":
            trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((address, port))
        except OSError as error:
            return "may not be used by this account" if error.errno == errno.EACCES else "is in use"
    return ""
