"""A room's figures draw the numbers of its tallies, and nobody who might be found out."""

from collections.abc import Mapping, Sequence

import pytest
from charts.colours import contrast
from charts.drawn import layout, traces
from hypothesis import given
from hypothesis import strategies as st

from detector.bank_files import load_bank
from detector.charts.spread import spread_rows, spread_table
from detector.charts.workshop_palette import DARK, LIGHT, WorkshopPalette
from detector.charts.workshop_radar import MIDDLE_HALF, MOST_GROUPS, ROOM, groups_drawn, workshop_radar
from detector.charts.workshop_words import workshop_radar_in_words, workshop_table
from detector.core.workshop.disclosure_control import FEWEST
from detector.core.workshop.profile import DimensionSpread, workshop_profile
from detector.core.workshop.tallies import QuestionTally, Tally, tally_question
from detector.core.workshop.votes import Vote

BANK = load_bank()
NAMES = {person.id: person.name for person in BANK.stakeholders}
GROUPS = tuple(NAMES)


def tallied(question_id: str, levels: Mapping[str, Sequence[int | None]], number: int = 1) -> QuestionTally:
    """A question's tally from the levels that people of each group chose."""
    votes = [
        Vote(f"{group}-{place}", group, question_id, number, level)
        for group, chosen in levels.items()
        for place, level in enumerate(chosen)
    ]
    return tally_question(question_id, number, votes)


def room(levels: Sequence[int | None], question_id: str = "MKT1", number: int = 1) -> Tally:
    """What a whole room chose."""
    found = tallied(question_id, {GROUPS[0]: levels}, number).room
    assert found is not None
    return found


def drawn_picture(levels: Mapping[str, Sequence[int | None]]) -> tuple[DimensionSpread, ...]:
    """The picture of a room that was asked one question of every dimension."""
    return workshop_profile(BANK, [tallied(dimension.questions[0].id, levels) for dimension in BANK.dimensions])


def test_every_level_and_dont_know_has_a_row_with_its_count() -> None:
    rows = spread_rows(("none", "some", "much", "all"), [room((0, 0, 1, 3, 3, None, None))])

    assert [(row.level, row.counts) for row in rows] == [(0, (2,)), (1, (1,)), (2, (0,)), (3, (2,)), (None, (2,))]


def test_two_rounds_stand_side_by_side() -> None:
    rows = spread_rows(("none", "some", "much", "all"), [room((0, 0, 0, 3, 3)), room((2, 2, 2, 2, 2, None), number=2)])

    assert [row.counts for row in rows] == [(3, 0), (0, 0), (0, 5), (2, 0), (0, 1)]


def test_what_few_chose_is_not_told_but_how_many_do_not_know() -> None:
    few = [room((0, 1, 2, 3, None)), room((2, 2, 2, 2, 2), number=2)]

    assert [row.counts for row in spread_rows("abcd", few)][1:] == [(None, 0), (None, 5), (None, 0), (1, 0)]
    assert spread_table("Answers", "abcd", few[:1]).count("not shown") == len("abcd")


@pytest.mark.parametrize(
    ("levels", "marked"),
    [
        pytest.param((1, 1, 1, 2, 3), ["1"], id="on a level"),
        pytest.param((0, 1, 1, 2, 2, 3), ["1", "2"], id="between two levels"),
        pytest.param((None,) * 5, [], id="nobody chose a level"),
    ],
)
def test_the_median_is_marked(levels: Sequence[int | None], marked: list[str]) -> None:
    table = spread_table("Answers", ("a", "b", "c", "d"), [room(levels)])

    found = [part[0] for part in table.split('<th scope="row">')[1:] if part[1:].startswith('<span class="mark">')]
    assert found == marked


def test_the_longest_bar_is_full_and_an_empty_one_has_no_length() -> None:
    table = spread_table("Answers", ("a", "b", "c", "d"), [room((0, 0, 0, 0, 2, 2))])

    assert [part.split("%")[0] for part in table.split("width:")[1:]] == ["100.0", "0.0", "50.0", "0.0", "0.0"]


def test_descriptors_are_shown_as_written() -> None:
    table = spread_table("<b>", ("<script>", "b", "c", "d"), [room((0,) * 5)])

    assert "<script>" not in table
    assert "&lt;script&gt;" in table


def test_the_radar_draws_median_and_quartiles_of_every_dimension() -> None:
    picture = drawn_picture({GROUPS[0]: (0, 1, 2, 3, 3)})

    drawn = traces(workshop_radar(BANK, picture, size="large"))

    assert drawn[ROOM].get("r") == pytest.approx([200 / 3] * (len(BANK.dimensions) + 1))
    assert sorted({round(r or 0, 3) for r in drawn[MIDDLE_HALF].get("r", [])}) == [33.333, 100]


def test_a_dimension_of_which_nothing_may_be_shown_is_a_gap() -> None:
    four, five = (1,) * (FEWEST - 1), (1,) * FEWEST
    picture = workshop_profile(BANK, [tallied("MKT1", {GROUPS[0]: four}), tallied("STF1", {GROUPS[0]: five})])

    line = traces(workshop_radar(BANK, picture, size="small"))[ROOM].get("r", [])

    assert [value is None for value in line[:3]] == [True, False, True]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_no_group_is_drawn_that_may_not_be_shown(sizes: list[int]) -> None:
    people = {GROUPS[place]: [place % 4] * size for place, size in enumerate(sizes)}
    total, picture = sum(sizes), drawn_picture(people)

    drawn = groups_drawn(picture)

    assert len(drawn) <= MOST_GROUPS
    assert all(len(people[group]) >= FEWEST for group in drawn)
    shown = set(picture[0].groups)
    rest = total - sum(len(people[group]) for group in shown)
    assert not shown or rest == 0 or rest >= FEWEST
    assert {trace for trace in traces(workshop_radar(BANK, picture, size="small")) if trace} - {
        ROOM,
        MIDDLE_HALF,
    } == {NAMES[group].replace("&", "&amp;") for group in drawn}


def test_the_table_has_the_numbers_that_are_drawn() -> None:
    picture = drawn_picture({GROUPS[0]: (0, 1, 2, 3, 3), GROUPS[1]: (0,) * 5})

    head, rows = workshop_table(BANK, picture)

    assert head == ("Dimension", "Median", "Middle half", NAMES[GROUPS[0]], NAMES[GROUPS[1]])
    assert rows[0] == ("Market", "0", "0\u201358", "67", "0")


def test_the_words_have_every_dimension() -> None:
    said = workshop_radar_in_words(BANK, drawn_picture({GROUPS[0]: (3,) * 5}))

    assert said.count("median 100, middle half 100 to 100") == len(BANK.dimensions)


def test_lines_differ_by_more_than_colour() -> None:
    picture = drawn_picture({group: (place % 4,) * 5 for place, group in enumerate(GROUPS[:4])})

    figure = traces(workshop_radar(BANK, picture, size="large"))

    dashes = [trace.get("line", {}).get("dash") for name, trace in figure.items() if name != MIDDLE_HALF]
    assert len(dashes) == len(set(dashes)) == 5


@pytest.mark.parametrize("size", ["large", "small"])
def test_the_scale_never_moves(size: str) -> None:
    figure = workshop_radar(BANK, drawn_picture({GROUPS[0]: (1,) * 5}), size="large" if size == "large" else "small")

    polar = layout(figure).get("polar")
    assert polar is not None
    assert polar["radialaxis"].get("range") == [0, 100]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_everything_stands_out_from_the_ground(colours: WorkshopPalette) -> None:
    assert contrast(colours.ink, colours.paper) >= 7
    assert contrast(colours.quiet, colours.paper) >= 4.5
    for line in (colours.room, *colours.groups):
        assert contrast(line, colours.paper) >= 3
