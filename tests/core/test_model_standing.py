"""How each delivery model stands: out, held, depending on something, or open."""

import pytest
from builders import make_dimension, make_question, make_sheet, not_applicable
from form_builders import CHECKED, exactly, excluded_when, fact_is, make_form
from option_builders import LEAVE, MODELS, SELL, STAY, bank_of_options, make_model, note_when, out_when

from detector.core.answers import FactValue
from detector.core.bank import AllOf, AnswerIs, AnyOf, Bank, Condition
from detector.core.bank.guidance import FormLayer
from detector.core.options.results import ModelStanding, NoteFound, Standing, WhyOut
from detector.core.options.standing import model_standings, no_mutual_because, standings

STAFF, COUNCIL, CHARITY = fact_is("control", "staff"), fact_is("control", "council"), fact_is("purpose", "charity")
POOR = AnswerIs(question="MKT1", under=1)
GOOD = "promising"


def standing_of(
    bank: Bank, model_id: str = LEAVE, *, facts: dict[str, FactValue] | None = None, verdict_id: str | None = GOOD
) -> ModelStanding:
    found = model_standings(bank, make_sheet(facts=facts), {}, verdict_id)
    return next(each for each in found if each.model_id == model_id)


def test_every_model_has_one_standing_in_the_order_of_the_bank() -> None:
    assert standings(bank_of_options(), make_sheet(), {}, GOOD) == dict.fromkeys((STAY, LEAVE, SELL), Standing.OPEN)


def test_a_rule_that_holds_takes_a_model_out_with_its_reason() -> None:
    found = standing_of(bank_of_options(rules=[out_when(COUNCIL, [LEAVE])]), facts={"control": "council"})

    why = WhyOut("ruled_out", "ruled_out holds.", ("control",), (1,), CHECKED)
    assert (found.standing, found.why_out, found.depends_on) == (Standing.OUT, (why,), ())


def test_a_rule_that_is_open_leaves_a_model_depending() -> None:
    found = standing_of(bank_of_options(rules=[out_when(COUNCIL, [LEAVE]), out_when(CHARITY, [SELL], "other")]))

    assert (found.standing, found.why_out, found.depends_on) == (Standing.DEPENDS, (), ("control",))


def test_of_a_question_that_may_not_be_asked_what_decides_that_is_named() -> None:
    asked_of_councils = make_dimension("MKT", ["MKT1", make_question("MKT2", when=COUNCIL)])
    bank = bank_of_options(rules=[out_when(AnswerIs(question="MKT2", under=1), [LEAVE])])
    bank = bank.model_copy(update={"dimensions": (asked_of_councils,)})

    assert standing_of(bank).depends_on == ("control",)
    assert standing_of(bank, facts={"control": "council"}).depends_on == ("MKT2",)
    assert standing_of(bank, facts={"control": "staff"}).standing is Standing.OPEN


def test_a_rule_that_fails_leaves_a_model_open() -> None:
    found = standing_of(bank_of_options(rules=[out_when(COUNCIL, [LEAVE])]), facts={"control": "staff"})

    assert found.standing is Standing.OPEN


def test_staying_in_house_is_always_open() -> None:
    bank = bank_of_options(rules=[out_when(STAFF, [STAY, LEAVE, SELL])])

    assert standings(bank, make_sheet(facts={"control": "staff"}), {}, "stop") == {
        STAY: Standing.OPEN,
        LEAVE: Standing.OUT,
        SELL: Standing.OUT,
    }


@pytest.mark.parametrize(
    ("verdict_id", "expected"),
    [
        pytest.param(None, Standing.HELD, id="no verdict yet"),
        pytest.param("stop", Standing.HELD, id="stop"),
        pytest.param("not_suited", Standing.HELD, id="not suited"),
        pytest.param("weak", Standing.HELD, id="weak"),
        pytest.param("promising", Standing.OPEN, id="promising"),
        pytest.param("strong", Standing.OPEN, id="strong"),
    ],
)
def test_a_verdict_that_calls_for_no_new_body_holds_mutuals_and_nothing_else(
    verdict_id: str | None, expected: Standing
) -> None:
    found = standings(bank_of_options(), make_sheet(), {}, verdict_id)

    assert found == {STAY: Standing.OPEN, LEAVE: expected, SELL: Standing.OPEN}


def test_out_counts_more_than_held_and_held_more_than_depending() -> None:
    bank = bank_of_options(rules=[out_when(COUNCIL, [LEAVE])])

    assert standing_of(bank, verdict_id="weak", facts={"control": "council"}).standing is Standing.OUT
    assert standing_of(bank, verdict_id="weak") == ModelStanding(LEAVE, Standing.HELD)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param(POOR, Standing.OPEN, id="alone"),
        pytest.param(AllOf(all=(POOR, COUNCIL)), Standing.OPEN, id="with another that must hold"),
        pytest.param(AnyOf(any=(POOR, COUNCIL)), Standing.OUT, id="beside another that holds"),
        pytest.param(AnyOf(any=(POOR, CHARITY)), Standing.DEPENDS, id="beside another that is open"),
        pytest.param(AnyOf(any=(AllOf(all=(POOR, COUNCIL)), POOR)), Standing.OPEN, id="inside others"),
    ],
)
def test_a_test_of_what_does_not_apply_does_not_hold(when: Condition, expected: Standing) -> None:
    bank = bank_of_options(rules=[out_when(when, [LEAVE])])
    sheet = make_sheet({"MKT1": not_applicable()}, facts={"control": "council"})

    assert standings(bank, sheet, {}, GOOD)[LEAVE] is expected


def test_a_score_can_take_a_model_out() -> None:
    bank = bank_of_options(rules=[out_when(AnswerIs(score="overall", under=40), [SELL])])

    assert standings(bank, make_sheet(), {"overall": exactly(39)}, GOOD)[SELL] is Standing.OUT
    assert standings(bank, make_sheet(), {"overall": exactly(40)}, GOOD)[SELL] is Standing.OPEN


def bank_with_forms() -> Bank:
    forms = (
        make_form("company", rules=[excluded_when(COUNCIL, "no_company"), excluded_when(CHARITY, "no_charity")]),
        make_form("society", rules=[excluded_when(COUNCIL, "no_society"), excluded_when(STAFF, "no_staff")]),
        make_form("trust", FormLayer.OVERLAY, goes_with=["company"]),
        make_form("firm"),
    )
    leave = make_model(LEAVE, is_mutual=True, forms=["company", "society", "trust"])
    return bank_of_options(models=(MODELS[0], leave, MODELS[2]), forms=forms)


def test_a_model_is_out_where_every_form_it_could_take_is() -> None:
    found = standing_of(bank_with_forms(), facts={"control": "council", "purpose": "members"})

    assert found.standing is Standing.OUT
    assert [why.rule_id for why in found.why_out] == ["no_company", "no_society"]


def test_a_model_is_open_while_one_form_is_left() -> None:
    assert standing_of(bank_with_forms(), facts={"control": "staff", "purpose": "members"}).standing is Standing.OPEN


def test_a_model_depends_on_what_could_by_itself_exclude_every_form_that_is_left() -> None:
    found = standing_of(bank_with_forms())

    assert (found.standing, found.depends_on) == (Standing.DEPENDS, ("control",))


def test_what_is_said_beside_a_model_changes_nothing_in_how_it_stands() -> None:
    found = standing_of(bank_of_options(notes=[note_when(STAFF, [LEAVE], "Mind this.")]), facts={"control": "staff"})

    assert (found.standing, found.notes) == (Standing.OPEN, (NoteFound("Mind this.", ()),))


@pytest.mark.parametrize(
    ("facts", "verdict_id", "expected"),
    [
        pytest.param({"control": "council"}, GOOD, "Settle that first.", id="a rule leaves none"),
        pytest.param({"control": "council"}, "weak", "", id="the verdict holds them anyway"),
        pytest.param({"control": "council"}, None, "", id="there is no verdict"),
        pytest.param({}, GOOD, "", id="one still depends"),
        pytest.param({"control": "staff"}, GOOD, "", id="one is open"),
    ],
)
def test_what_leaves_no_mutual_is_said_where_the_verdict_allows_one(
    facts: dict[str, FactValue], verdict_id: str | None, expected: str
) -> None:
    bank = bank_of_options(rules=[out_when(COUNCIL, [LEAVE], if_no_mutual_left="Settle that first.")])
    found = model_standings(bank, make_sheet(facts=facts), {}, verdict_id)

    assert no_mutual_because(bank, found, verdict_id) == expected
