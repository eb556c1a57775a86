"""The small bank with words, and what is said when something in them is broken."""

import shutil
from pathlib import Path

from bank.broken_bank import copy_small_bank, problems_in, replace_once

SMALL_WORDS = Path(__file__).parent / "small_words"


def copy_small_words(parent: Path) -> Path:
    """A copy of the small bank with its words, that a test may break."""
    folder = copy_small_bank(parent)
    shutil.copytree(SMALL_WORDS, folder, dirs_exist_ok=True)
    return folder


def problems_after_a_change_of_words(parent: Path, file: str, old: str, new: str) -> list[str]:
    """What is wrong with a copy after one change."""
    folder = copy_small_words(parent)
    replace_once(folder, file, old, new)
    return problems_in(folder)
