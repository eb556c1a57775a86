"""A small sound bank, and what is said when something in it is broken."""

import shutil
from pathlib import Path

from detector.bank_files import load_bank
from detector.core.errors import BankError

SMALL_BANK = Path(__file__).parent / "small_bank"


def copy_small_bank(parent: Path) -> Path:
    """A copy of the small bank that a test may break."""
    return Path(shutil.copytree(SMALL_BANK, parent / "questions"))


def replace_once(folder: Path, file: str, old: str, new: str) -> None:
    """Change the one place of a file that reads like this."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} has {text.count(old)} times: {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def problems_in(folder: Path) -> list[str]:
    """Every problem of a bank as printed, nothing where it is sound."""
    try:
        load_bank(folder)
    except BankError as error:
        return [str(problem) for problem in error.problems]
    return []


def problems_after(parent: Path, file: str, old: str, new: str) -> list[str]:
    """What is wrong with a copy of the small bank after one change."""
    folder = copy_small_bank(parent)
    replace_once(folder, file, old, new)
    return problems_in(folder)
