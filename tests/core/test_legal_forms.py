"""Legal forms: excluded first, then ranked, each with its reasons."""

import pytest
from builders import make_sheet
from form_builders import (
    CHECKED,
    bank_of_forms,
    exactly,
    excluded_when,
    fact_is,
    favoured_when,
    make_conflict,
    make_form,
    no_new_form,
    warned_when,
)

from detector.core.answers import FactValue
from detector.core.bank import AllOf, AnswerIs, Bank
from detector.core.bank.guidance import Caution, FormLayer, LegalForm
from detector.core.legal_forms.advice import advise
from detector.core.legal_forms.results import (
    ConflictFound,
    FormAdvice,
    FormReason,
    FormState,
    Joining,
    RankedForm,
    Ways,
    WhyNot,
)

CHARITY, MEMBERS, STAFF = fact_is("purpose", "charity"), fact_is("purpose", "members"), fact_is("control", "staff")
PLAIN = make_form("plain")
NOT_FOR_CHARITIES = make_form("shares", rules=[excluded_when(CHARITY, "no_charity")])
FAVOURITE = make_form("coop", rules=[favoured_when(STAFF, 5)])


def advice(bank: Bank, facts: dict[str, FactValue] | None = None, verdict: str | None = "strong") -> FormAdvice:
    """The advice to a service with some facts, well suited unless told otherwise."""
    return advise(bank, make_sheet(facts=facts), {}, verdict)


def ranked_ids(found: FormAdvice) -> list[str]:
    """The ranked forms by id, best first."""
    return [form.form_id for form in found.ranked]


def ranked(found: FormAdvice, form_id: str) -> RankedForm:
    """One of the ranked forms."""
    return next(form for form in found.ranked if form.form_id == form_id)


def test_a_rule_that_holds_takes_a_form_out_and_says_why() -> None:
    bank = bank_of_forms(PLAIN, NOT_FOR_CHARITIES)

    found = advice(bank, {"purpose": "charity"})

    assert ranked_ids(found) == ["plain"]
    assert [(form.form_id, form.layer) for form in found.excluded] == [("shares", FormLayer.VEHICLE)]
    assert found.excluded[0].why_not == (WhyNot("no_charity", "no_charity holds.", ("purpose",), (1,), CHECKED),)


def test_every_rule_that_holds_is_named() -> None:
    form = make_form("shares", rules=[excluded_when(CHARITY, "one"), excluded_when(STAFF, "two")])

    found = advice(bank_of_forms(PLAIN, form), {"purpose": "charity", "control": "staff"})

    assert [why.rule_id for why in found.excluded[0].why_not] == ["one", "two"]


def test_an_unknown_fact_leaves_a_form_possible() -> None:
    found = advice(bank_of_forms(PLAIN, NOT_FOR_CHARITIES))

    assert (ranked(found, "shares").state, ranked(found, "shares").depends_on) == (FormState.POSSIBLE, ("purpose",))
    assert (ranked(found, "plain").state, ranked(found, "plain").depends_on) == (FormState.FITS, ())


def test_a_form_depends_on_each_unknown_once() -> None:
    both = AllOf(all=(CHARITY, STAFF))
    form = make_form("shares", rules=[excluded_when(both, "one"), excluded_when(STAFF, "two")])

    found = advice(bank_of_forms(PLAIN, form))

    assert ranked(found, "shares").depends_on == ("purpose", "control")


def test_points_speak_for_and_against_and_add_up() -> None:
    form = make_form("coop", rules=[favoured_when(STAFF, 3), favoured_when(CHARITY, -2), favoured_when(MEMBERS, 5)])

    found = ranked(advice(bank_of_forms(form, PLAIN), {"control": "staff", "purpose": "charity"}), "coop")

    assert found.points == 1
    assert found.reasons_for == (FormReason("3 points.", 3, (), None),)
    assert found.reasons_against == (FormReason("-2 points.", -2, (), None),)


def test_a_reason_carries_its_source_and_date() -> None:
    sourced = favoured_when(STAFF, 1).model_copy(update={"sources": (1,), "checked_on": CHECKED})

    found = ranked(advice(bank_of_forms(make_form("coop", rules=[sourced])), {"control": "staff"}), "coop")

    assert found.reasons_for == (FormReason("1 points.", 1, (1,), CHECKED),)


def test_a_caution_stands_against_without_points() -> None:
    form = make_form("trust", rules=[warned_when(STAFF)])

    warned = ranked(advice(bank_of_forms(form, PLAIN), {"control": "staff"}), "trust")
    unknown = ranked(advice(bank_of_forms(form, PLAIN)), "trust")

    assert warned.reasons_against == (FormReason("Ask first.", 0, (1,), CHECKED, is_caution=True),)
    assert (warned.points, warned.state) == (0, FormState.FITS)
    assert unknown.reasons_against == ()


def test_a_score_can_speak_for_a_form() -> None:
    form = make_form("coop", rules=[favoured_when(AnswerIs(score="ready", at_least=50), 2)])
    bank = bank_of_forms(form, PLAIN)

    found = advise(bank, make_sheet(), {"ready": exactly(50)}, "strong")

    assert ranked(found, "coop").points == 2


def test_a_score_can_rule_a_form_out() -> None:
    form = make_form("coop", rules=[excluded_when(AnswerIs(score="ready", under=50))])
    bank = bank_of_forms(form, PLAIN)

    known = advise(bank, make_sheet(), {"ready": exactly(49)}, "strong")
    unknown = advise(bank, make_sheet(), {"ready": None}, "strong")

    assert known.excluded[0].why_not[0].triggered_by == ("ready",)
    assert ranked(unknown, "coop").depends_on == ("ready",)
    assert ranked(advise(bank, make_sheet(), {"ready": exactly(50)}, "strong"), "coop").depends_on == ()


def test_most_points_first_then_vehicles_then_the_banks_order() -> None:
    forms = [
        make_form("beside", FormLayer.BESIDE),
        make_form("overlay", FormLayer.OVERLAY, goes_with=["second"]),
        make_form("second"),
        make_form("third"),
        make_form("best", FormLayer.OVERLAY, goes_with=["second"], rules=[favoured_when(STAFF, 1)]),
        make_form("worst", rules=[favoured_when(STAFF, -1)]),
    ]

    found = advice(bank_of_forms(*forms), {"control": "staff"})

    assert ranked_ids(found) == ["best", "second", "third", "overlay", "worst", "beside"]
    assert [form.rank for form in found.ranked] == [1, 2, 3, 4, 5, None]


def test_at_equal_points_a_form_that_fits_stands_before_one_that_is_possible() -> None:
    bank = bank_of_forms(NOT_FOR_CHARITIES, PLAIN, no_new_form())

    assert ranked_ids(advice(bank)) == ["plain", "shares", "no_new_form"]
    assert ranked_ids(advice(bank, {"purpose": "members"})) == ["shares", "plain", "no_new_form"]


def test_at_equal_points_a_form_with_fewer_unknown_facts_stands_before_another() -> None:
    twice = make_form("twice", rules=[excluded_when(CHARITY, "one"), excluded_when(STAFF, "two")])

    found = advice(bank_of_forms(twice, NOT_FOR_CHARITIES))

    assert ranked_ids(found) == ["shares", "twice"]
    assert [form.level_with for form in found.ranked] == [(), ()]


def test_forms_that_nothing_sets_apart_are_level() -> None:
    found = advice(bank_of_forms(PLAIN, make_form("other"), FAVOURITE), {"control": "staff"})

    assert [(form.form_id, form.level_with) for form in found.ranked] == [
        ("coop", ()),
        ("plain", ("other",)),
        ("other", ("plain",)),
    ]


def with_deciding_facts(bank: Bank, *deciding: str) -> Bank:
    facts = tuple(fact.model_copy(update={"decides_form": fact.id in deciding}) for fact in bank.facts)
    return bank.model_copy(update={"facts": facts})


def test_nothing_is_ranked_before_the_deciding_facts_are_known() -> None:
    bank = with_deciding_facts(bank_of_forms(PLAIN, FAVOURITE, no_new_form()), "purpose", "control")

    found = advice(bank, {"control": "staff"})
    known = advice(bank, {"control": "staff", "purpose": "members"})

    assert ranked_ids(found) == ["coop", "plain", "no_new_form"]
    assert (found.placed, found.asks_first) == ((), ("purpose",))
    assert [form.form_id for form in known.placed] == ["coop", "plain"]
    assert known.asks_first == ()


def test_unranked_forms_stand_by_name() -> None:
    bank = with_deciding_facts(bank_of_forms(make_form("zebra"), make_form("ant")), "purpose")

    assert ranked_ids(advice(bank)) == ["ant", "zebra"]


def test_a_form_that_no_open_way_uses_is_not_ranked() -> None:
    bank = bank_of_forms(FAVOURITE, PLAIN, make_form("other"))
    ways = Ways(has_mutual=True, forms=frozenset({"plain", "other"}))

    found = advise(bank, make_sheet(facts={"control": "staff"}), {}, "strong", ways)

    assert [(form.form_id, form.rank) for form in found.ranked] == [("plain", 1), ("other", 2), ("coop", None)]


@pytest.mark.parametrize("verdict", ["strong", "weak", None])
@pytest.mark.parametrize("has_mutual", [True, False])
def test_it_is_too_early_exactly_where_no_way_is_a_mutual(verdict: str | None, has_mutual: bool) -> None:
    ways = Ways(has_mutual, frozenset({"coop", "plain"}))

    found = advise(bank_of_forms(FAVOURITE, PLAIN, no_new_form()), make_sheet(), {}, verdict, ways)

    assert found.too_early is not has_mutual
    assert bool(found.too_early_because) is not has_mutual
    assert bool(found.placed) is has_mutual


HOST = fact_is("rates", True)


def host(*look_first: Caution) -> LegalForm:
    rules = [favoured_when(HOST, 1), favoured_when(STAFF, -1), excluded_when(fact_is("rates", False))]
    form = make_form("host", FormLayer.BESIDE, rules=rules)
    return form.model_copy(update={"look_first_when": look_first})


def test_joining_stands_beside_the_forms_and_is_looked_at_first_only_where_that_is_certain() -> None:
    bank = bank_of_forms(PLAIN, host(warned_when(AllOf(all=(HOST, CHARITY)))), no_new_form())

    unknown = advice(bank, {"rates": True, "control": "staff"})
    certain = advice(bank, {"rates": True, "purpose": "charity"})

    assert unknown.joining == Joining("host", look_first=False, because=())
    assert certain.joining == Joining("host", True, (FormReason("Ask first.", 0, (1,), CHECKED),))
    assert (ranked(unknown, "host").rank, ranked(unknown, "host").points) == (None, 0)
    assert [reason.because for reason in ranked(unknown, "host").reasons_against] == ["-1 points."]
    assert advice(bank, {"rates": False}).joining is None


def test_points_fall_away_where_something_certainly_silences_them() -> None:
    silenced = favoured_when(STAFF, 3).model_copy(update={"unless": CHARITY})
    bank = bank_of_forms(make_form("coop", rules=[silenced]), PLAIN)

    assert ranked(advice(bank, {"control": "staff"}), "coop").points == 3
    assert ranked(advice(bank, {"control": "staff", "purpose": "members"}), "coop").points == 3
    assert ranked(advice(bank, {"control": "staff", "purpose": "charity"}), "coop").points == 0


def test_a_conflict_is_silent_where_something_certainly_silences_it() -> None:
    asked = make_conflict(STAFF).model_copy(update={"unless": fact_is("rates", True, False)})
    bank = bank_of_forms(PLAIN, conflicts=[asked])

    assert len(advice(bank, {"control": "staff"}).conflicts) == 1
    assert advice(bank, {"control": "staff", "rates": False}).conflicts == ()
    assert advice(bank).conflicts == ()


def test_what_weighs_more_is_said_of_the_first_form_unless_it_is_a_charity() -> None:
    pull = make_conflict(STAFF).model_copy(update={"of_first": "Control weighs more."})
    charity = make_form("trust", rules=[favoured_when(CHARITY, 5), favoured_when(STAFF, 1)]).model_copy(
        update={"is_charity": True}
    )
    bank = bank_of_forms(FAVOURITE, charity, conflicts=[pull])

    other, first = advice(bank, {"control": "staff"}), advice(bank, {"control": "staff", "purpose": "charity"})

    assert [reason.because for reason in ranked(other, "coop").reasons_against] == ["Control weighs more."]
    assert [form.form_id for form in first.placed] == ["trust", "coop"]
    assert not any(form.reasons_against for form in first.ranked)


def overlay_on(*vehicles: str) -> LegalForm:
    return make_form("trust", FormLayer.OVERLAY, goes_with=vehicles)


def test_an_overlay_goes_with_the_vehicles_that_are_left() -> None:
    bank = bank_of_forms(PLAIN, NOT_FOR_CHARITIES, overlay_on("shares", "plain"))

    assert ranked(advice(bank, {"purpose": "members"}), "trust").goes_with == ("shares", "plain")
    assert ranked(advice(bank, {"purpose": "charity"}), "trust").goes_with == ("plain",)


def test_an_overlay_without_a_vehicle_is_out_for_the_reasons_its_vehicles_are() -> None:
    not_for_staff = make_form("stock", rules=[excluded_when(STAFF)])
    bank = bank_of_forms(PLAIN, NOT_FOR_CHARITIES, not_for_staff, overlay_on("shares", "stock"))

    found = advice(bank, {"purpose": "charity", "control": "staff"})

    assert [form.form_id for form in found.excluded] == ["shares", "stock", "trust"]
    because = "Every legal form it could go with is ruled out: Shares, Stock."
    assert found.excluded[2].why_not == (WhyNot("no_vehicle_left", because, ("purpose", "control"), (1,), CHECKED),)


@pytest.mark.parametrize(
    ("vehicles", "state", "depends_on"),
    [
        pytest.param(("shares",), FormState.POSSIBLE, ("purpose",), id="its only vehicle may be ruled out"),
        pytest.param(("shares", "plain"), FormState.FITS, (), id="one of its vehicles is certain"),
    ],
)
def test_an_overlay_is_as_certain_as_its_vehicles(
    vehicles: tuple[str, ...], state: FormState, depends_on: tuple[str, ...]
) -> None:
    found = ranked(advice(bank_of_forms(PLAIN, NOT_FOR_CHARITIES, overlay_on(*vehicles))), "trust")

    assert (found.state, found.depends_on) == (state, depends_on)


def test_conflicts_are_named_where_they_are_certain() -> None:
    bank = bank_of_forms(PLAIN, conflicts=[make_conflict(AllOf(all=(CHARITY, STAFF)))])

    found = advice(bank, {"purpose": "charity", "control": "staff"}).conflicts

    triggered_by = ("purpose", "control")
    assert found == (ConflictFound("clash", "A clash", "They clash.", "Choose one.", triggered_by, (1,), CHECKED),)
    assert advice(bank, {"purpose": "charity"}).conflicts == ()


@pytest.mark.parametrize("verdict", ["stop", "not_suited", "weak", None])
def test_suitability_comes_before_the_form(verdict: str | None) -> None:
    found = advice(bank_of_forms(FAVOURITE, PLAIN, no_new_form()), {"control": "staff"}, verdict)

    assert ranked_ids(found) == ["no_new_form", "coop", "plain"]
    assert found.too_early
    assert "before" in found.too_early_because


def test_a_low_verdict_is_named_in_its_own_words() -> None:
    found = advice(bank_of_forms(FAVOURITE, PLAIN, no_new_form()), verdict="weak")

    assert "“Weak”" in found.too_early_because


@pytest.mark.parametrize("verdict", ["promising", "strong"])
def test_a_suited_service_may_choose(verdict: str) -> None:
    found = advice(bank_of_forms(no_new_form(), FAVOURITE, PLAIN), {"control": "staff"}, verdict)

    assert ranked_ids(found) == ["coop", "plain", "no_new_form"]
    assert (found.too_early, found.too_early_because) == (False, "")


def test_a_single_form_left_is_no_choice() -> None:
    bank = bank_of_forms(NOT_FOR_CHARITIES, PLAIN, overlay_on("plain"), no_new_form())

    found = advice(bank, {"purpose": "charity"})

    assert ranked_ids(found) == ["plain", "trust", "no_new_form"]
    assert "rule out" in found.too_few_because
    assert advice(bank, {"purpose": "members"}).too_few_because == ""
