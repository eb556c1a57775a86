"""Whatever happens to an assessment file, it is read or refused, and nothing else."""

import json
from collections.abc import Iterator

from files.file_bank import BANK
from files.whole_sheets import SHEETS
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from detector.core.answers import AnswerSheet
from detector.core.errors import FileError
from detector.files.assessment import read_assessment, write_assessment
from detector.files.assessment.json_tree import Json

WORDS = st.sampled_from(["level", "state", "MKT1", "turnover", "answers", "finance", "", "dont_know", "\ud800", "\0"])
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), WORDS, st.text(max_size=5))
TREES: SearchStrategy[Json] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
    max_leaves=6,
)


@given(SHEETS, st.data())
def test_a_file_changed_at_random_is_read_or_refused(sheet: AnswerSheet, data: st.DataObject) -> None:
    tree: Json = json.loads(write_assessment(BANK, sheet))
    group = data.draw(st.sampled_from([*groups(tree)]))
    group[data.draw(st.sampled_from(["level", "answers", *group]))] = data.draw(TREES)

    assert is_read_or_refused(json.dumps(tree).encode())


@given(SHEETS, st.data())
def test_a_file_with_bytes_changed_at_random_is_read_or_refused(sheet: AnswerSheet, data: st.DataObject) -> None:
    whole = write_assessment(BANK, sheet)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 20)))

    assert is_read_or_refused(whole[:start] + data.draw(st.binary(max_size=8)) + whole[end:])


def groups(tree: Json) -> Iterator[dict[str, Json]]:
    """Every group in a file, at any depth."""
    if isinstance(tree, dict):
        yield tree
        for member in tree.values():
            yield from groups(member)


def is_read_or_refused(data: bytes) -> bool:
    """True; any other error than a refusal ends the test."""
    try:
        read = read_assessment(data, BANK)
    except FileError as error:
        return len(error.problems) > 0
    return read_assessment(write_assessment(BANK, read.sheet), BANK).sheet == read.sheet
