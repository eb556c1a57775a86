"""The server: what `app.py` starts. Pages, light pages beside them, and what stands before both."""

from detector.server.assembly import parts

__all__ = ["parts"]
