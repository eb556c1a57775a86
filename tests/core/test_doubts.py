"""Facts that can hardly both be true are kept, and asked about in a plain question."""

from collections.abc import Mapping

import pytest
from builders import make_bank, make_dimension, make_fact, make_sheet

from detector.bank_files import load_bank
from detector.core.answers import AnswerSheet, FactValue
from detector.core.bank import AnswerIs, FactLimit
from detector.core.doubts import doubts
from detector.wording.subjects import doubt_in_words

BANK = load_bank()
MORE_MEMBERS = "500 members and 3 people. Is one of them wrong?"


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        pytest.param({"staff_headcount": 3, "members_at_start": 3}, [], id="as many"),
        pytest.param({"staff_headcount": 3, "members_at_start": 2}, [], id="fewer"),
        pytest.param({"members_at_start": 500}, [], id="people not known"),
        pytest.param({"staff_headcount": 3}, [], id="members not known"),
        pytest.param({"staff_headcount": 0, "members_at_start": 0}, [], id="nobody"),
        pytest.param({"staff_headcount": 3, "members_at_start": 500}, [MORE_MEMBERS], id="more members than staff"),
        pytest.param(
            {"staff_headcount": 3, "members_at_start": 500, "control": "staff_majority"},
            [MORE_MEMBERS],
            id="more members than staff, who control it",
        ),
        pytest.param(
            {"staff_headcount": 3, "members_at_start": 500, "control": "community"}, [], id="members of the community"
        ),
        pytest.param({"core_share_y1": 90.0, "core_share_y3": 95.0}, [], id="a share that grows is no contradiction"),
    ],
)
def test_what_can_hardly_be_true_is_asked_about(facts: Mapping[str, FactValue], asked: list[str]) -> None:
    sheet = AnswerSheet(BANK.version, facts=facts)

    assert [doubt_in_words(doubt, sheet) for doubt in doubts(BANK, sheet)] == asked


def test_a_doubt_is_about_its_two_facts_alone() -> None:
    sheet = AnswerSheet(BANK.version, facts={"staff_headcount": 90, "members_at_start": 120, "turnover": 7})

    [doubt] = doubts(BANK, sheet)

    assert [fact.id for fact in BANK.facts if doubt.is_about(fact.id)] == ["staff_headcount", "members_at_start"]


def test_a_fact_that_is_not_asked_is_not_asked_about() -> None:
    posts, people = make_fact("posts"), make_fact("people")
    unasked = AnswerIs(fact="people", under=5)
    limited = posts.model_copy(update={"at_most": FactLimit(fact="people"), "when": unasked})
    bank = make_bank([make_dimension("market", questions=["MKT1"])], facts=[people, limited])
    sheets = [make_sheet(facts={"posts": 9, "people": people}) for people in (4, 8)]

    assert [len(doubts(bank, sheet)) for sheet in sheets] == [1, 0]
