"""The worked examples that lie beside a bank."""

from pathlib import Path

from detector.bank_files.loader import DEFAULT_FOLDER


def example_files(folder: Path | None = None) -> tuple[Path, ...]:
    """The assessment files of a bank's worked examples, by name; by default those of the project's own bank."""
    return tuple(sorted(((folder or DEFAULT_FOLDER) / "examples").glob("*.json")))
