"""What one person sees of a room: the questions open now, with their own answers."""

from collections.abc import Iterable, Mapping

from starlette.responses import HTMLResponse

from detector.core.bank import Bank
from detector.core.bank.index import index_of, stakeholder_name
from detector.core.workshop.disclosure_control import FEWEST
from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import QuestionRound, Workshop, WorkshopPhase, latest_round, takes_votes
from detector.light.phone.html import page
from detector.light.phone.requests import DONT_KNOW
from detector.store.workshops import StoredWorkshop
from detector.store.workshops.remarks import LONGEST_REMARK
from detector.wording.erased import WAITS
from detector.wording.plain import counted, day

WAITING = "Your phone is ready. Questions appear here when the facilitator opens them. You need not reload the page."
ANSWER_THESE = "Choose what is true today. Each answer is saved as you give it."
LOOK_UP = "Nothing is open at the moment. Look at the screen in the room; the next question appears here by itself."
ENDED = "Thank you. You can close this page. Your answers are shown only together with those of others."


def welcome_page(bank: Bank, workshop: StoredWorkshop, *, problem: str = "", status: int = 200) -> HTMLResponse:
    """How answers are used, and the choice of a group."""
    return page(
        "welcome",
        status=status,
        home=f"/w/{workshop.join_token}",
        fewest=FEWEST,
        keep_until=day(workshop.keep_until),
        waits=WAITS,
        groups=[{"id": group, "name": stakeholder_name(bank, group)} for group in workshop.state.groups],
        problem=problem,
        restored=workshop.state.restored,
    )


def phone_page(
    bank: Bank, workshop: StoredWorkshop, group: str, mine: Iterable[Vote], remarks: Mapping[QuestionRound, str]
) -> HTMLResponse:
    """The open questions with this person's own answers and remarks, or what to wait for."""
    room = workshop.state
    given = {QuestionRound(vote.question_id, vote.round): vote.level for vote in mine}
    questions = [
        each | {"remark": remarks.get(QuestionRound(str(each["id"]), int(str(each["round"]))), "")}
        for each in _open_questions(bank, room, given)
    ]
    heading, words = _said(room, len(questions))
    return page(
        "room",
        home=f"/w/{workshop.join_token}",
        changes=workshop.changes,
        heading=heading,
        words=words,
        questions=questions,
        free_text=room.free_text,
        longest=LONGEST_REMARK,
        group=stakeholder_name(bank, group),
        given=counted(len(given), "answer"),
    )


def _said(room: Workshop, questions: int) -> tuple[str, str]:
    if room.phase is WorkshopPhase.ENDED:
        return "The workshop has ended", ENDED
    if room.phase is WorkshopPhase.JOINING:
        return "You have joined", WAITING
    if not questions:
        return "Look at the screen", LOOK_UP
    return ("Answer this question" if questions == 1 else f"Answer these {questions} questions"), ANSWER_THESE


def _open_questions(bank: Bank, room: Workshop, given: dict[QuestionRound, int | None]) -> list[dict[str, object]]:
    questions = index_of(bank).questions
    rounds = [latest_round(room, each) for each in room.question_ids]
    return [
        {
            "id": question_round.question_id,
            "round": question_round.round,
            "text": questions[question_round.question_id].text,
            "choices": [
                *((str(level), label) for level, label in enumerate(questions[question_round.question_id].levels)),
                _UNKNOWN,
            ],
            "chosen": _value(given, question_round),
        }
        for question_round in rounds
        if question_round is not None and takes_votes(room, question_round) and question_round.question_id in questions
    ]


_UNKNOWN = (DONT_KNOW, "Don’t know")


def _value(given: dict[QuestionRound, int | None], question_round: QuestionRound) -> str:
    """The chosen answer as the form writes it, "" where none is given."""
    if question_round not in given:
        return ""
    level = given[question_round]
    return DONT_KNOW if level is None else str(level)
