"""What is known of legal forms, delivery models and earlier mutuals, as data: nothing here knows how to rank."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from detector.core.bank.base import Condition, Entry, Identifier, SourceNumber, Text

Sources = Annotated[tuple[SourceNumber, ...], Field(min_length=1)]


class Statement(Entry):
    """Something stated to officers. Of law or fact: with source and checked-on date. Of judgement: marked as such.

    `take_advice` marks what is not settled or not confirmed: it is shown as a question for an adviser, never as fact.
    """

    text: Text = Field(description="What is stated.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
    checked_on: date | None = Field(default=None, description="The day somebody last compared it with its sources.")
    judgement: bool = Field(default=False, description="true if it goes beyond a source.")
    take_advice: bool = Field(
        default=False, description="true if it is not settled: shown as a question for an adviser."
    )


class FormLayer(StrEnum):
    """What a legal form is: the body itself, who owns it, or a way that needs no new body."""

    VEHICLE = "vehicle"
    OVERLAY = "overlay"
    BESIDE = "beside"


class Exclusion(Entry):
    """A rule of law or logic that takes a form out. An unknown fact never does."""

    id: Identifier = Field(description="Differs from the form's other rules.")
    when: Condition = Field(description="The form is out only where this certainly holds.")
    because: Text = Field(description="The reason, as people read it.")
    sources: Sources = Field(description="Numbers from sources.yaml.")
    checked_on: date = Field(description="The day somebody last compared it with its sources.")


class Favour(Entry):
    """Points for (or, negative, against) a form where a fact or score is as described. Points are judgement."""

    when: Condition = Field(description="The points count where this holds.")
    unless: Condition | None = Field(
        default=None, description="They do not count where this certainly holds; leave it out otherwise."
    )
    points: Annotated[int, Field(ge=-5, le=5)] = Field(description="From -5 to 5.")
    because: Text = Field(description="The reason, as people read it.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
    checked_on: date | None = Field(default=None, description="The day somebody last compared it with its sources.")


class Caution(Entry):
    """Something that takes no form out: a lawyer must look at it first, or it speaks for looking at a form first."""

    when: Condition = Field(description="Said where this holds.")
    because: Text = Field(description="The reason, as people read it.")
    sources: Sources = Field(description="Numbers from sources.yaml.")
    checked_on: date = Field(description="The day somebody last compared it with its sources.")


class Example(Entry):
    """A real body and what became of it."""

    name: Text = Field(description="The body's name.")
    became: Text = Field(description="What became of it.")
    sources: Sources = Field(description="Numbers from sources.yaml.")


class LegalForm(Entry):
    """One legal form with everything an officer compares. `goes_with` names the vehicles an overlay sits on.

    `is_none_yet` is for the one form that means setting up nothing yet.
    """

    id: Identifier = Field(description="Never changed once published.")
    name: Text = Field(description="As people read it.")
    layer: FormLayer = Field(description="vehicle: the body itself; overlay: who owns it; beside: no new body.")
    summary: Text = Field(description="What it is, in a few sentences.")
    is_charity: bool = Field(default=False, description="true in a form that only a charity can take.")
    is_none_yet: bool = Field(default=False, description="true in the one form that means setting up nothing yet.")
    goes_with: tuple[Identifier, ...] = Field(default=(), description="The ids of the vehicles an overlay sits on.")
    regulator: Statement = Field(description="Who registers and watches over it.")
    law: Statement = Field(description="The law it stands on.")
    members_needed: Statement = Field(description="How many members or directors it needs.")
    ownership: Statement = Field(description="Who can own it.")
    governance: Statement = Field(description="Who decides, and how.")
    asset_lock: Statement = Field(description="Whether its assets are locked.")
    surplus: Statement = Field(description="What may be done with a surplus.")
    finance: Statement = Field(description="Where its money can come from.")
    charity_and_rates: Statement = Field(description="Charitable status, and business rates.")
    tax: Statement = Field(description="How it is taxed.")
    staff_control: Statement = Field(description="How far staff can control it.")
    reserved_contract: Statement = Field(description="Whether it can bid for contracts reserved to mutuals.")
    in_house_exemption: Statement = Field(description="Whether the council can award to it without a tender.")
    examples: tuple[Example, ...] = Field(default=(), description="Real bodies of this form.")
    speaks_for: Annotated[tuple[Statement, ...], Field(min_length=1)] = Field(description="What speaks for it.")
    speaks_against: Annotated[tuple[Statement, ...], Field(min_length=1)] = Field(
        description="What speaks against it."
    )
    ask_your_lawyer: Annotated[tuple[Text, ...], Field(min_length=2)] = Field(
        description="Questions to take to a lawyer, two or more."
    )
    excluded_when: tuple[Exclusion, ...] = Field(default=(), description="Rules of law or logic that take it out.")
    favoured_when: tuple[Favour, ...] = Field(default=(), description="Points for it or against it.")
    warned_when: tuple[Caution, ...] = Field(default=(), description="What a lawyer must look at first.")
    look_first_when: tuple[Caution, ...] = Field(
        default=(), description="Of a form beside the others: where it should be looked at before them."
    )
    sources: Sources = Field(description="Numbers from sources.yaml.")
    checked_on: date = Field(description="The day somebody last compared the whole form with its sources.")


class Conflict(Entry):
    """Answers that cannot all stand, and what to do about it."""

    id: Identifier = Field(description="Never changed once published.")
    name: Text = Field(description="As people read it.")
    when: Condition = Field(description="The answers that cannot all stand.")
    unless: Condition | None = Field(
        default=None, description="Not raised where this certainly holds; leave it out to raise it always."
    )
    because: Text = Field(description="Why they cannot.")
    of_first: Text | None = Field(
        default=None, description="Said of the form that stands first meanwhile, where it is no charity; judgement."
    )
    what_to_do: Text = Field(description="What to do about it.")
    is_caution: bool = Field(
        default=False, description="true where it only warns: a result that has it can be ready for a decision."
    )
    sources: Sources = Field(description="Numbers from sources.yaml.")
    checked_on: date = Field(description="The day somebody last compared it with its sources.")


class Cell(Entry):
    """What holds for one model on one criterion."""

    criterion: Identifier = Field(description="An id from 'criteria'.")
    says: Statement = Field(description="What holds on it.")


class DeliveryModel(Entry):
    """A way to deliver the service, described on every criterion.

    `is_in_house` is for the one model in which the service stays in the council, `compare_first` for the mutual that
    is shown beside it where no mutual is open. `forms` are the legal forms that a body of this model can take.
    """

    id: Identifier = Field(description="Never changed once published.")
    name: Text = Field(description="As people read it.")
    noun: str = Field(default="", description="Inside a sentence: 'joining an existing trust or mutual'.")
    summary: Text = Field(description="What it is, in a few sentences.")
    is_mutual: bool = Field(description="true if it is a public service mutual.")
    is_in_house: bool = Field(default=False, description="true in the one model in which the service stays as it is.")
    compare_first: bool = Field(
        default=False, description="true in the mutual shown beside staying in house where no mutual is open."
    )
    never_first: bool = Field(
        default=False, description="true if no answers put it first among the models; the pages then say so."
    )
    forms: tuple[Identifier, ...] = Field(
        default=(), description="The ids of the legal forms that it can take; none where no new body is set up."
    )
    cells: Annotated[tuple[Cell, ...], Field(min_length=1)] = Field(description="One cell for each criterion.")
    advantages: tuple[Statement, ...] = Field(default=(), description="What speaks for it.")
    disadvantages: tuple[Statement, ...] = Field(default=(), description="What speaks against it.")
    sources: Sources = Field(description="Numbers from sources.yaml.")


class Resemblance(Entry):
    """A question whose weak answer (counted level at most this) makes an earlier case worth reading."""

    question: Identifier = Field(description="The id of a question.")
    at_most: Annotated[int, Field(ge=0, le=3)] = Field(
        description="The highest level at which the case is worth reading."
    )


class Card(Entry):
    """A real mutual: what it chose, what followed, what decided it. Never proof."""

    id: Identifier = Field(description="Never changed once published.")
    name: Text = Field(description="The body's name.")
    service: Text = Field(description="What it does.")
    chose: Text = Field(description="What it chose.")
    followed: Text = Field(description="What followed.")
    decided_by: Text = Field(description="What decided it, by whose account.")
    resembles: Annotated[tuple[Resemblance, ...], Field(min_length=1)] = Field(
        description="The weak answers that make it worth reading."
    )
    sources: Sources = Field(description="Numbers from sources.yaml.")


class StageTest(Entry):
    """Something that must be so before a stage of the roadmap is left; without `when`, people judge it themselves."""

    id: Identifier = Field(description="Never changed once published.")
    stage: Identifier = Field(description="The id of the stage that it ends.")
    text: Text = Field(description="What must be so.")
    when: Condition | None = Field(
        default=None, description="Answers that tell; leave it out where people judge it themselves."
    )
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
