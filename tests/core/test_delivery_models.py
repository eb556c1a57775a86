"""Delivery models: all of them, always, with what points to them."""

from builders import make_sheet
from form_builders import SOMETHING, bank_of_forms, exactly, fact_is

from detector.core.answers import FactValue
from detector.core.bank import Bank
from detector.core.bank.guidance import Cell, DeliveryModel, ModelPattern
from detector.core.conditions import Interval
from detector.core.delivery_models import ModelFit, ModelReason, ModelResult, point

CHARITY, STAFF = fact_is("purpose", "charity"), fact_is("control", "staff")


def make_model(model_id: str) -> DeliveryModel:
    cells = (Cell(criterion="cost", says=SOMETHING),)
    return DeliveryModel(id=model_id, name=model_id, summary="A way.", is_mutual=False, cells=cells, sources=(1,))


def pattern(pattern_id: str, when: object, model_id: str) -> ModelPattern:
    return ModelPattern.model_validate(
        {"id": pattern_id, "when": when, "points_to": model_id, "because": f"{pattern_id} holds.", "sources": (1,)}
    )


def bank_with(*patterns: ModelPattern) -> Bank:
    models = (make_model("in_house"), make_model("new_psm"))
    return bank_of_forms().model_copy(update={"models": models, "patterns": patterns})


def pointed(bank: Bank, facts: dict[str, FactValue] | None = None) -> dict[str, ModelResult]:
    return {result.model_id: result for result in point(bank, make_sheet(facts=facts), {})}


def test_every_model_is_there_whatever_points_to_it() -> None:
    assert [result.model_id for result in point(bank_with(), make_sheet(), {})] == ["in_house", "new_psm"]


def test_a_pattern_that_holds_points_to_its_model() -> None:
    bank = bank_with(pattern("staff_led", STAFF, "new_psm"))

    found = pointed(bank, {"control": "staff"})

    assert found["new_psm"].fit is ModelFit.POINTED_TO
    assert found["new_psm"].reasons == (ModelReason("staff_led", "staff_led holds.", (1,)),)
    assert found["in_house"] == ModelResult("in_house", ModelFit.NOT_POINTED_TO, ())


def test_a_pattern_that_is_open_may_point_later() -> None:
    found = pointed(bank_with(pattern("staff_led", STAFF, "new_psm")))["new_psm"]

    assert (found.fit, found.reasons, found.depends_on) == (ModelFit.MAY_BE, (), ("control",))


def test_a_pattern_that_fails_points_nowhere() -> None:
    found = pointed(bank_with(pattern("staff_led", STAFF, "new_psm")), {"control": "council"})["new_psm"]

    assert (found.fit, found.depends_on) == (ModelFit.NOT_POINTED_TO, ())


def test_one_pattern_is_enough_and_the_open_one_is_named() -> None:
    bank = bank_with(pattern("staff_led", STAFF, "new_psm"), pattern("charity", CHARITY, "new_psm"))

    found = pointed(bank, {"control": "staff"})["new_psm"]

    assert (found.fit, found.depends_on) == (ModelFit.POINTED_TO, ("purpose",))


def test_a_score_can_point_to_a_model() -> None:
    bank = bank_with(pattern("weak_support", {"score": "right_support", "under": 40.0}, "in_house"))

    low, high = (
        point(bank, make_sheet(), {"right_support": exactly(39)}),
        point(bank, make_sheet(), {"right_support": exactly(40)}),
    )

    assert (low[0].fit, low[0].depends_on) == (ModelFit.POINTED_TO, ())
    assert high[0].fit is ModelFit.NOT_POINTED_TO
    assert point(bank, make_sheet(), {})[0].depends_on == ("right_support",)


def test_a_score_that_is_not_settled_may_point_later() -> None:
    bank = bank_with(pattern("weak_support", {"score": "right_support", "under": 40.0}, "in_house"))

    found = point(bank, make_sheet(), {"right_support": Interval(20, 60)})[0]

    assert (found.fit, found.depends_on) == (ModelFit.MAY_BE, ("right_support",))
