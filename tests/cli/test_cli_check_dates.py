"""`check` tells what was checked against its source long ago, and does not call it a problem."""

from pathlib import Path

import pytest
from bank.broken_bank import replace_once
from bank.broken_knowledge import copy_small_knowledge
from cli.command_line import call

LONG_AGO = "checked_on: 2020-02-29"


def test_old_dates_are_told_after_the_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_small_knowledge(tmp_path)
    law = "law: {text: What holds on law., sources: [1], "
    replace_once(folder, "forms/company.yaml", f"{law}checked_on: 2026-11-21", f"{law}{LONG_AGO}")
    tax = "tax: {text: What holds on tax., sources: [1], "
    replace_once(folder, "forms/company.yaml", f"{tax}checked_on: 2026-11-21", f"{tax}checked_on: 2021-01-01")
    replace_once(folder, "conflicts.yaml", "checked_on: 2026-11-21", LONG_AGO)

    ended = call(["check", str(folder)], capsys)

    assert (ended.code, ended.errors) == (0, "")
    counts, *rest = ended.output.splitlines()
    note, *entries = [line for line in rest if not line.startswith("Warning: ")]
    assert counts.startswith("No mistakes. ")
    assert note == "Note: these were checked against their source more than 12 months ago. Check them again."
    assert "  form 'company': 2 dates, the oldest 2020-02-29" in entries
    assert "  conflict 'users_and_loans': checked on 2020-02-29" in entries
