"""The options appraisal as data: criteria, a level for each model on each, what shifts a level, and what is out."""

from datetime import date
from typing import Annotated

from pydantic import Field

from detector.core.bank.base import Condition, Entry, Identifier, Score100, Share, SourceNumber, Text

OptionLevel = Annotated[int, Field(ge=0, le=3)]
LevelStep = Annotated[int, Field(ge=-3, le=3)]
Models = Annotated[tuple[Identifier, ...], Field(min_length=1)]


class AppraisalRules(Entry):
    """The lines of the appraisal. All are professional judgement; shares are of 100 ways of weighing the criteria."""

    checked_on: date = Field(description="The day somebody last compared the levels with their sources.")
    clear_from: Score100 = Field(description="First in this many of 100 or more: it comes first clearly.")
    ahead_from: Score100 = Field(description="First in this many of 100 or more, but not clearly: it is ahead.")
    must_value: Annotated[float, Field(gt=1)] = Field(
        description="A criterion must be valued for a model to win where its mean weight is this many times the usual."
    )
    fewest_wins: Annotated[int, Field(ge=1)] = Field(
        description="In fewer winning draws than this, it is too seldom to say what must be valued."
    )


class AppraisalGroup(Entry):
    """A family of criteria. All families are weighed alike before `counts` is applied."""

    id: Identifier = Field(description="Never changed once published.")
    name: Text = Field(description="As people read it.")
    counts: Annotated[Share, Field(gt=0)] = Field(
        default=1, description="Its part of a full family's weight: 0.5 counts it half."
    )
    because: str = Field(default="", description="That it does not count in full, and why, as people read it.")


class AppraisalCriterion(Entry):
    """Something the models are judged by, on four levels; 3 is best for the criterion."""

    id: Identifier = Field(description="Never changed once published.")
    group: Identifier = Field(description="An id from 'appraisal_groups'.")
    name: Text = Field(description="As people read it.")
    noun: Text = Field(description="Inside a sentence: 'best on staff voice'.")
    asks: Text = Field(description="The question it answers.")
    levels: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4)] = Field(
        description="What levels 0 to 3 mean, worst first."
    )


class AppraisedCell(Entry):
    """Where a model stands on a criterion before the answers: a level, and where it may lie instead."""

    criterion: Identifier = Field(description="An id from 'appraisal_criteria'.")
    level: OptionLevel = Field(description="The likeliest level, 0 to 3.")
    low: OptionLevel = Field(description="The lowest level it may have.")
    high: OptionLevel = Field(description="The highest level it may have.")
    reason: Text = Field(description="Why, as people read it.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
    judgement: bool = Field(default=False, description="true if it goes beyond a source.")


class AppraisedModel(Entry):
    """A model's levels, one cell for each criterion."""

    model: Identifier = Field(description="An id from 'models'.")
    cells: Annotated[tuple[AppraisedCell, ...], Field(min_length=1)] = Field(
        description="One cell for each criterion."
    )


class SetLevels(Entry):
    """Levels that a shift puts in place of those that stand."""

    level: OptionLevel | None = Field(default=None, description="The likeliest level becomes this.")
    low: OptionLevel | None = Field(default=None, description="The lowest level becomes this.")
    high: OptionLevel | None = Field(default=None, description="The highest level becomes this.")


class AddLevels(Entry):
    """Levels that a shift adds to those that stand, or, where negative, takes away."""

    level: LevelStep | None = Field(default=None, description="Added to the likeliest level.")
    low: LevelStep | None = Field(default=None, description="Added to the lowest level.")
    high: LevelStep | None = Field(default=None, description="Added to the highest level.")


class Shift(Entry):
    """Answers that move some models' level on a criterion, by `set`, `add` or both."""

    criterion: Identifier = Field(description="An id from 'appraisal_criteria'.")
    models: Models = Field(description="The ids of the models whose level it moves.")
    when: Condition = Field(description="It moves them only where this certainly holds.")
    set: SetLevels | None = Field(default=None, description="Levels that take the place of those that stand.")
    add: AddLevels | None = Field(default=None, description="Levels that are added.")
    because: Text = Field(description="The reason, as people read it.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
    judgement: bool = Field(default=False, description="true if it goes beyond a source.")


class ModelExclusion(Entry):
    """A rule that takes models out, whatever their levels. An unknown fact never does."""

    id: Identifier = Field(description="Differs from every other rule here.")
    models: Models = Field(description="The ids of the models that it takes out.")
    when: Condition = Field(description="They are out only where this certainly holds.")
    because: Text = Field(description="The reason, as people read it.")
    if_no_mutual_left: str = Field(
        default="", description="Said where it holds and no mutual is left that the verdict allows."
    )
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
    checked_on: date | None = Field(default=None, description="The day somebody last compared it with its sources.")
    judgement: bool = Field(default=False, description="true if it goes beyond a source.")


class ModelNote(Entry):
    """Something to say beside models where answers are as described; it changes nothing in their standing."""

    models: Models = Field(description="The ids of the models beside which it is said.")
    when: Condition = Field(description="Said where this certainly holds.")
    text: Text = Field(description="What is said.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
    judgement: bool = Field(default=False, description="true if it goes beyond a source.")
