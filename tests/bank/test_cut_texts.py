"""A text that YAML cuts short at " #" is told with file and line, and one that it keeps whole is not."""

from pathlib import Path

import pytest
from bank.broken_bank import copy_small_bank, replace_once
from cli.command_line import call
from hypothesis import given
from hypothesis import strategies as st

from detector.bank_files import DEFAULT_FOLDER, cut_texts, load_bank
from detector.bank_files.cut_texts import cut_in

MARKET = "dimensions/market.yaml"
REMEDY = "Put the whole text in quotes, or the remark on a line of its own."


def test_check_warns_of_a_text_that_is_cut_short(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_small_bank(tmp_path)
    replace_once(folder, MARKET, "- Demand is falling\n", "- Demand is falling # or likely\n")

    ended = call(["check", str(folder)], capsys)

    assert (ended.code, ended.errors) == (0, "")
    assert (
        f"Warning: market.yaml:14: the text 'Demand is falling' ends at ' #', and what follows is left out. {REMEDY}"
        in ended.output.splitlines()
    )
    assert load_bank(folder).dimensions[0].questions[0].levels[0] == "Demand is falling"


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        pytest.param("- Falling # or likely", [1], id="one word"),
        pytest.param("why: Tŷ Dŵr   # or likely", [1], id="letters that take more bytes"),
        pytest.param("why: Demand\n  is falling # or likely", [2], id="on the second line of a text"),
        pytest.param("levels: [Many, Few # or none\n  ]", [1], id="in brackets"),
        pytest.param("a: x # one\nb: y\nc: z # two", [1, 3], id="several"),
        pytest.param('- "Falling # or likely"', [], id="in double quotes"),
        pytest.param("- 'Falling # or likely'  # a remark", [], id="a remark behind quotes"),
        pytest.param("why: >-\n  Falling # or likely", [], id="in a folded text"),
        pytest.param("- Falling#or likely", [], id="no blank before it"),
        pytest.param("# a remark\n- Falling", [], id="a line of its own"),
        pytest.param("- Falling\n  # a remark\n- Rising", [], id="a line of its own between"),
        pytest.param("a: 60 # of 100\nb: true # yes\nc: 2026-11-21 # checked", [], id="behind what is no text"),
        pytest.param("sources: [1, 2] # both", [], id="behind brackets"),
        pytest.param("levels: # worst first\n  - Falling", [], id="behind a key"),
    ],
)
def test_where_a_text_is_cut_short(written: str, lines: list[int]) -> None:
    assert [found.place for found in cut_in(written, "a.yaml")] == [f"a.yaml:{line}" for line in lines]


def test_the_projects_own_bank_has_none() -> None:
    assert cut_texts(DEFAULT_FOLDER) == ()


WORDS = st.lists(st.from_regex(r"[A-Zŵa-z]{2,8}", fullmatch=True), min_size=1, max_size=6).map(" ".join)


@given(WORDS.filter(lambda words: words.lower() not in {"true", "false", "null"}), WORDS)
def test_a_text_is_told_exactly_where_something_of_it_is_lost(kept: str, lost: str) -> None:
    (found,) = cut_in(f"- first\n- {kept} # {lost}\n", "a.yaml")

    assert found.place == "a.yaml:2"
    assert [*cut_in(f'- first\n- "{kept} # {lost}"\n', "a.yaml")] == []
