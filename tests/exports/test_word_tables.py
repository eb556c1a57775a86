import pytest
from exports.word_reading import report_of, tree_of
from hypothesis import given
from hypothesis import strategies as st

from detector.charts.letter_widths import Font, width
from detector.exports.word import make_word
from detector.exports.word.elements import name
from detector.exports.word.tables import column_widths
from detector.report.blocks import Column

ROOM = 9638
TWELVE_POINT = 12 * 20
CELL_MARGINS = 2 * 120
WORDS = st.text("abcdefgh ", max_size=60)


@pytest.mark.parametrize(
    ("shares", "widths"),
    [
        pytest.param((1, 1), [4000, 4000], id="equal shares"),
        pytest.param((3, 1), [6000, 2000], id="three to one"),
        pytest.param((1,), [8000], id="one column"),
    ],
)
def test_columns_share_the_table_as_they_are_told(shares: tuple[float, ...], widths: list[int]) -> None:
    columns = [Column("A", share) for share in shares]

    assert column_widths(columns, [], 8000) == widths


@pytest.mark.parametrize("rest", ["b", "a word of " + "twenty-nine-letters-or-more-" * 3], ids=["room", "no room"])
def test_no_word_of_a_heading_is_broken(rest: str) -> None:
    headings = ["Question", "Answered", "Recommendation", "Low", "High"]
    columns = [Column(heading, 1 if number else 50) for number, heading in enumerate(headings)]

    widths = column_widths(columns, [(rest,) * len(headings)], ROOM)

    assert [
        heading
        for heading, across in zip(headings, widths, strict=True)
        if across - CELL_MARGINS < width(heading, TWELVE_POINT, Font.ARIAL, bold=True)
    ] == []


def test_a_column_is_never_narrower_than_its_longest_word() -> None:
    columns = [Column("Question", 20), Column("Answered", 1)]

    wide, narrow = column_widths(columns, [("a", "b")], ROOM)

    assert narrow > len("Answered") * 120
    assert wide + narrow == ROOM


def test_a_number_is_not_broken_though_it_has_words() -> None:
    rows = [("a", "no answer yet")]

    as_number = column_widths([Column("Name", 20), Column("Score", 1, is_number=True)], rows, ROOM)[1]
    as_text = column_widths([Column("Name", 20), Column("Score", 1)], rows, ROOM)[1]

    assert as_number > as_text


@given(st.lists(st.tuples(st.floats(0.1, 20), WORDS, st.booleans(), WORDS), min_size=1, max_size=7))
def test_columns_fill_the_table_exactly_whatever_is_in_them(given_columns: list[tuple[float, str, bool, str]]) -> None:
    columns = [Column(heading, share, is_number=is_number) for share, heading, is_number, _ in given_columns]

    widths = column_widths(columns, [tuple(cell for _, _, _, cell in given_columns)], ROOM)

    assert sum(widths) == ROOM
    assert min(widths) > 0


def test_a_short_row_stays_whole_and_a_long_one_may_be_split() -> None:
    short, long = (make_word(report_of(text)) for text in ("brief", "a long note " * 80))

    assert [_whole_rows(made) for made in (short, long)] == [[True, True, True] * 2, [True, False, True] * 2]


def _whole_rows(made: bytes) -> list[bool]:
    return [bool(list(row.iter(name("cantSplit")))) for row in tree_of(made).iter(name("tr"))]
