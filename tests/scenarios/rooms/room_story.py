"""Reading the story of a room: who answered what, what was agreed, and what the assessment then says."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from detector.core.answers import Answer, AnswerSheet, AnswerState
from detector.core.assessment import Assessment, assess
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.scoring import shown
from detector.core.workshop.found import found_by
from detector.core.workshop.tallies import QuestionTally, tally_question
from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import Agreed
from detector.editing import grade_of
from detector.wording.workshops import groups_in_words, tally_in_words

HELD_ON = date(2026, 11, 22)
DontKnow = Literal["dont_know"]
Level = int | DontKnow


class Part(BaseModel):
    """Anything in a story: a key that is not known is a typing mistake, and refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Before(Part):
    """What the assessment held before: a level with its grade, and a link to a document where there is one."""

    level: int
    evidence: int = 0
    document: str | None = None


class Room(Part):
    """One question in a room: what each group answered, and what was agreed; nothing is asked twice."""

    answers: dict[str, list[Level]]
    agreed: Level | Literal["proposed"] = "proposed"
    evidence: int | None = None


class RoomExpected(Part):
    """What should come of it; only what is written is looked at. Numbers are those people read, from 0 to 100."""

    proposed: dict[str, Level | None] = {}
    words: dict[str, str] = {}
    groups: dict[str, str] = {}
    groups_shown: dict[str, list[str]] = {}
    grades: dict[str, int] = {}
    confidence: int | None = None
    without_the_room: int | None = None
    agreement: int | None = None
    provisional: bool | None = None


class RoomStory(Part):
    """A story: what stood before, what rooms answered, and what should come of it."""

    title: str
    because: str
    before: dict[str, Before] = {}
    all_others: Before | None = None
    rooms: dict[str, Room]
    expect: RoomExpected


def read_story(file: Path) -> RoomStory:
    """The story in a file."""
    return RoomStory.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))


def outcome(bank: Bank, story: RoomStory) -> dict[str, object]:
    """What comes of a story, for what it expects."""
    tallies = {question: _tally(bank, question, room) for question, room in story.rooms.items()}
    before = _before(bank, story)
    after = _entered(before, story, tallies)
    found = assess(bank, after)
    rooms = {question: tally.room for question, tally in tallies.items()}
    by_question: dict[str, dict[str, object]] = {
        "proposed": {
            question: None if room is None else "dont_know" if room.proposed is None else room.proposed
            for question, room in rooms.items()
        },
        "words": {question: tally_in_words(room) for question, room in rooms.items() if room is not None},
        "groups": {
            question: groups_in_words(result.groups_counted, result.groups_apart)
            for question, result in after.workshop.items()
        },
        "groups_shown": {question: sorted(tally.groups) for question, tally in tallies.items()},
        "grades": {question: after.answers[question].evidence for question in story.rooms},
    }
    named = {key: {each: told[each] for each in getattr(story.expect, key)} for key, told in by_question.items()}
    everything = named | _of_100(found, assess(bank, before))
    return {key: everything[key] for key in story.expect.model_fields_set}


def _of_100(found: Assessment, before: Assessment) -> dict[str, object]:
    agreement = found.confidence.agreement
    return {
        "confidence": shown(found.confidence.total),
        "without_the_room": shown(before.confidence.total),
        "agreement": None if agreement is None else shown(agreement),
        "provisional": bool(found.provisional),
    }


def _tally(bank: Bank, question: str, room: Room) -> QuestionTally:
    unknown = set(room.answers) - {each.id for each in bank.stakeholders}
    assert not unknown, f"There is no group {sorted(unknown)}."
    votes = [
        Vote(f"{group}{place}", group, question, 1, None if level == "dont_know" else level)
        for group, levels in room.answers.items()
        for place, level in enumerate(levels)
    ]
    return tally_question(question, 1, votes)


def _before(bank: Bank, story: RoomStory) -> AnswerSheet:
    given = dict.fromkeys(index_of(bank).questions, story.all_others) | story.before
    answers = {
        question: Answer(AnswerState.LEVEL, one.level, one.evidence, links=(one.document,) if one.document else ())
        for question, one in given.items()
        if one is not None
    }
    return AnswerSheet(bank.version, facts={"reorganisation": "not_affected"}, answers=answers)


def _entered(sheet: AnswerSheet, story: RoomStory, tallies: dict[str, QuestionTally]) -> AnswerSheet:
    """The sheet once every room's level is recorded, as `editing` records it."""
    answers, workshop = dict(sheet.answers), dict(sheet.workshop)
    for question, room in story.rooms.items():
        level, before = _agreed(room, tallies[question]), answers.get(question, Answer(AnswerState.DONT_KNOW))
        state = AnswerState.DONT_KNOW if level is None else AnswerState.LEVEL
        grade = grade_of(before, level, room.evidence)
        answers[question] = replace(before, state=state, level=level, evidence=grade)
        workshop[question] = found_by(HELD_ON, Agreed(question, 1, level), tallies[question])
    return replace(sheet, answers=answers, workshop=workshop)


def _agreed(room: Room, tally: QuestionTally) -> int | None:
    if room.agreed == "proposed":
        assert tally.room is not None, "Of fewer than five people nothing is proposed: write what was agreed."
        return tally.room.proposed
    return None if room.agreed == "dont_know" else room.agreed
