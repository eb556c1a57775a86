"""A browser session meets what others recorded meanwhile, or what it had itself before the server went away."""

from ui.pages import Desk, said

from detector.core.answers import Answer, AnswerSheet, AnswerState, Item, ItemKind

EMPTY = AnswerSheet("2026.2")
ELSEWHERE = "It was changed in another window or by somebody else."


def level(number: int) -> Answer:
    return Answer(AnswerState.LEVEL, number)


def test_what_others_changed_is_shown_and_said(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    page = desk.questions(key)
    page.radio(key="answer-MKT1").set_value("1").run()

    desk.changed_elsewhere(key, "MKT1", level(2))
    page.run()

    assert page.radio(key="answer-MKT1").value == "2"
    assert ELSEWHERE in said(page)
    assert desk.answer(key, "MKT1") == level(2)


def test_changing_what_others_changed_meanwhile_asks(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    page = desk.questions(key)

    desk.changed_elsewhere(key, "MKT1", level(2), by="AB")
    page.radio(key="answer-MKT1").set_value("1").run()

    assert desk.answer(key, "MKT1") == level(2)
    assert r"changed by AB" in said(page).replace("\\", "")
    assert page.button(key="theirs-MKT1")
    assert page.button(key="mine-MKT1")


def test_the_same_change_by_two_is_no_difference_in_the_end(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    page = desk.questions(key)

    desk.changed_elsewhere(key, "MKT1", level(2))
    page.radio(key="answer-MKT1").set_value("2").run()

    assert desk.answer(key, "MKT1") == level(2)
    assert page.radio(key="answer-MKT1").value == "2"


def test_a_choice_that_a_reconnected_browser_brings_back_is_kept(desk: Desk) -> None:
    key = desk.kept(EMPTY)

    page = desk.questions(key, answer_MKT1="2")

    assert desk.answer(key, "MKT1") == level(2)
    assert page.radio(key="answer-MKT1").value == "2"


def test_an_older_choice_that_a_reconnected_browser_brings_back_never_overwrites(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    desk.changed_elsewhere(key, "MKT1", level(1))
    desk.changed_elsewhere(key, "MKT1", level(3))

    page = desk.questions(key, answer_MKT1="1")

    assert desk.answer(key, "MKT1") == level(3)
    assert page.button(key="mine-MKT1")


def test_undo_offers_the_last_change_whoever_made_it(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    desk.changed_elsewhere(key, "MKT2", level(1), by="AB")
    page = desk.questions(key)

    page.button(key="undo").click().run()

    assert desk.answer(key, "MKT2") is None
    assert page.radio(key="answer-MKT2").value is None


def test_what_was_changed_again_before_the_press_is_not_taken_back_and_the_page_says_so(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    page = desk.questions(key)
    page.radio(key="answer-MKT1").set_value("1").run()
    desk.changed_elsewhere(key, "MKT1", level(3), by="AB")

    page.button(key="undo").click().run()

    assert not page.exception
    assert "Not taken back: MKT1 was changed again in the meantime." in said(page)
    assert desk.answer(key, "MKT1") == level(3)


def test_undo_offers_the_last_answer_after_a_fact_was_changed_and_leaves_the_fact(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    desk.changed_elsewhere(key, "MKT2", level(1))
    desk.put_elsewhere(key, Item(ItemKind.FACT, "staff_headcount"), 40)
    page = desk.questions(key)
    assert "MKT2" in page.button(key="undo").label

    page.button(key="undo").click().run()

    assert desk.answer(key, "MKT2") is None
    assert desk.fact(key, "staff_headcount") == 40
    assert page.button(key="undo").disabled


def test_there_is_nothing_to_undo_at_first(desk: Desk) -> None:
    page = desk.questions(desk.kept(EMPTY))

    assert page.button(key="undo").disabled
