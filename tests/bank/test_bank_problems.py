"""Every problem in a bank is said once, in one line, at its place: the cases are in problems/."""

from pathlib import Path

import pytest
import yaml
from bank.broken_bank import problems_after
from pydantic import BaseModel, ConfigDict, TypeAdapter


class Case(BaseModel):
    """One change of the small bank, and what is said of it."""

    model_config = ConfigDict(extra="forbid")

    case: str
    file: str
    change: str
    to: str
    said: list[str]


def cases() -> list[pytest.ParameterSet]:
    files = sorted((Path(__file__).parent / "problems").glob("*.yaml"))
    by_file = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}
    found = TypeAdapter(dict[str, list[Case]]).validate_python(by_file)
    return [pytest.param(case, id=f"{name}: {case.case}") for name, some in found.items() for case in some]


@pytest.mark.parametrize("case", cases())
def test_a_problem_is_said_in_one_line_at_its_place(tmp_path: Path, case: Case) -> None:
    problems = problems_after(tmp_path, case.file, case.change, case.to)

    assert problems == case.said
