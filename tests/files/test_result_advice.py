"""Legal forms, delivery models, cases and stages in the result file."""

from datetime import date

import pytest
from builders import make_sheet
from files.file_bank import BANK
from form_builders import (
    bank_of_forms,
    excluded_when,
    fact_is,
    favoured_when,
    make_conflict,
    make_form,
    no_new_form,
    warned_when,
)
from option_builders import LEAVE, SELL, STAY, bank_of_options, note_when, out_when

from detector.core.assessment import assess
from detector.core.bank import AnswerIs, Bank
from detector.core.bank.guidance import Card, FormLayer, Resemblance, StageTest
from detector.files.result import Result, result

STAFF = fact_is("control", "staff")
FAVOURED = make_form(
    "coop", rules=[favoured_when(STAFF, 2), favoured_when(fact_is("rates", True), -1), warned_when(STAFF)]
)
OUT = make_form("shares", rules=[excluded_when(STAFF, "no_staff"), excluded_when(STAFF, "again")])
TRUST = make_form("trust", FormLayer.OVERLAY, goes_with=["coop", "shares"])
FORMS = bank_of_forms(FAVOURED, OUT, TRUST, make_form("plain"), no_new_form(), conflicts=[make_conflict(STAFF)])
WELL = {"MKT1": 3, "MKT2": 3}


def result_of(bank: Bank, answers: dict[str, int] | None = None) -> Result:
    sheet = make_sheet(answers or WELL, facts={"control": "staff", "rates": True})
    return result(bank, assess(bank, sheet), sheet)


def test_a_form_stands_with_its_reasons_and_the_questions_for_a_lawyer() -> None:
    first = result_of(FORMS)["forms"][0]

    reason: dict[str, object] = {"sources": [], "checked_on": None, "caution": False}
    caution = {"because": "Ask first.", "sources": [1], "checked_on": "2026-11-21", "points": 0, "caution": True}
    assert {key: first[key] for key in ("id", "layer", "rank", "points", "state")} == {
        "id": "coop",
        "layer": "vehicle",
        "rank": 1,
        "points": 1,
        "state": "fits",
    }
    assert first["for"] == [{**reason, "because": "2 points.", "points": 2}]
    assert first["against"] == [{**reason, "because": "-1 points.", "points": -1}, caution]
    assert first["lawyer"] == ["Is it so?", "What else?"]


def test_an_overlay_says_what_it_goes_with() -> None:
    found = {form["id"]: form["goes_with"] for form in result_of(FORMS)["forms"]}

    assert (found["trust"], found["coop"]) == (["coop"], [])


def test_an_excluded_form_gives_its_first_reason_and_all_of_them() -> None:
    found = result_of(FORMS)["excluded_forms"]

    assert [(form["id"], form["because"], form["fact"], form["sources"]) for form in found] == [
        ("shares", "no_staff holds.", "control", [1])
    ]
    assert [(rule["rule"], rule["facts"], rule["checked_on"]) for rule in found[0]["rules"]] == [
        ("no_staff", ["control"], date(2026, 11, 21).isoformat()),
        ("again", ["control"], date(2026, 11, 21).isoformat()),
    ]


def test_what_does_not_go_together_is_told() -> None:
    found = result_of(FORMS)["conflicts"]

    assert [(each["id"], each["because"], each["what_to_do"], each["facts"]) for each in found] == [
        ("clash", "They clash.", "Choose one.", ["control"])
    ]


def test_whether_it_is_too_early_is_told_in_words() -> None:
    assert result_of(FORMS)["too_early_for_a_form"] is None
    assert "“Not suited now”" in str(result_of(FORMS, {"MKT1": 0, "MKT2": 0})["too_early_for_a_form"])


def test_models_say_how_they_stand_and_how_often_they_come_first() -> None:
    rules = [out_when(STAFF, [SELL])]
    appraised = {STAY: (2, 2, 2), LEAVE: (3, 1, 1), SELL: (0, 0, 0)}
    bank = bank_of_options(appraised, rules=rules, notes=[note_when(STAFF, [LEAVE], "Mind this.")])

    found = result_of(bank)["options"]

    assert [(each["id"], each["standing"]) for each in found] == [(STAY, "open"), (LEAVE, "open"), (SELL, "out")]
    assert (found[0]["first"] or 0) + (found[1]["first"] or 0) == pytest.approx(100)
    assert (found[1]["first_two"], found[1]["first_if_open"], found[1]["notes"]) == (100, None, ["Mind this."])
    assert found[1]["wins_when"] == {"criteria": ["voice"], "then_first": 100}
    assert found[1]["levels"]["voice"] == {"level": 3, "low": 3, "high": 3, "moved_by": []}
    assert (found[2]["first"], found[2]["wins_when"]) == (None, None)
    assert found[2]["out_by"] == [
        {
            "rule": "ruled_out",
            "because": "ruled_out holds.",
            "facts": ["control"],
            "sources": [1],
            "checked_on": "2026-11-21",
        }
    ]


def test_models_of_the_first_version_follow_from_how_they_stand() -> None:
    bank = bank_of_options(
        {STAY: (1, 1, 1), LEAVE: (2, 2, 2), SELL: (0, 0, 0)}, rules=[out_when(fact_is("purpose", "charity"), [LEAVE])]
    )

    found = result_of(bank)["models"]

    assert [(model["id"], model["fit"], model["depends_on"]) for model in found] == [
        (STAY, "may_be", []),
        (LEAVE, "pointed_to", ["purpose"]),
        (SELL, "may_be", []),
    ]
    held = result_of(bank, {"MKT1": 0, "MKT2": 0})["models"]
    assert [model["fit"] for model in held] == ["pointed_to", "not_pointed_to", "may_be"]
    assert all(model["patterns"] == [] for model in (*found, *held))


def test_cases_and_stages_are_told() -> None:
    card = Card(
        id="old_trust",
        name="The old trust",
        service="Libraries",
        chose="A trust",
        followed="It stood",
        decided_by="Users",
        resembles=(Resemblance(question="MKT1", at_most=3),),
        sources=(1,),
    )
    tests = (
        StageTest(id="done", stage="explore", text="It is done.", when=AnswerIs(question="MKT1", at_least=2)),
        StageTest(id="noted", stage="business_case", text="They noted it."),
    )

    found = result_of(FORMS.model_copy(update={"cards": (card,), "stage_tests": tests}))

    assert found["cases"] == [{"id": "old_trust", "name": "The old trust", "questions": ["MKT1"], "sources": [1]}]
    assert [(stage["stage"], stage["id"], stage["current"]) for stage in found["stages"]] == [
        ("A", "explore", False),
        ("B", "business_case", True),
    ]
    assert found["stages"][0]["tests"] == [{"id": "done", "text": "It is done.", "passed": True, "for_people": False}]
    assert found["stages"][1]["tests"] == [
        {"id": "noted", "text": "They noted it.", "passed": None, "for_people": True}
    ]


def test_a_bank_that_knows_nothing_says_nothing() -> None:
    sheet = make_sheet({"MKT1": 1})

    found = result(BANK, assess(BANK, sheet), sheet)

    assert (found["forms"], found["excluded_forms"], found["models"], found["cases"], found["stages"]) == (
        [],
        [],
        [],
        [],
        [],
    )
    assert found["too_early_for_a_form"] is None
