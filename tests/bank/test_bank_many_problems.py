"""All problems of one kind are said at once, and none that only follows from another."""

from pathlib import Path

import pytest
from bank.broken_bank import copy_small_bank, problems_in, replace_once

from detector.bank_files import load_bank
from detector.bank_files.loader import CHECKED_LATER, MOST_PROBLEMS
from detector.core.errors import BankError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_small_bank(tmp_path)


def faults_in(folder: Path) -> list[str]:
    """Every problem of a bank as printed, without its remedy."""
    return [problem.partition(". ")[0] for problem in problems_in(folder)]


def test_whatever_does_not_fit_by_itself_is_said_at_once_file_by_file(folder: Path) -> None:
    replace_once(folder, "bank.yaml", "published_on: 2026-11-22", "published_on: soon")
    replace_once(folder, "dimensions/market.yaml", "- Demand is falling", "- no")
    replace_once(folder, "dimensions/market.yaml", "      - Demand is rising and forecast\n", "")
    replace_once(folder, "facts.yaml", "why: It changes who has a vote.", "why: It matters: a vote.")
    replace_once(folder, "actions.yaml", "owner: union", "owner: union\n    owner: nobody")
    replace_once(folder, "sources.yaml", "number: 3", "numbr: 3")

    faults = faults_in(folder)

    assert faults == [
        "bank.yaml:2: published_on: 'soon' is not a date",
        "market.yaml:13: question MKT1, level 3: no descriptor",
        "market.yaml:14: question MKT1, level 0: the bare word no is read as false",
        "facts.yaml:26: there is a colon where none can be",
        "actions.yaml:12: action 'hold_a_ballot': 'owner' is given twice, here and on line 11",
        "sources.yaml:14: source number 3: there is no key 'numbr' here",
    ]


def test_whatever_does_not_fit_other_entries_is_said_at_once_file_by_file(folder: Path) -> None:
    replace_once(folder, "bank.yaml", "agreement: 0.2", "agreement: 0.3")
    replace_once(folder, "dimensions/market.yaml", "weight: 60", "weight: 61")
    replace_once(folder, "dimensions/market.yaml", "id: MKT2", "id: MKT1")
    replace_once(folder, "dimensions/staff.yaml", "fact: control", "fact: contrl")
    replace_once(folder, "gates.yaml", "question: STF1", "question: STF9")
    replace_once(folder, "facts.yaml", "fact: is_open, is_one_of: [true]", "fact: isopen, is_one_of: [true]")
    replace_once(folder, "actions.yaml", "owner: commissioner", "owner: comissioner")

    faults = faults_in(folder)

    assert faults == [
        "bank.yaml:4: dimensions: the weights of all dimensions add up to 101, not 100",
        "bank.yaml:23: confidence: coverage, evidence and agreement add up to 1.1, not 1",
        "market.yaml:22: question MKT1: another question has this id too",
        "staff.yaml:15: question STF1, when: there is no fact 'contrl'",
        "gates.yaml:5: gate 'staff_support', question: there is no question 'STF9'",
        "facts.yaml:35: fact 'partner', when: there is no fact 'isopen'",
        "actions.yaml:3: action 'test_the_market', questions: there is no question 'MKT2'",
        "actions.yaml:5: action 'test_the_market', owner: there is no stakeholder 'comissioner'",
    ]


def test_entries_are_compared_only_once_each_fits_by_itself_and_that_is_said_last(folder: Path) -> None:
    replace_once(folder, "dimensions/staff.yaml", "asks: Do staff want it?", "asks: Staff: do they?")
    replace_once(folder, "actions.yaml", "owner: commissioner", "owner: comissioner")

    with pytest.raises(BankError) as told:
        load_bank(folder)

    fault, then = str(told.value).splitlines()
    assert fault.startswith("staff.yaml:4: there is a colon where none can be. ")
    assert then == CHECKED_LATER


def test_problems_between_entries_are_the_last_ones(folder: Path) -> None:
    replace_once(folder, "actions.yaml", "owner: commissioner", "owner: comissioner")

    with pytest.raises(BankError) as told:
        load_bank(folder)

    assert str(told.value) == (
        "actions.yaml:5: action 'test_the_market', owner: there is no stakeholder 'comissioner'."
        " Did you mean 'commissioner'?"
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("dimensions/market.yaml", "id: MKT1", "id: MKT-1", id="a question others name"),
        pytest.param("dimensions/market.yaml", "name: Market\nshort", "nam: Market\nshort", id="a whole dimension"),
        pytest.param("bank.yaml", "name: Trade union", "nam: Trade union", id="a stakeholder others name"),
        pytest.param("sources.yaml", "publisher: A union", "publisher: 7", id="a source others cite"),
        pytest.param("facts.yaml", "kind: count", "kind: counting", id="a fact conditions test"),
        pytest.param("bank.yaml", "label: Weak", "label: 7", id="a band caps lead to"),
        pytest.param("bank.yaml", "rule: headline_low", "rule: headline_lo", id="a cap"),
        pytest.param("bank.yaml", "local_weight_limit: 0.5", "local_weight_limit: half", id="the scale"),
        pytest.param("bank.yaml", 'version: "2026.2"\npub', "version: 2026.2\npub", id="the version"),
        pytest.param("actions.yaml", "stage: explore\n    sources: [2]", "sources: [2]", id="an action"),
    ],
)
def test_a_broken_entry_has_no_echo_in_the_entries_that_name_it(folder: Path, file: str, old: str, new: str) -> None:
    replace_once(folder, file, old, new)

    problems = problems_in(folder)

    assert len(problems) == 1


def test_more_problems_than_anybody_reads_are_cut_short(folder: Path) -> None:
    gate = (
        "- {id: a, name: n, kind: soft, question: STF1, why: w, cleared_by: [union], clears_when: c, sources: [2]}\n"
    )
    (folder / "gates.yaml").write_text("gates:\n" + gate * (MOST_PROBLEMS + 1), encoding="utf-8")

    problems = problems_in(folder)

    assert problems[MOST_PROBLEMS:] == ["questions: there are more mistakes than these 500. Mend these first."]


def test_a_file_of_more_values_than_anybody_writes_is_refused(folder: Path) -> None:
    (folder / "gates.yaml").write_text("gates:\n" + "- a\n" * 20_000, encoding="utf-8")

    problems = problems_in(folder)

    assert problems == [
        "gates.yaml:20000: this file holds more than 20,000 values. Bring back the file you had before."
    ]


@pytest.mark.parametrize(("links", "said"), [pytest.param(20, [], id="20"), pytest.param(21, ["fact 'f21'"], id="21")])
def test_conditions_hang_on_each_other_in_short_chains_only(folder: Path, links: int, said: list[str]) -> None:
    first = "  - {id: f0, text: t0, why: w, kind: count, group: size}\n"
    chain = [
        f"  - {{id: f{n}, text: t{n}, why: w, kind: count, group: size, when: {{fact: f{n - 1}, at_least: 1}}}}\n"
        for n in range(1, links + 1)
    ]
    replace_once(folder, "facts.yaml", "facts:\n", f"facts:\n{first}{''.join(chain)}")

    problems = problems_in(folder)

    assert [problem.split(": ")[1].split(",")[0] for problem in problems] == said
