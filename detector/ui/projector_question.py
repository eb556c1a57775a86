"""One question on the projector: open, closed, and shown."""

from collections.abc import Mapping
from html import escape

from detector.charts.spread import spread_table
from detector.core.bank import Bank, Question
from detector.core.rooms.room import Turn, latest_turn
from detector.core.rooms.tallies import QuestionTally, Tally
from detector.core.rooms.votes import SECOND_ROUND
from detector.core.wording.workshops import NOT_SHOWN, agreement_in_words, level_number, signed
from detector.store.workshops import Workshop
from detector.ui.projector_join import reminder
from detector.ui.room_figures import joined, progress, revealed_tallies

WAIT = "The facilitator opens this question soon."
ALL_IN = "All answers are in. The facilitator shows them soon."
MEANING = "1: all chose one level. 0: evenly spread. \u22121: half at each end."
MOST_GROUPS, MOST_BESIDE_AGREED = 5, 3


def waiting_screen(bank: Bank, workshop: Workshop, question_id: str) -> str:
    """The question, not yet open."""
    question = _question(bank, question_id)
    return _top(workshop, question, "") + _levels(question) + _foot(WAIT, reminder(workshop))


def open_screen(bank: Bank, workshop: Workshop, question_id: str) -> str:
    """The question with its levels, and how many of each group have answered."""
    question, turn = _question(bank, question_id), latest_turn(workshop.room, question_id)
    present = joined(workshop)
    found = progress(workshop, turn or Turn(question_id, 1))
    names = {person.id: person.name for person in bank.stakeholders}
    total = sum(present.values())
    groups = "".join(
        f'<tr><th scope="row">{escape(names.get(group, group))}</th>'
        f"<td>{found.by_group.get(group, 0)} of {count}</td></tr>"
        for group, count in present.items()
        if count
    )
    share = round(100 * found.answered / total, 1) if total else 0
    side = (
        f'<p class="huge">{found.answered:,}</p><p class="says">of {total:,} answered</p>'
        f'<span class="track"><span class="fill" style="width:{share}%"></span></span>'
        f'<table class="small"><caption class="unseen">Answered, by group</caption><tbody>{groups}</tbody></table>'
    )
    return _top(workshop, question, "Open") + _two(_levels(question), side) + _foot("", reminder(workshop))


def closed_screen(bank: Bank, workshop: Workshop, question_id: str) -> str:
    """The question after it was closed, before the room sees what it answered."""
    question, turn = _question(bank, question_id), latest_turn(workshop.room, question_id)
    found = progress(workshop, turn or Turn(question_id, 1))
    side = f'<p class="huge">{found.answered:,}</p><p class="says">answered</p>'
    return _top(workshop, question, "Closed") + _two(_levels(question), side) + _foot(ALL_IN, reminder(workshop))


def revealed_screen(bank: Bank, workshop: Workshop, question_id: str) -> str:
    """What the room answered, in each round it has seen, and what it agreed."""
    question, rounds = _question(bank, question_id), revealed_tallies(workshop, question_id)
    shown = [tally.room for tally in rounds if tally.room is not None]
    foot = _agreed(workshop, question) or _foot("", reminder(workshop))
    if not shown or rounds[-1].room is None:
        return _top(workshop, question, "Shown") + _levels(question) + _foot(NOT_SHOWN, reminder(workshop))
    spread = spread_table("What the room answered", question.levels, shown)
    most = MOST_BESIDE_AGREED if question.id in workshop.room.agreed else MOST_GROUPS
    return _top(workshop, question, "Shown") + _two(spread, _agreement(bank, shown, rounds[-1], most)) + foot


def _question(bank: Bank, question_id: str) -> Question:
    return next(question for part in bank.dimensions for question in part.questions if question.id == question_id)


def _top(workshop: Workshop, question: Question, state: str) -> str:
    turn = latest_turn(workshop.room, question.id)
    again = "Second round. " if turn is not None and turn.round == SECOND_ROUND else ""
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
    room, names = shown[-1], {person.id: person.name for person in bank.stakeholders}
    return (
        f'<div class="key"><p class="huge">{level_number(room.median)}</p>'
        f'<p class="says">median of {room.people:,}</p></div>'
        f'<p class="verdict-of-room">{escape(agreement_in_words(room.agreement).capitalize())}</p>'
        f"{_before(shown)}"
        f"{_groups(names, latest.groups, most)}"
    )


def _before(shown: list[Tally]) -> str:
    """What the first round came to where there was a second, or else what agreement means."""
    if len(shown) == 1:
        return f'<p class="means">{MEANING}</p>'
    first = shown[0]
    agreement = "" if first.agreement is None else f" ({signed(first.agreement)})"
    return f'<p class="means">First round: {level_number(first.median)}{agreement}</p>'


def _groups(names: Mapping[str, str], groups: Mapping[str, Tally], most: int) -> str:
    if not groups:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{escape(names.get(group, group))}</th><td>{tally.people}</td>'
        f"<td>{'' if tally.median is None else f'{tally.median:g}'}</td></tr>"
        for group, tally in list(groups.items())[:most]
    )
    head = '<th scope="col">Group</th><th scope="col">People</th><th scope="col">Median</th>'
    caption = '<caption class="unseen">Groups of five or more</caption>'
    return f'<table class="small">{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _agreed(workshop: Workshop, question: Question) -> str:
    agreed, turn = workshop.room.agreed.get(question.id), latest_turn(workshop.room, question.id)
    if agreed is None or turn is None or agreed.round != turn.round:
        return ""
    dissent = f'<span class="dissent">Seen otherwise: {escape(agreed.dissent)}</span>' if agreed.dissent else ""
    return f'<p class="agreed"><b>\u2713 Agreed: level {agreed.level}</b>{dissent}</p>'


def _foot(words: str, corner: str) -> str:
    return f'<p class="foot"><span>{escape(words)}</span><span class="corner">{corner}</span></p>'
