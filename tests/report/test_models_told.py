"""The delivery models as they are told: one sentence, their order, and what stands behind it."""

from dataclasses import replace

import pytest
from builders import at_level
from report.report_parts import report_on, tables_of, words_of
from strategies import question_ids_of, real_bank

from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.options.results import ModelOption, ModelStanding, Places, Standing, WinsWhen
from detector.report.blocks import Length, Report, Table
from detector.wording.appraisal import NEVER_FIRST, TOO_SELDOM, WHATEVER, headline, of_100, wins_when
from detector.wording.delivery_models import stands_in_words

FACTS = {"reorganisation": "not_affected", "control": "staff_majority", "host_available": False}


def sheet_at(level: int, answers: dict[str, int] | None = None) -> AnswerSheet:
    given = dict.fromkeys(question_ids_of(real_bank()), level) | (answers or {})
    return AnswerSheet(
        real_bank().version, facts=dict(FACTS), answers={key: at_level(each) for key, each in given.items()}
    )


def table(report: Report, table_id: str) -> Table:
    return next(each for each in tables_of(report) if each.id == table_id)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "in none of 100"),
        (0.004, "in fewer than 1 of 100"),
        (0.005, "in 1 of 100"),
        (0.735, "in 74 of 100"),
        (0.997, "in more than 99 of 100"),
        (1.0, "in all of 100"),
    ],
)
def test_only_nothing_is_none_and_only_all_is_all(share: float, said: str) -> None:
    assert of_100(share) == said


def option_with(places: Places | None) -> ModelOption:
    return ModelOption(ModelStanding("new_psm", Standing.OPEN), (), places)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        pytest.param(None, "", id="nothing was drawn"),
        pytest.param(Places(0.0, 0.1, None, None), NEVER_FIRST, id="never"),
        pytest.param(Places(0.002, 0.1, None, None), TOO_SELDOM, id="too seldom"),
        pytest.param(Places(0.9, 1.0, None, WinsWhen((), 1.0)), WHATEVER, id="whatever is valued"),
        pytest.param(
            Places(0.2, 0.4, None, WinsWhen(("staff_voice", "income_freedom", "surplus_kept", "resilience"), 0.92)),
            "Staff voice, freedom to earn and keeping what it earns: in 92 of 100.",
            id="three criteria at most",
        ),
        pytest.param(
            Places(0.02, 0.6, None, WinsWhen(("resilience",), 0.3)),
            "Surviving a cut: even then not surely: in 30 of 100.",
            id="even then not surely",
        ),
        pytest.param(
            Places(None, None, 0.15, WinsWhen(("staff_voice",), 1.0)), "Staff voice: in all of 100.", id="a held model"
        ),
    ],
)
def test_what_must_be_valued_for_a_model_is_told_in_words(places: Places | None, said: str) -> None:
    assert wins_when(real_bank(), option_with(places)) == said


@pytest.mark.parametrize("level", range(4))
def test_the_sentence_that_joins_verdict_and_models_stands_in_every_report(level: int) -> None:
    bank, sheet = real_bank(), sheet_at(level)
    found = assess(bank, sheet)

    sentence = headline(bank, found)

    assert sentence
    assert sentence in words_of(report_on(bank, sheet))


def test_the_winner_is_never_told_without_the_second() -> None:
    sheet = sheet_at(2)
    found = assess(real_bank(), sheet)
    first, second, *_ = found.options.models
    assert first.places is not None
    assert second.places is not None

    sentence = headline(real_bank(), found)

    assert of_100(first.places.first or 0) in sentence
    assert of_100(second.places.first or 0) in sentence


def test_every_model_stands_in_the_table_with_how_often_it_comes_first() -> None:
    rows = table(report_on(real_bank(), sheet_at(2)), "models-table").rows

    assert len(rows) == len(real_bank().models)
    assert rows[0][0] == "Improve it in house (not a mutual)"
    assert rows[0][1].startswith("A choice. Best on ")
    assert rows[-1][2:] == ("–", "–", "")


def test_the_levels_say_which_answers_moved_them() -> None:
    report = report_on(real_bank(), sheet_at(2, {"GOV1": 3}))

    rows = {row[0]: row for row in table(report, "models-levels-new_psm").rows}

    assert len(rows) == len(real_bank().appraisal_criteria)
    assert rows["Staff voice"][1] == "3"
    assert "From your answers: Control is entrenched." in rows["Staff voice"][2]


def test_how_much_is_judgement_and_which_models_never_lead_is_said() -> None:
    said = words_of(report_on(real_bank(), sheet_at(2)))

    cells = [cell for each in real_bank().appraisal for cell in each.cells]
    judged = sum(1 for cell in cells if cell.judgement)
    assert f"{judged} of {len(cells)} levels are professional judgement" in said
    assert "Getting there counts half: it is paid once, and the rest lasts for years." in said
    assert "no answers that were tried put these first most often: outsourcing it" in said


def test_nothing_is_settled_while_most_answers_are_missing() -> None:
    known = dict.fromkeys(question_ids_of(real_bank())[:20], at_level(2))
    found = assess(real_bank(), AnswerSheet(real_bank().version, facts=dict(FACTS), answers=known))

    said = headline(real_bank(), found)

    assert f"{len(found.unknowns)} answers are missing, so this is not settled." in said
    assert "in most views" not in said


def test_where_another_way_leads_the_verdict_and_the_comparison_are_told_apart() -> None:
    said = headline(real_bank(), assess(real_bank(), sheet_at(2)))

    assert "improving it in house still comes first" in said
    assert "For a new mutual to come first, the council must value " in said


@pytest.mark.parametrize("has_host", [True, False])
def test_a_host_that_may_mend_what_the_verdict_holds_is_named(*, has_host: bool) -> None:
    sheet = sheet_at(1, {"FIT2": 3, "PRO1": 3, "GOV1": 3, "COM1": 3})
    found = assess(real_bank(), replace(sheet, facts={**FACTS, "host_available": has_host}))

    told = {each.model_id: stands_in_words(found, each) for each in found.options.models}

    assert told["new_psm"] == "Held back by the verdict"
    held = "Held back by the verdict; a host may mend what holds it: ask one"
    assert told["join_existing"] == (held if has_host else "Ruled out")


def test_a_model_that_is_out_says_by_which_answers() -> None:
    facts = {**FACTS, "route": "reserved", "surplus": "to_investors", "partner_equity": True}
    report = report_on(real_bank(), replace(sheet_at(3), facts=facts))

    stands = {row[0]: row[1] for row in table(report, "models-table").rows}["Mutual joint venture (a mutual)"]

    assert "What may happen to a surplus? Outside investors may share it" in stands
    assert "Who would control the new body?" not in stands


@pytest.mark.parametrize("length", Length)
def test_answers_that_clash_stand_with_the_verdict_and_only_there(length: Length) -> None:
    facts = {**FACTS, "route": "reserved", "surplus": "to_investors"}
    report = report_on(real_bank(), replace(sheet_at(3), facts=facts), length)

    result = report.sections[0]

    assert "answers clash: “Reserved contract" in report.provisional
    if length is Length.SUMMARY:
        assert "The full report says what to do about it." in words_of(report)
    else:
        assert result.sections[0].title == "Answers that clash"
        assert words_of(report).count("Answers that clash") == 1
