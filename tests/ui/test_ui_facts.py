"""Facts are kept as they are given, shown as they are kept, and can be taken back."""

import pytest
from streamlit.testing.v1 import AppTest
from ui.pages import Desk, said

from detector.bank_files import load_bank
from detector.core.answers import AnswerSheet, FactValue, Item, ItemKind
from detector.core.bank import FactKind, FactQuestion
from detector.ui.state.typed import Typed

VERSION = load_bank().version
EMPTY = AnswerSheet(VERSION)
TYPED: dict[FactKind, tuple[str, FactValue]] = {
    FactKind.MONEY: ("£420,000", 420_000),
    FactKind.COUNT: ("14", 14),
    FactKind.PERCENT: ("62.5 %", 62.5),
    FactKind.DECIMAL: ("9.5", 9.5),
}


def unconditional() -> list[FactQuestion]:
    return [fact for fact in load_bank().facts if fact.when is None]


def given(page: AppTest, fact: FactQuestion) -> FactValue:
    """Give the fact a value by its widget, and return the value that should be kept."""
    key = f"fact-{fact.id}"
    match fact.kind:
        case FactKind.YES_NO:
            page.radio(key=key).set_value("no")
            return False
        case FactKind.CHOICE:
            page.radio(key=key).set_value(fact.options[1].id)
            return fact.options[1].id
        case FactKind.CHOICES:
            page.multiselect(key=key).set_value([fact.options[2].id, fact.options[0].id])
            return (fact.options[0].id, fact.options[2].id)
        case _:
            typed, number = TYPED[fact.kind]
            page.text_input(key=key).set_value(typed)
            return number


@pytest.mark.parametrize("fact", unconditional(), ids=lambda fact: f"{fact.kind.value}-{fact.id}")
def test_a_fact_is_kept_and_shown_again(desk: Desk, fact: FactQuestion) -> None:
    key = desk.kept(EMPTY)
    page = desk.service(key)

    wanted = given(page, fact)
    page.run()

    assert desk.fact(key, fact.id) == wanted
    desk.service(key).run()
    assert desk.store.revision(key) == 1


def test_a_choice_can_be_taken_back(desk: Desk) -> None:
    key = desk.kept(AnswerSheet(VERSION, facts={"staff_majority_board": True}))

    desk.service(key).radio(key="fact-staff_majority_board").set_value("Not known yet").run()

    assert desk.fact(key, "staff_majority_board") is None


def test_a_number_can_be_taken_back(desk: Desk) -> None:
    key = desk.kept(AnswerSheet(VERSION, facts={"staff_headcount": 14}))

    desk.service(key).text_input(key="fact-staff_headcount").set_value("").run()

    assert desk.fact(key, "staff_headcount") is None


def test_a_number_is_shown_as_people_read_it(desk: Desk) -> None:
    key = desk.kept(AnswerSheet(VERSION, facts={"turnover": 4_200_000.0, "contract_years": 2.0}))

    page = desk.service(key)

    assert page.text_input(key="fact-turnover").value == "4,200,000"
    assert page.text_input(key="fact-contract_years").value == "2"


@pytest.mark.parametrize("typed", ["many", "-3", "1 or 2", "12.5", "1e400"], ids=lambda typed: f"«{typed}» people")
def test_what_is_no_number_of_people_is_refused_and_the_last_one_stays(desk: Desk, typed: str) -> None:
    key = desk.kept(AnswerSheet(VERSION, facts={"staff_headcount": 14}))

    page = desk.service(key)
    page.text_input(key="fact-staff_headcount").set_value(typed).run()

    assert "Not saved. " in said(page)
    assert desk.fact(key, "staff_headcount") == 14


@pytest.mark.parametrize(("press", "left"), [("theirs", "20"), ("mine", "14")])
def test_a_fact_that_others_changed_meanwhile_is_a_choice_between_yours_and_theirs(
    desk: Desk, press: str, left: str
) -> None:
    key = desk.kept(EMPTY)
    page, other = desk.service(key), desk.service(key)
    other.text_input(key="fact-staff_headcount").set_value("20").run()

    page.text_input(key="fact-staff_headcount").set_value("14").run()

    assert desk.fact(key, "staff_headcount") == 20
    assert "Theirs: 20\nYours: 14" in said(page)
    page.button(key=f"{press}-fact-staff_headcount").click().run().run()
    assert page.text_input(key="fact-staff_headcount").value == left
    assert desk.fact(key, "staff_headcount") == int(left)


@pytest.mark.parametrize(
    ("fact_id", "typed", "asked"),
    [("contract_years", "9,5", "9.5"), ("turnover", "4,2m", "4,200,000"), ("staff_headcount", "12,5", "12.5")],
)
def test_a_comma_in_a_strange_place_is_asked_about_and_nothing_is_kept(
    desk: Desk, fact_id: str, typed: str, asked: str
) -> None:
    key = desk.kept(EMPTY)

    page = desk.service(key)
    page.text_input(key=f"fact-{fact_id}").set_value(typed).run()

    assert f"Did you mean {asked}?" in said(page)
    assert desk.fact(key, fact_id) is None
    assert desk.store.revision(key) == 0
    assert page.text_input(key=f"fact-{fact_id}").value == typed


def test_the_box_shows_what_was_understood(desk: Desk) -> None:
    key = desk.kept(EMPTY)

    page = desk.service(key)
    page.text_input(key="fact-turnover").set_value("£4.2m").run()

    assert page.text_input(key="fact-turnover").value == "4,200,000"
    page.run()
    assert page.text_input(key="fact-turnover").value == "4,200,000"
    assert desk.store.revision(key) == 1


def test_a_sum_kept_a_hair_beside_the_penny_is_shown_to_the_penny_and_not_changed(desk: Desk) -> None:
    key = desk.kept(AnswerSheet(VERSION, facts={"turnover": 4_099_999.9999999995}))
    before = desk.store.revision(key)

    page = desk.service(key)
    page.run()

    assert page.text_input(key="fact-turnover").value == "4,100,000"
    assert desk.store.revision(key) == before


def test_facts_that_can_hardly_both_be_true_are_kept_and_asked_about_beside_both(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    page = desk.service(key)
    page.text_input(key="fact-staff_headcount").set_value("90")
    page.text_input(key="fact-members_at_start").set_value("120").run()
    question = "You wrote 120 members and 90 people. Is one of them wrong?"

    assert (desk.fact(key, "staff_headcount"), desk.fact(key, "members_at_start")) == (90, 120)
    assert said(page).count(question) == 2
    page.text_input(key="fact-members_at_start").set_value("12").run()
    assert "Is one of them wrong?" not in said(page)


RESERVED = AnswerSheet(VERSION, facts={"route": "reserved"})
DISSOLVED = AnswerSheet(VERSION, facts={"reorganisation": "to_be_dissolved"})


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        (" 92511000-6 ", "92511000", "92511000"),
        ("9251 1000", "92511000", "92511000"),
    ],
)
def test_a_service_code_is_kept_without_spaces_and_check_digit(desk: Desk, typed: str, kept: str, shown: str) -> None:
    key = desk.kept(RESERVED)

    page = desk.service(key)
    page.text_input(key="fact-cpv_code").set_value(typed).run()

    assert desk.fact(key, "cpv_code") == kept
    assert page.text_input(key="fact-cpv_code").value == shown


@pytest.mark.parametrize(
    ("code", "meaning", "sources"),
    [
        ("92511000", "Library services. Light touch, and can be reserved.", "[34]"),
        ("98513310", "Home-help services. Light touch, but cannot be reserved for mutuals.", "[34]"),
        (
            "71000000",
            "Not on the light-touch list: the line is £207,720 (from 1 January 2026), and it cannot be reserved.",
            "[33][34][37][94]",
        ),
    ],
)
def test_what_a_service_code_means_stands_beside_it(desk: Desk, code: str, meaning: str, sources: str) -> None:
    page = desk.service(desk.kept(RESERVED))
    page.text_input(key="fact-cpv_code").set_value(code).run()

    assert meaning in said(page)
    assert f"The code must honestly describe the contract. {sources} Checked on 30 November 2026" in said(page)


@pytest.mark.parametrize("typed", ["1 April 2028", "01/04/2028", "2028-04-01", " 1 Apr 2028 "])
def test_a_day_is_kept_as_it_was_meant_and_shown_in_full(desk: Desk, typed: str) -> None:
    key = desk.kept(DISSOLVED)

    page = desk.service(key)
    page.text_input(key="fact-vesting_on").set_value(typed).run()

    assert desk.fact(key, "vesting_on") == "2028-04-01"
    assert page.text_input(key="fact-vesting_on").value == "1 April 2028"
    assert desk.service(key).text_input(key="fact-vesting_on").value == "1 April 2028"
    assert desk.store.revision(key) == 2


@pytest.mark.parametrize(
    ("sheet", "fact_id", "typed", "words"),
    [
        (DISSOLVED, "vesting_on", "next spring", "Write the date like 27 March 2027 or 27/03/2027."),
        (DISSOLVED, "vesting_on", "30 February 2028", "Write the date like 27 March 2027 or 27/03/2027."),
        (DISSOLVED, "vesting_on", "1 April 2128", "is not from 2000 to 2099. Check the year."),
        (RESERVED, "cpv_code", "9251100", "A CPV code has eight digits."),
        (RESERVED, "cpv_code", "Library services", "A CPV code has eight digits."),
    ],
)
def test_what_is_no_day_or_code_is_refused_in_words_and_stays_in_its_box(
    desk: Desk, sheet: AnswerSheet, fact_id: str, typed: str, words: str
) -> None:
    key = desk.kept(sheet)

    page = desk.service(key)
    page.text_input(key=f"fact-{fact_id}").set_value(typed).run()

    assert words in said(page)
    assert desk.fact(key, fact_id) is None
    assert page.text_input(key=f"fact-{fact_id}").value == typed


def test_a_day_can_be_taken_back(desk: Desk) -> None:
    key = desk.kept(AnswerSheet(VERSION, facts={"reorganisation": "in_progress", "vesting_on": "2028-04-01"}))

    desk.service(key).text_input(key="fact-vesting_on").set_value("").run()

    assert desk.fact(key, "vesting_on") is None


def test_days_are_asked_only_where_a_council_may_end(desk: Desk) -> None:
    page = desk.service(desk.kept(EMPTY))
    page.radio(key="fact-reorganisation").set_value("not_affected").run()

    assert "fact-vesting_on" not in [box.key for box in page.text_input]


@pytest.mark.parametrize(
    ("sheet", "fact_id", "words", "kept"),
    [
        (DISSOLVED, "vesting_on", "1 April 2028", "2028-04-01"),
        (DISSOLVED, "vesting_on", "1 Apr", None),
        (RESERVED, "cpv_code", "92511000-6", "92511000"),
        (RESERVED, "cpv_code", "92511", None),
    ],
)
def test_a_day_or_a_code_is_kept_as_soon_as_it_is_typed_to_its_end(
    desk: Desk, sheet: AnswerSheet, fact_id: str, words: str, kept: str | None
) -> None:
    key = desk.kept(sheet)
    page = desk.service(key)

    page.session_state["typed"] = {f"fact-{fact_id}": Typed(place=key, words=words, base="", number=1)}
    page.run()

    assert desk.fact(key, fact_id) == kept


def test_a_day_typed_over_one_that_nobody_here_has_seen_is_a_choice(desk: Desk) -> None:
    key = desk.kept(DISSOLVED)
    page = desk.service(key)
    desk.put_elsewhere(key, Item(ItemKind.FACT, "vesting_on"), "2027-04-01")

    page.session_state["typed"] = {"fact-vesting_on": Typed(place=key, words="1 April 2028", base="", number=1)}
    page.run()

    assert desk.fact(key, "vesting_on") == "2027-04-01"
    assert "Theirs: 1 April 2027\nYours: 1 April 2028" in said(page)
