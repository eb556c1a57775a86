import pytest

from detector.core.answers import WorkshopResult
from detector.wording.workshops import agreement_in_words, groups_in_words, workshop_sentence


@pytest.mark.parametrize(
    ("agreement", "words"),
    [
        pytest.param(1.0, "nearly all agree (1.0)", id="all chose one level"),
        pytest.param(0.8, "nearly all agree (0.8)", id="the line itself"),
        pytest.param(0.64, "broad agreement (0.6)", id="most"),
        pytest.param(0.0, "views are spread (0.0)", id="no pattern"),
        pytest.param(-0.04, "views are spread (0.0)", id="never minus nothing"),
        pytest.param(-1.0, "the room is divided (-1.0)", id="two ends"),
        pytest.param(None, "agreement cannot be told", id="nobody chose a level"),
    ],
)
def test_agreement_in_words(agreement: float | None, words: str) -> None:
    assert agreement_in_words(agreement) == words


def test_where_a_level_comes_from() -> None:
    result = WorkshopResult("2026-11-22", 2, 14, 2, 1.5, 0.6, "Two of us see a 1.")

    assert workshop_sentence(result) == (
        "Agreed at level 2 in a workshop on 22 November 2026, round 2: 14 people answered, median level 1.5, "
        "broad agreement (0.6). Dissent: Two of us see a 1."
    )


def test_who_chose_and_how_far_groups_lie_apart_are_told() -> None:
    result = WorkshopResult("2026-11-22", 1, 14, 2, 2, 0.6, chose=13, dont_know=1, groups_counted=2, groups_apart=1.0)

    assert workshop_sentence(result) == (
        "Agreed at level 2 in a workshop on 22 November 2026, round 1: 14 people answered, 13 of 14 chose a level; 1 "
        "does not know, median level 2, broad agreement (0.6), the medians of 2 groups lie up to 1 level apart."
    )


def test_that_a_room_does_not_know_is_told() -> None:
    result = WorkshopResult("2026-11-22", 1, 12, None, chose=5, dont_know=7, groups_counted=0)

    assert workshop_sentence(result) == (
        "Agreed that nobody knows yet in a workshop on 22 November 2026, round 1: 12 people answered, 5 of 12 chose a "
        "level; 7 do not know."
    )


@pytest.mark.parametrize(
    ("counted", "apart", "words"),
    [
        pytest.param(None, None, "", id="never measured"),
        pytest.param(1, None, "", id="one group is no comparison"),
        pytest.param(2, 0.0, "the medians of 2 groups are the same", id="no distance"),
        pytest.param(3, 1.5, "the medians of 3 groups lie up to 1.5 levels apart", id="one and a half"),
    ],
)
def test_groups_in_words(counted: int | None, apart: float | None, words: str) -> None:
    assert groups_in_words(counted, apart) == words


def test_of_a_few_people_only_the_level_is_told() -> None:
    result = WorkshopResult("2026-11-22", 1, 1, 2)

    assert workshop_sentence(result) == (
        "Agreed at level 2 in a workshop on 22 November 2026, round 1: 1 person answered."
    )
