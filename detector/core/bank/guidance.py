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

    text: Text
    sources: tuple[SourceNumber, ...] = ()
    checked_on: date | None = None
    judgement: bool = False
    take_advice: bool = False


class FormLayer(StrEnum):
    """What a legal form is: the body itself, who owns it, or a way that needs no new body."""

    VEHICLE = "vehicle"
    OVERLAY = "overlay"
    BESIDE = "beside"


class Exclusion(Entry):
    """A rule of law or logic that takes a form out. An unknown fact never does."""

    id: Identifier
    when: Condition
    because: Text
    sources: Sources
    checked_on: date


class Favour(Entry):
    """Points for (or, negative, against) a form where a fact or score is as described. Points are judgement."""

    when: Condition
    points: Annotated[int, Field(ge=-5, le=5)]
    because: Text
    sources: tuple[SourceNumber, ...] = ()
    checked_on: date | None = None


class Caution(Entry):
    """Something that does not take a form out but that a lawyer must look at first."""

    when: Condition
    because: Text
    sources: Sources
    checked_on: date


class Example(Entry):
    """A real body and what became of it."""

    name: Text
    became: Text
    sources: Sources


class LegalForm(Entry):
    """One legal form with everything an officer compares. `goes_with` names the vehicles an overlay sits on.

    `is_none_yet` is for the one form that means setting up nothing yet.
    """

    id: Identifier
    name: Text
    layer: FormLayer
    summary: Text
    is_none_yet: bool = False
    goes_with: tuple[Identifier, ...] = ()
    regulator: Statement
    law: Statement
    members_needed: Statement
    ownership: Statement
    governance: Statement
    asset_lock: Statement
    surplus: Statement
    finance: Statement
    charity_and_rates: Statement
    tax: Statement
    staff_control: Statement
    reserved_contract: Statement
    in_house_exemption: Statement
    examples: tuple[Example, ...] = ()
    speaks_for: Annotated[tuple[Statement, ...], Field(min_length=1)]
    speaks_against: Annotated[tuple[Statement, ...], Field(min_length=1)]
    ask_your_lawyer: Annotated[tuple[Text, ...], Field(min_length=2)]
    excluded_when: tuple[Exclusion, ...] = ()
    favoured_when: tuple[Favour, ...] = ()
    warned_when: tuple[Caution, ...] = ()
    sources: Sources
    checked_on: date


class Conflict(Entry):
    """Answers that cannot all stand, and what to do about it."""

    id: Identifier
    name: Text
    when: Condition
    because: Text
    what_to_do: Text
    sources: Sources
    checked_on: date


class Cell(Entry):
    """What holds for one model on one criterion."""

    criterion: Identifier
    says: Statement


class DeliveryModel(Entry):
    """A way to deliver the service, described on every criterion.

    `is_in_house` is for the one model in which the service stays in the council, `compare_first` for the mutual that
    is shown beside it where the answers point to none.
    """

    id: Identifier
    name: Text
    summary: Text
    is_mutual: bool
    is_in_house: bool = False
    compare_first: bool = False
    cells: Annotated[tuple[Cell, ...], Field(min_length=1)]
    advantages: tuple[Statement, ...] = ()
    disadvantages: tuple[Statement, ...] = ()
    sources: Sources


class ModelPattern(Entry):
    """Answers that point to a model. A pointer, never a decision; always judgement."""

    id: Identifier
    when: Condition
    points_to: Identifier
    because: Text
    sources: tuple[SourceNumber, ...] = ()


class Resemblance(Entry):
    """A question whose weak answer (counted level at most this) makes an earlier case worth reading."""

    question: Identifier
    at_most: Annotated[int, Field(ge=0, le=3)]


class Card(Entry):
    """A real mutual: what it chose, what followed, what decided it. Never proof."""

    id: Identifier
    name: Text
    service: Text
    chose: Text
    followed: Text
    decided_by: Text
    resembles: Annotated[tuple[Resemblance, ...], Field(min_length=1)]
    sources: Sources


class StageTest(Entry):
    """Something that must be so before a stage of the roadmap is left; without `when`, people judge it themselves."""

    id: Identifier
    stage: Identifier
    text: Text
    when: Condition | None = None
    sources: tuple[SourceNumber, ...] = ()
