"""What is said of a money test that is not complete, or that its rules cannot use."""

import re
from pathlib import Path
from shutil import copytree

import pytest
from bank.broken_bank import problems_in, replace_once

from detector.bank_files import DEFAULT_FOLDER, load_bank


def broken(parent: Path, old: str, new: str) -> list[str]:
    """What is said of the shipped bank where one place of its money file is changed; lines without their number."""
    folder = parent / "questions"
    copytree(
        DEFAULT_FOLDER, folder, ignore=lambda _, names: [name for name in names if name in {"schema", "examples"}]
    )
    replace_once(folder, "money.yaml", old, new)
    return [re.sub(r"^money\.yaml:\d+: ", "", problem) for problem in problems_in(folder)]


VAT = """  - part: vat
    name: VAT that stays a cost
    hint: As a percentage of everything that is bought. Ask a tax adviser.
    kind: percent
    default: 4
    because: A council gets VAT back that a new body may not.
    judgement: true

"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            VAT, "", "money_inputs: 'vat' is missing. Add an entry for it, or take the money test away.", id="missing"
        ),
        pytest.param(
            "part: vat", "part: cash", "money input 'cash': another entry is about 'cash' too. Keep one of them.",
            id="twice",
        ),
        pytest.param("fact: turnover", "fact: turnove", "there is no fact 'turnove'. Did you mean", id="no such fact"),
        pytest.param("fact: turnover", "fact: control", "fact 'control' is no number.", id="a fact of words"),
        pytest.param("    fact: turnover\n", "", "this number is asked as a fact. Name it", id="no fact"),
        pytest.param(
            "    default: 55\n", "", "money input 'staff': a number has either a default or a fact. Give a 'default'.",
            id="no default",
        ),
        pytest.param(
            "    fact: turnover\n", "    fact: turnover\n    default: 5\n", "Take 'default' away.", id="both"
        ),
        pytest.param(
            "low: 1.5", "low: 2.6", "money range 'cost_rise': 'low', 'likely' and 'high' do not", id="out of order"
        ),
        pytest.param("question: FIN2", "question: FIN99", "there is no question FIN99", id="no such question"),
        pytest.param("    lost: 20\n", "", "this rule needs 'lost'. Write how many percent are lost.", id="no loss"),
        pytest.param("level_2: 90", "level_2: 90\n    level_1: 5", "the rule cash has no", id="a line more"),
        pytest.param("level_1: 10\n", "\n", "this rule needs 'level_1'. Write the line", id="a line less"),
        pytest.param(
            "because: A contract may have no rise, and seldom one above inflation.\n    judgement: true",
            "because: A contract may have no rise, and seldom one above inflation.",
            "money range 'price_rise': nothing stands behind this number. Mark it 'judgement: true'",
            id="unmarked",
        ),
        pytest.param("varies: vat", "varies: wat", "Did you mean 'vat'?", id="misspelt"),
    ],
)  # fmt: skip
def test_a_problem_is_said_at_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in "\n".join(broken(tmp_path, old, new)).replace("'FIN99'", "FIN99")


def test_a_bank_may_do_without(tmp_path: Path) -> None:
    folder = tmp_path / "questions"
    copytree(DEFAULT_FOLDER, folder)
    (folder / "money.yaml").unlink()

    assert load_bank(folder).money_inputs == ()
