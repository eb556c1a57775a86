"""What the result file says of delivery models. Shares are of 100, unrounded; dates are year-month-day."""

from typing import TypedDict


class ModelPart(TypedDict):
    """One delivery model, as version 1 of the format tells it: `fit` follows from its standing.

    `pointed_to` is the first in order, `may_be` every other choice, `not_pointed_to` what is held or out. `patterns`
    is always empty: patterns no longer point to models.
    """

    id: str
    name: str
    fit: str
    because: str
    patterns: list[str]
    sources: list[int]
    depends_on: list[str]


class WinsWhenPart(TypedDict):
    """What must be valued for a model to come first: criteria, most first, and how often it then does."""

    criteria: list[str]
    then_first: float


class OutPart(TypedDict):
    """A rule that takes a model out, and the facts, questions and scores that triggered it; undated is judgement."""

    rule: str
    because: str
    facts: list[str]
    sources: list[int]
    checked_on: str | None


class LevelPart(TypedDict):
    """A level from 0 to 3, where it may lie instead, and why the answers moved it."""

    level: int
    low: int
    high: int
    moved_by: list[str]


class OptionPart(TypedDict):
    """One delivery model; the list has them in order.

    `standing` is open, depends, held or out. A model that is held has only `first_if_open`, one that is out no share;
    `wins_when` is null where it wins too seldom to say.
    """

    id: str
    name: str
    standing: str
    first: float | None
    first_two: float | None
    first_if_open: float | None
    wins_when: WinsWhenPart | None
    out_by: list[OutPart]
    depends_on: list[str]
    notes: list[str]
    levels: dict[str, LevelPart]
