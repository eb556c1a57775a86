"""The command line: check a bank, score and export an assessment file, start the app."""

from detector.cli.main import main

__all__ = ["main"]
