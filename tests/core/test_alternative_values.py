"""Other values of a fact that are worth trying."""

import pytest
from builders import make_bank, make_dimension, make_fact
from form_builders import FACTS, fact_is

from detector.core.answers import FactValue
from detector.core.bank import AnswerIs, FactKind
from detector.core.legal_forms.alternative_values import other_values

MORE = (make_fact("fte", FactKind.DECIMAL), make_fact("turnover", FactKind.MONEY), make_fact("code", FactKind.TEXT))
BANK = make_bank([make_dimension("MKT", ["MKT1"])], facts=[*FACTS, *MORE])


def others(fact_id: str, value: FactValue | None, *tests: AnswerIs) -> tuple[FactValue, ...]:
    fact = next(fact for fact in BANK.facts if fact.id == fact_id)
    return other_values(fact, value, tests)


@pytest.mark.parametrize(
    ("fact_id", "value", "expected"),
    [
        pytest.param("purpose", "charity", ("community", "members"), id="every other option"),
        pytest.param("purpose", None, ("charity", "community", "members"), id="any option where none is known"),
        pytest.param("rates", True, (False,), id="no instead of yes"),
        pytest.param("rates", None, (True, False), id="yes or no"),
        pytest.param(
            "finance",
            ("contracts", "loans"),
            (("loans",), ("contracts",), ("contracts", "loans", "shares")),
            id="one choice taken away or added",
        ),
        pytest.param(
            "finance", ("loans",), (("contracts", "loans"), ("loans", "shares")), id="never no choice at all"
        ),
        pytest.param("finance", None, (("contracts",), ("loans",), ("shares",)), id="each choice alone"),
        pytest.param("code", "75310000", (), id="no other text"),
        pytest.param("members", 5, (), id="no other number where nothing tests it"),
    ],
)
def test_other_answers(fact_id: str, value: FactValue | None, expected: tuple[FactValue, ...]) -> None:
    assert others(fact_id, value) == expected


@pytest.mark.parametrize(
    ("fact_id", "value", "limits", "expected"),
    [
        pytest.param("members", 2, [3], (3,), id="up to the threshold"),
        pytest.param("members", 7, [3], (2,), id="just under the threshold"),
        pytest.param("members", 3, [3], (2,), id="on the threshold is not under it"),
        pytest.param("members", None, [3], (2, 3), id="unknown: both sides"),
        pytest.param("members", None, [3, 10], (2, 3, 10), id="unknown: every stretch once"),
        pytest.param("members", 5, [3, 10], (2, 10), id="the near end of every other stretch"),
        pytest.param("members", 20, [3, 10], (2, 9), id="the near end of every lower stretch"),
        pytest.param("members", 7, [2.5], (2,), id="people come whole"),
        pytest.param("members", 7, [0], (), id="nobody has fewer than none"),
        pytest.param("core_share", 90, [80], (79,), id="a point of percent"),
        pytest.param("core_share", 90, [79.5, 80], (79, 79.5), id="no further than the next threshold"),
        pytest.param("core_share", 90, [100.5], (), id="no percent beyond all of it"),
        pytest.param("core_share", 90, [80.01], (80,), id="down to a whole percent"),
        pytest.param("core_share", 50, [80.01], (81,), id="up to a whole percent"),
        pytest.param("core_share", 50, [80.01, 80.5], (80.01, 81), id="unless the next threshold comes before it"),
        pytest.param("core_share", 50, [79.5, 80], (79.5, 80), id="unless a whole percent is the next threshold"),
        pytest.param("core_share", 80.01, [80.01], (80,), id="a number on the line is over it"),
        pytest.param("fte", 8, [5], (4.9,), id="a tenth of a post"),
        pytest.param("fte", 8, [5.01], (5,), id="down to a whole tenth"),
        pytest.param("fte", 0.5, [1.1], (1.1,), id="up to a tenth that has no exact value"),
        pytest.param("turnover", 100, [2_000_000], (2_000_000,), id="money"),
    ],
)
def test_numbers_move_just_across_a_threshold(
    fact_id: str, value: FactValue | None, limits: list[float], expected: tuple[float, ...]
) -> None:
    tests = [AnswerIs(fact=fact_id, at_least=limit) for limit in limits]

    assert others(fact_id, value, *tests) == expected


def test_whole_numbers_are_whole() -> None:
    found = others("members", 5, AnswerIs(fact="members", at_least=3, under=10))

    assert [type(value) for value in found] == [int, int]


def test_both_ends_of_a_test_are_thresholds() -> None:
    assert others("members", None, AnswerIs(fact="members", at_least=3, under=10)) == (2, 3, 10)


def test_thresholds_of_other_facts_do_not_count() -> None:
    assert others("members", 5, AnswerIs(fact="core_share", at_least=3), fact_is("rates", True)) == ()
