"""The migrations that landed, held to the text they landed with."""

from hashlib import sha256
from pathlib import Path

LANDED = Path(__file__).with_name("landed_migrations.sha256")


def frozen_faults(folder: Path, landed: str) -> list[str]:
    """What is wrong with the migrations in a folder, given a line "hash  name" for each that landed."""
    hashes = {name: line_hash for line_hash, name in (line.split() for line in landed.splitlines())}
    files = {file.name: file for file in sorted(folder.glob("*.py"))}
    gone = [f"{name}: a landed migration is never removed: put it back." for name in hashes if name not in files]
    return gone + [fault for name, file in files.items() if (fault := _fault(file, hashes.get(name)))]


def _fault(file: Path, landed: str | None) -> str:
    own = hash_of(file)
    if landed is None:
        return f"{file.name}: a migration lands with its hash. When it is done, add this line: {own}  {file.name}"
    return "" if own == landed else f"{file.name}: a landed migration is never edited: write the next one."


def hash_of(file: Path) -> str:
    """The SHA-256 of a text file, the same whichever way its lines end."""
    return sha256(file.read_text(encoding="utf-8").encode()).hexdigest()
