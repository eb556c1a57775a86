"""Opening a workshop, what the facilitator sees of it, and how an agreed level reaches the assessment."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

import pytest
from builders import at_level
from ui.pages import Desk, said

from detector.bank_files import load_bank
from detector.core.answers import Answer, AnswerSheet, AnswerState, answer_item
from detector.core.flow import quick_scan
from detector.core.workshop.workshop import (
    QuestionRound,
    Screen,
    ScreenKind,
    Workshop,
    agree,
    close,
    open_questions,
    reveal,
    show,
    start,
)
from detector.store.workshops import Ballot, StoredWorkshop
from detector.ui.shared import markup
from detector.ui.workshop.taking_over import take_over

BANK = load_bank()
EMPTY = AnswerSheet(BANK.version)
STAFF, FINANCE = "front_line_staff", "finance"


def under_way(desk: Desk, levels: Sequence[int | None], sheet: AnswerSheet = EMPTY) -> StoredWorkshop:
    """A workshop in which everybody has answered the open question MKT1, all of them staff but the last."""
    workshops, key = desk.store.workshops, desk.kept(sheet)
    made = workshops.create(key, Workshop(("MKT1", "MKT2"), (STAFF, FINANCE)), date(2026, 11, 22), date(2027, 2, 20))
    workshops.change(made.key, lambda room: open_questions(start(room), ["MKT1"]))
    for place, level in enumerate(levels):
        workshops.join(made.key, f"p{place}", FINANCE if place == len(levels) - 1 else STAFF)
        workshops.cast(Ballot(made.key, f"p{place}", QuestionRound("MKT1", 1), level)).result(20)
    return workshops.load(made.key)


def shown(desk: Desk, workshop: StoredWorkshop) -> StoredWorkshop:
    """The workshop after its open question was closed and shown."""
    desk.store.workshops.change(workshop.key, partial(close, question_id="MKT1"))
    return desk.store.workshops.change(workshop.key, partial(reveal, question_id="MKT1"))


def test_a_workshop_opens_with_the_quick_scan_hidden_and_for_ninety_days(desk: Desk) -> None:
    key = desk.kept(EMPTY)

    desk.workshop(key).button(key="open-workshop").click().run()

    (made,) = desk.store.workshops.of_assessment(key)
    assert made.state.question_ids == tuple(question.id for question in quick_scan(BANK))
    assert made.state.hidden
    assert STAFF in made.state.groups
    assert made.keep_until - made.opened_on == timedelta(days=90)


def test_a_workshop_opens_with_the_dimensions_and_groups_ticked(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    page = desk.workshop(key)

    page.radio(key="room-questions").set_value("parts").run()
    page.checkbox(key="room-part-MKT").check().run()
    for person in BANK.stakeholders:
        page.checkbox(key=f"room-group-{person.id}").set_value(person.id == FINANCE)
    page.checkbox(key="room-hidden").uncheck()
    page.run()
    page.button(key="open-workshop").click().run()

    (made,) = desk.store.workshops.of_assessment(key)
    market = next(part for part in BANK.dimensions if part.id == "MKT")
    assert made.state.question_ids == tuple(question.id for question in market.questions)
    assert (made.state.groups, made.state.hidden) == ((FINANCE,), False)


def test_no_workshop_opens_without_a_group(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    page = desk.workshop(key)

    for person in BANK.stakeholders:
        page.checkbox(key=f"room-group-{person.id}").uncheck()
    page.run()
    page.button(key="open-workshop").click().run()

    assert "Tick at least one group." in said(page)
    assert desk.store.workshops.of_assessment(key) == ()


def test_no_workshop_opens_without_a_question(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    page = desk.workshop(key)

    page.radio(key="room-questions").set_value("parts").run()
    page.button(key="open-workshop").click().run()

    assert "Tick at least one dimension." in said(page)
    assert desk.store.workshops.of_assessment(key) == ()


def test_the_form_says_that_phones_cannot_reach_this_server(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    key = desk.kept(EMPTY)

    alone = said(desk.workshop(key))
    monkeypatch.setenv("DETECTOR_PUBLIC_URL", "http://192.0.2.7:8501")
    reached = said(desk.workshop(key))

    assert "python -m detector serve --lan" in alone
    assert "Phones join at 192.0.2.7:8501/join" in reached
    assert "serve --lan" not in reached


def test_nothing_of_an_open_question_is_shown_but_how_many_have_answered(desk: Desk) -> None:
    workshop = under_way(desk, (0, 0, 1, 3, 3, 3))

    page = desk.workshop(workshop.assessment_key, workshop.key)

    assert 'class="spread"' not in said(page)
    assert "6 answered" in said(page)


def test_the_facilitator_alone_sees_a_closed_question(desk: Desk) -> None:
    workshop = under_way(desk, (0, 0, 1, 3, 3, 3))
    desk.store.workshops.change(workshop.key, partial(close, question_id="MKT1"))

    page = desk.workshop(workshop.assessment_key, workshop.key)

    assert "Only you see this." in said(page)
    assert 'class="spread"' in said(page)


@pytest.mark.parametrize("is_shown", [False, True], ids=["closed", "shown"])
def test_four_answers_are_shown_to_nobody(desk: Desk, is_shown: bool) -> None:
    workshop = under_way(desk, (0, 0, 1, 3))
    if is_shown:
        shown(desk, workshop)
    else:
        desk.store.workshops.change(workshop.key, partial(close, question_id="MKT1"))

    page = desk.workshop(workshop.assessment_key, workshop.key)

    assert 'class="spread"' not in said(page)
    assert "Fewer than five people answered" in said(page)


def test_a_workshop_of_another_assessment_is_not_shown(desk: Desk) -> None:
    workshop, other = under_way(desk, (0,) * 5), desk.kept(EMPTY)

    page = desk.workshop(other, workshop.key)

    assert "This workshop belongs to another assessment" in said(page)
    assert "MKT1" not in said(page)


def test_an_agreed_level_keeps_evidence_and_note_and_says_where_it_comes_from(desk: Desk) -> None:
    workshop = shown(desk, under_way(desk, (2,) * 6, AnswerSheet(BANK.version, answers={"MKT1": at_level(0, 1)})))
    workshop = desk.store.workshops.change(workshop.key, lambda room: agree(room, "MKT1", 2, "One of us waits"))
    seen = desk.store.load(workshop.assessment_key).revisions[answer_item("MKT1")]

    taken = take_over(workshop, "MKT1", seen, None)

    sheet = desk.store.load(workshop.assessment_key).sheet
    assert taken
    assert (sheet.answers["MKT1"].level, sheet.answers["MKT1"].evidence) == (2, 1)
    found = sheet.workshop["MKT1"]
    assert (found.people, found.median, found.agreement, found.dissent) == (6, 2, 1, "One of us waits")


def test_an_answer_changed_meanwhile_is_left_alone(desk: Desk) -> None:
    workshop = shown(desk, under_way(desk, (2,) * 6, AnswerSheet(BANK.version, answers={"MKT1": at_level(0)})))
    workshop = desk.store.workshops.change(workshop.key, lambda room: agree(room, "MKT1", 2))
    seen = desk.store.load(workshop.assessment_key).revisions[answer_item("MKT1")]
    desk.changed_elsewhere(workshop.assessment_key, "MKT1", at_level(1), "AB")

    taken = take_over(workshop, "MKT1", seen, None)

    sheet = desk.store.load(workshop.assessment_key).sheet
    assert not taken
    assert (sheet.answers["MKT1"].level, dict(sheet.workshop)) == (1, {})
    assert "The assessment has another answer" in said(desk.workshop(workshop.assessment_key, workshop.key))


REMARK = "Nobody asked <b>us</b>."


def with_remark(desk: Desk) -> StoredWorkshop:
    """A workshop that takes remarks, with one on its open question."""
    workshops = desk.store.workshops
    room = Workshop(("MKT1", "MKT2"), (STAFF,), free_text=True)
    made = workshops.create(desk.kept(EMPTY), room, date(2026, 11, 22), date(2027, 2, 20))
    workshops.change(made.key, lambda now: open_questions(start(now), ["MKT1"]))
    workshops.join(made.key, "p", STAFF)
    workshops.remarks.write(made.key, "p", QuestionRound("MKT1", 1), REMARK)
    return workshops.load(made.key)


def test_a_remark_is_read_by_the_facilitator_first_and_by_the_room_once_it_is_released(desk: Desk) -> None:
    workshop = with_remark(desk)
    show_remarks = partial(show, screen=Screen(ScreenKind.REMARKS, "MKT1"))
    desk.store.workshops.change(workshop.key, show_remarks)

    page, before = desk.workshop(workshop.assessment_key, workshop.key), said(desk.projector(workshop.join_token))
    [remark] = desk.store.workshops.remarks.all(workshop.key)
    page.button(key=f"release-{remark.id}-False").click().run()
    after = said(desk.projector(workshop.join_token))

    assert REMARK in said(page)
    assert "No remark has been released." in before
    assert "Nobody asked" not in before
    assert "Nobody asked &lt;b&gt;us&lt;/b&gt;." in after


def test_a_workshop_takes_remarks_only_where_that_was_ticked(desk: Desk) -> None:
    key = desk.kept(EMPTY)
    page = desk.workshop(key)

    page.checkbox(key="room-free-text").check().run()
    page.button(key="open-workshop").click().run()

    (made,) = desk.store.workshops.of_assessment(key)
    assert made.state.free_text
    assert made.closes_on == made.opened_on


def test_the_middle_answer_is_proposed_and_recorded_as_informed_judgement(desk: Desk) -> None:
    workshop = shown(desk, under_way(desk, (1, 2, 2, 2, 3, 3)))

    page = desk.workshop(workshop.assessment_key, workshop.key)
    page.selectbox(key="agree-grade-MKT1").set_value(1).run()
    page.button(key="record-MKT1").click().run()

    assert "Proposed from the answers: level 2, the middle answer." in said(page)
    assert page.selectbox(key="agree-grade-MKT1").options[1:] == [
        markup.plain(f"{grade.name}: {grade.meaning}") for grade in BANK.scale.evidence_grades[:2]
    ]
    assert desk.answer(workshop.assessment_key, "MKT1") == at_level(2, 1)


def test_a_room_that_does_not_know_is_told_so_and_can_record_it(desk: Desk) -> None:
    workshop = shown(desk, under_way(desk, (3, 3, 3, 3, 3, *[None] * 7)))

    page, screen = desk.workshop(workshop.assessment_key, workshop.key), said(desk.projector(workshop.join_token))
    page.button(key="record-MKT1").click().run()

    assert "The room does not know: 5 of 12 chose a level; 7 do not know." in said(page)
    assert "The room does not know" in screen
    assert "of 12 chose a level; 7 do not know" in screen
    assert "median" not in screen
    assert desk.answer(workshop.assessment_key, "MKT1") == Answer(AnswerState.DONT_KNOW)
    assert desk.store.load(workshop.assessment_key).sheet.workshop["MKT1"].level is None
