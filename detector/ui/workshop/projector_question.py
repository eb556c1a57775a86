"""One question on the projector: open, closed, and shown."""

from collections.abc import Mapping
from html import escape

from detector.charts.spread import spread_table
from detector.core.bank import Bank, Question
from detector.core.bank.index import index_of, stakeholder_name
from detector.core.workshop.tallies import QuestionTally, Tally
from detector.core.workshop.votes import SECOND_ROUND
from detector.core.workshop.workshop import QuestionRound, latest_round
from detector.store.workshops import StoredWorkshop
from detector.ui.workshop.live_results import joined, progress, revealed_tallies
from detector.ui.workshop.projector_join import reminder
from detector.wording.plain import number
from detector.wording.workshops import (
    DOES_NOT_KNOW,
    NOT_SHOWN,
    agreement_in_words,
    chose_in_words,
    level_number,
    signed,
)

WAIT = "The facilitator opens this question soon."
ALL_IN = "All answers are in. The facilitator shows them soon."
MEANING = "1: all chose one level. 0: evenly spread. \u22121: half at each end."
MOST_BESIDE, MOST_GROUPS, MOST_BESIDE_AGREED = 6, 4, 3


def waiting_screen(bank: Bank, workshop: StoredWorkshop, question_id: str) -> str:
    """The question, not yet open."""
    question = index_of(bank).questions[question_id]
    return _top(workshop, question, "") + _levels(question) + _foot(WAIT, reminder(workshop))


def open_screen(bank: Bank, workshop: StoredWorkshop, question_id: str) -> str:
    """The question with its levels, and how many of each group have answered."""
    question, question_round = index_of(bank).questions[question_id], latest_round(workshop.state, question_id)
    present = {group: count for group, count in joined(workshop).items() if count}
    found, total = progress(workshop, question_round or QuestionRound(question_id, 1)), sum(present.values())
    groups = [(stakeholder_name(bank, group), found.by_group.get(group, 0), count) for group, count in present.items()]
    share = round(100 * found.answered / total, 1) if total else 0
    side = (
        f'<p class="huge">{number(found.answered)}</p><p class="says">of {number(total)} answered</p>'
        f'<span class="track"><span class="fill" style="width:{share}%"></span></span>'
    )
    many = len(groups) > MOST_BESIDE
    beside, below = ("", _groups_in_line(groups)) if many else (_groups_in_table(groups), "")
    return (
        _top(workshop, question, "Open")
        + _two(_levels(question), side + beside)
        + below
        + _foot("", reminder(workshop))
    )


def _groups_in_table(groups: list[tuple[str, int, int]]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{answered} of {count}</td></tr>'
        for name, answered, count in groups
    )
    return f'<table class="small"><caption class="unseen">Answered, by group</caption><tbody>{rows}</tbody></table>'


def _groups_in_line(groups: list[tuple[str, int, int]]) -> str:
    items = "".join(f"<li>{escape(name)} <b>{answered} of {count}</b></li>" for name, answered, count in groups)
    return f'<ul class="present" aria-label="Answered, by group">{items}</ul>'


def closed_screen(bank: Bank, workshop: StoredWorkshop, question_id: str) -> str:
    """The question after it was closed, before the room sees what it answered."""
    question, question_round = index_of(bank).questions[question_id], latest_round(workshop.state, question_id)
    found = progress(workshop, question_round or QuestionRound(question_id, 1))
    side = f'<p class="huge">{number(found.answered)}</p><p class="says">answered</p>'
    return _top(workshop, question, "Closed") + _two(_levels(question), side) + _foot(ALL_IN, reminder(workshop))


def revealed_screen(bank: Bank, workshop: StoredWorkshop, question_id: str) -> str:
    """What the room answered, in each round it has seen, and what it agreed."""
    question, rounds = index_of(bank).questions[question_id], revealed_tallies(workshop, question_id)
    shown = [tally.room for tally in rounds if tally.room is not None]
    foot = _agreed(workshop, question) or _foot("", reminder(workshop))
    if not shown or rounds[-1].room is None:
        return _top(workshop, question, "Shown") + _levels(question) + _foot(NOT_SHOWN, reminder(workshop))
    spread = spread_table("What the room answered", question.levels, shown)
    most = MOST_BESIDE_AGREED if question.id in workshop.state.agreed else MOST_GROUPS
    return _top(workshop, question, "Shown") + _two(spread, _agreement(bank, shown, rounds[-1], most)) + foot


def _top(workshop: StoredWorkshop, question: Question, state: str) -> str:
    question_round = latest_round(workshop.state, question.id)
    again = "Second round. " if question_round is not None and question_round.round == SECOND_ROUND else ""
    said = {"Open": "Answer now on your phone", "Closed": "Closed", "Shown": "What the room answered"}.get(state, "")
    return f'<p class="over" role="status">{question.id} <b>{again}{said}</b></p><h1>{escape(question.text)}</h1>'


def _levels(question: Question) -> str:
    items = "".join(
        f'<li><b class="level">{level}</b><span>{escape(says)}</span></li>'
        for level, says in enumerate(question.levels)
    )
    return f'<ul class="levels">{items}</ul>'


def _two(main: str, side: str) -> str:
    return f'<div class="two"><div>{main}</div><div class="side">{side}</div></div>'


def _agreement(bank: Bank, shown: list[Tally], latest: QuestionTally, most: int) -> str:
    """The median, how far the room agrees, and its larger groups: at most so many, for all must fit the screen."""
    room = shown[-1]
    key, verdict = (
        (number(room.chose), DOES_NOT_KNOW)
        if room.median is None
        else (level_number(room.median), agreement_in_words(room.agreement).capitalize())
    )
    return (
        f'<div class="key"><p class="huge">{key}</p><p class="says">{_of_whom(room)}</p></div>'
        f'<p class="verdict-of-room">{escape(verdict)}</p>'
        f"{_before(shown)}"
        f"{_groups(bank, latest.groups, most)}"
    )


def _of_whom(room: Tally) -> str:
    """Of whom the number beside it is: "median of 12", "of 12 chose a level; 7 do not know"."""
    if room.median is None:
        return chose_in_words(room.people, room.chose).partition(" ")[2]
    unknowing = f"; {number(room.dont_know)} do not know" if room.dont_know else ""
    return f"median of {number(room.chose)}{unknowing}"


def _before(shown: list[Tally]) -> str:
    """What the first round came to where there was a second, or else what agreement means."""
    if len(shown) == 1:
        return f'<p class="means">{MEANING}</p>'
    first = shown[0]
    agreement = "" if first.agreement is None else f" ({signed(first.agreement)})"
    return f'<p class="means">First round: {level_number(first.median)}{agreement}</p>'


def _groups(bank: Bank, groups: Mapping[str, Tally], most: int) -> str:
    """The groups that may be shown, the largest first."""
    if not groups:
        return ""
    largest = sorted(groups.items(), key=lambda found: -found[1].people)[:most]
    rows = "".join(
        f'<tr><th scope="row">{escape(stakeholder_name(bank, group))}</th><td>{tally.people}</td>'
        f"<td>{level_number(tally.median)}</td></tr>"
        for group, tally in largest
    )
    said = "Group" if len(largest) == len(groups) else "Largest groups"
    head = f'<th scope="col">{said}</th><th scope="col">People</th><th scope="col">Median</th>'
    caption = '<caption class="unseen">Groups of five or more</caption>'
    return f'<table class="small">{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _agreed(workshop: StoredWorkshop, question: Question) -> str:
    agreed, question_round = workshop.state.agreed.get(question.id), latest_round(workshop.state, question.id)
    if agreed is None or question_round is None or agreed.round != question_round.round:
        return ""
    dissent = f'<span class="dissent">Seen otherwise: {escape(agreed.dissent)}</span>' if agreed.dissent else ""
    said = "we do not know" if agreed.level is None else f"level {agreed.level}"
    return f'<p class="agreed"><b>\u2713 Agreed: {said}</b>{dissent}</p>'


def _foot(words: str, corner: str) -> str:
    return f'<p class="foot"><span>{escape(words)}</span><span class="corner">{corner}</span></p>'
