"""The small bank with forms, models, cards and exit tests, and what is said when something in it is broken."""

import shutil
from pathlib import Path

from bank.broken_bank import copy_small_bank, problems_in, replace_once

SMALL_KNOWLEDGE = Path(__file__).parent / "small_knowledge"
LISTED = "forms: [company, society, trust, no_new_form]"


def copy_small_knowledge(parent: Path) -> Path:
    """A copy of the small bank, with all it knows, that a test may break."""
    folder = copy_small_bank(parent)
    shutil.copytree(SMALL_KNOWLEDGE, folder, dirs_exist_ok=True)
    dimensions = "dimensions: [market, staff]\n"
    replace_once(folder, "bank.yaml", dimensions, f"{dimensions}{LISTED}\n")
    return folder


def problems_after_change(parent: Path, file: str, old: str, new: str) -> list[str]:
    """What is wrong with a copy after one change."""
    folder = copy_small_knowledge(parent)
    replace_once(folder, file, old, new)
    return problems_in(folder)
