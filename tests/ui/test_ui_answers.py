"""What a question's widgets show is the answer that is kept."""

import pytest
from builders import at_level
from ui.pages import Desk, said

from detector.core.answers import Answer, AnswerSheet, AnswerState

EMPTY = AnswerSheet("2026.2")
NOTED = Answer(AnswerState.LEVEL, 1, 2, "As the report says", ("https://example.org/report",))


def noted(desk: Desk) -> str:
    return desk.kept(AnswerSheet("2026.2", answers={"MKT1": NOTED}))


@pytest.mark.parametrize(
    ("choice", "answer"),
    [
        pytest.param("0", Answer(AnswerState.LEVEL, 0), id="the lowest level"),
        pytest.param("3", Answer(AnswerState.LEVEL, 3), id="the highest level"),
        pytest.param("dont_know", Answer(AnswerState.DONT_KNOW), id="don't know"),
    ],
)
def test_a_choice_is_kept_at_once(desk: Desk, choice: str, answer: Answer) -> None:
    key = desk.kept(EMPTY)

    desk.questions(key).radio(key="answer-MKT1").set_value(choice).run()

    assert desk.answer(key, "MKT1") == answer


@pytest.mark.parametrize(
    ("choice", "state", "level"),
    [("3", AnswerState.LEVEL, 3), ("dont_know", AnswerState.DONT_KNOW, None)],
    ids=["another level", "don't know"],
)
def test_another_choice_keeps_evidence_note_and_links(
    desk: Desk, choice: str, state: AnswerState, level: int | None
) -> None:
    key = noted(desk)

    desk.questions(key).radio(key="answer-MKT1").set_value(choice).run()

    assert desk.answer(key, "MKT1") == Answer(state, level, NOTED.evidence, NOTED.note, NOTED.links)


def test_not_applicable_is_kept_once_it_has_a_reason(desk: Desk) -> None:
    key = noted(desk)
    page = desk.questions(key)

    page.radio(key="answer-MKT1").set_value("not_applicable").run()
    before = desk.answer(key, "MKT1")
    page.text_input(key="reason-MKT1").set_value("   ").run()
    blank = desk.answer(key, "MKT1")
    page.text_input(key="reason-MKT1").set_value("No contract is planned").run()

    assert (before, blank) == (NOTED, NOTED)
    kept = desk.answer(key, "MKT1")
    assert kept == Answer(
        AnswerState.NOT_APPLICABLE, None, NOTED.evidence, NOTED.note, NOTED.links, "No contract is planned"
    )


def test_a_level_after_not_applicable_drops_the_reason(desk: Desk) -> None:
    key = desk.kept(
        AnswerSheet("2026.2", answers={"MKT1": Answer(AnswerState.NOT_APPLICABLE, reason="No contract is planned")})
    )

    desk.questions(key).radio(key="answer-MKT1").set_value("2").run()

    assert desk.answer(key, "MKT1") == Answer(AnswerState.LEVEL, 2)


def test_links_are_kept_one_a_line_without_blanks(desk: Desk) -> None:
    key = noted(desk)
    page = desk.questions(key)

    page.button(key="toggle-MKT1").click().run()
    page.text_area(key="links-MKT1").set_value("  https://example.org/a \n\n https://example.org/b\n").run()

    kept = desk.answer(key, "MKT1")
    assert kept is not None
    assert kept.links == ("https://example.org/a", "https://example.org/b")


def test_a_note_that_is_too_long_is_refused_and_the_last_one_stays(desk: Desk) -> None:
    key = noted(desk)
    page = desk.questions(key)

    page.button(key="toggle-MKT1").click().run()
    page.text_area(key="note-MKT1").set_value("x" * 20_001).run()

    assert "Not saved. " in said(page)
    assert desk.answer(key, "MKT1") == NOTED


def test_a_top_level_without_a_document_says_how_it_counts(desk: Desk) -> None:
    key = desk.kept(AnswerSheet("2026.2", answers={"MKT1": at_level(3, evidence=0), "MKT2": at_level(3)}))

    page = desk.questions(key)

    assert said(page).count("Counts as level 2 until a document stands behind it.") == 1


def test_a_page_that_is_only_looked_at_records_nothing(desk: Desk) -> None:
    key = noted(desk)

    for part in ("MKT", "COM", "PRO"):
        desk.questions(key, part).run()

    assert desk.store.revision(key) == 1


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param({"MKT1": at_level(1)}, "1 of 55 questions answered, 54 still to look at.", id="a level"),
        pytest.param(
            {"MKT1": at_level(1), "MKT2": Answer(AnswerState.DONT_KNOW)},
            "1 of 55 questions answered, 53 still to look at.",
            id="don't know",
        ),
    ],
)
def test_questions_answered_and_still_to_look_at_are_told_apart(
    desk: Desk, answers: dict[str, Answer], told: str
) -> None:
    page = desk.questions(desk.kept(AnswerSheet("2026.2", answers=answers)))

    assert [str(bar.proto.text) for bar in page.get("progress")] == [f"Part 1 of 11. {told}"]
