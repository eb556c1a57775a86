"""What an officer is asked, what an answer can stop, and what to do about it, each with its sources."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from detector.core.bank.base import LEVELS, Condition, Entry, Identifier, Option, SourceNumber, Text


class Question(Entry):
    """A scored question with its four described levels, worst first."""

    id: Identifier = Field(description="The dimension's id and a number; never changed, never used again.")
    text: Text = Field(description="The question, as it can be read aloud.")
    why: Text = Field(description="Why it matters, with the meaning of any short form it uses.")
    levels: Annotated[tuple[Text, ...], Field(min_length=LEVELS, max_length=LEVELS)] = Field(
        description="Four descriptions of what somebody would see, worst first: 0, 1, 2, 3."
    )
    evidence: Text = Field(description="What to attach.")
    best_placed: Annotated[tuple[Identifier, ...], Field(min_length=1)] = Field(
        description="Who can answer it best: ids from 'stakeholders' in bank.yaml."
    )
    quick_scan: bool = Field(
        default=False, description="true if it belongs to the quick scan; leave it out otherwise."
    )
    weight: Annotated[float, Field(gt=0)] = Field(default=1.0, description="Its part of the dimension; 1 if left out.")
    sources: Annotated[tuple[SourceNumber, ...], Field(min_length=1)] = Field(description="Numbers from sources.yaml.")
    basis: str = Field(default="", description="Where in those sources the idea comes from.")
    when: Condition | None = Field(default=None, description="Asked only if this holds; leave it out to ask always.")
    not_a_step: bool = Field(
        default=False,
        description="true if its levels say what the law is: no change of it is advised as a step to another verdict.",
    )


class Dimension(Entry):
    """One of the things suitability is made of. Weights of all dimensions add up to 100."""

    id: Identifier = Field(description="Three letters, never changed.")
    name: Text = Field(description="As shown on pages.")
    short_name: Text = Field(description="As shown on charts: two short words at most.")
    asks: Text = Field(description="The question behind the whole dimension.")
    weight: Annotated[float, Field(gt=0, le=100)] = Field(
        description="Its part of the overall score; all weights add up to 100."
    )
    group: Identifier = Field(description="An id from 'groups' in bank.yaml.")
    headline: bool = Field(default=False, description="true if a low score here holds the verdict down.")
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
    questions: Annotated[tuple[Question, ...], Field(min_length=1)] = Field(
        description="Its questions, in the order they are asked."
    )


class GateKind(StrEnum):
    """How much a failed gate stops."""

    HARD = "hard"
    AMBER = "amber"


class Gate(Entry):
    """A question whose answer can stop or hold back the whole idea."""

    id: Identifier = Field(description="Never changed once published.")
    name: Text = Field(description="As people read it.")
    kind: GateKind = Field(description="hard: level 0 stops the idea; amber: level 0 holds the verdict back.")
    question: Identifier = Field(description="The id of its question.")
    why: Text = Field(description="Why the gate exists.")
    cleared_by: Annotated[tuple[Identifier, ...], Field(min_length=1)] = Field(
        description="Who can clear it: ids from 'stakeholders' in bank.yaml."
    )
    clears_when: Text = Field(description="What would clear it.")
    sources: Annotated[tuple[SourceNumber, ...], Field(min_length=1)] = Field(description="Numbers from sources.yaml.")


class FactKind(StrEnum):
    """What sort of value a fact question takes."""

    MONEY = "money"
    COUNT = "count"
    DECIMAL = "decimal"
    PERCENT = "percent"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    DATE = "date"
    CODE = "code"
    TEXT = "text"


class FactPage(StrEnum):
    """A page that asks groups of facts beside the Service page, which asks all."""

    LEGAL_FORMS = "legal_forms"


class FactGroup(Option):
    """Fact questions that belong together. `asked_on` is the page that asks them beside the Service page."""

    asked_on: FactPage | None = Field(default=None, description="The page that asks them beside the Service page.")


class FactLimit(Entry):
    """Another fact that a number can hardly be more than: where it is, people are asked whether one is wrong."""

    fact: Identifier = Field(description="The id of the other fact, a number too.")
    unless: Condition | None = Field(
        default=None, description="Where this holds it may well be more; may be left out."
    )


class FactQuestion(Entry):
    """A question about the service or the plan that carries no level."""

    id: Identifier = Field(description="Never changed once published: saved files hold it.")
    text: Text = Field(description="The question, as it can be read aloud.")
    why: Text = Field(description="Why it is asked.")
    kind: FactKind = Field(description="What sort of value it takes: choice is one option, choices are several.")
    group: Identifier = Field(description="An id from 'fact_groups' in bank.yaml.")
    unit: str = Field(default="", description="Printed after the number.")
    options: tuple[Option, ...] = Field(default=(), description="What can be chosen, for choice and choices.")
    decides_form: bool = Field(
        default=False, description="true if legal forms are not ranked before it is known; leave it out otherwise."
    )
    sources: tuple[SourceNumber, ...] = Field(default=(), description="Numbers from sources.yaml.")
    quick_scan: bool = Field(
        default=False, description="true if the quick scan begins with it; leave it out otherwise."
    )
    when: Condition | None = Field(default=None, description="Asked only if this holds; leave it out to ask always.")
    at_most: FactLimit | None = Field(default=None, description="A fact that it can hardly be more than; of numbers.")


class ActionEnd(StrEnum):
    """What the answers must show for a standing action to be left out."""

    ALL_ANSWERED = "all_answered"
    ALL_DOCUMENTED = "all_documented"


class ActionRule(Entry):
    """What to do when one of its questions is weak or unknown, or, where `always`, for every service.

    `waiting` is what to do where one of its questions is answered with level 2 and something is still awaited, and
    `at_zero` where one is answered with level 0. Of a standing action, `until` and `done_when` say when it is left
    out, and `not_beside` which actions make it superfluous.
    """

    id: Identifier = Field(description="Never changed once published.")
    questions: tuple[Identifier, ...] = Field(
        default=(), description="The questions it belongs to; every question has exactly one action."
    )
    always: bool = Field(default=False, description="true if it is in every plan; it belongs to no question then.")
    until: ActionEnd | None = Field(
        default=None,
        description="Left out once all questions are answered (all_answered), or all answers with a level have a "
        "document (all_documented); of a standing action.",
    )
    done_when: Condition | None = Field(
        default=None, description="Left out where the answers certainly show this; of a standing action."
    )
    not_beside: tuple[Identifier, ...] = Field(
        default=(), description="Left out while one of these actions is in the plan; of a standing action."
    )
    what: Text = Field(description="The instruction.")
    waiting: str = Field(
        default="", description="The instruction while level 2 says that something is awaited; may be left out."
    )
    at_zero: str = Field(
        default="",
        description="The instruction where the answer is level 0 and 'what' would ask for what was refused; may be "
        "left out.",
    )
    owner: Identifier = Field(description="Who does it: an id from 'stakeholders' in bank.yaml.")
    stage: Identifier = Field(description="An id from 'stages' in bank.yaml.")
    sources: tuple[SourceNumber, ...] = Field(
        default=(), description="Numbers from sources.yaml; only a standing action may do without."
    )


class Source(Entry):
    """A numbered source. `reliability`: A law or government, B professional body, C press, D not for citing."""

    number: SourceNumber = Field(description="Never changed; a new source takes the next free number.")
    title: Text = Field(description="As it is cited.")
    publisher: Text = Field(description="Who published it, and when.")
    address: str = Field(default="", description="Its web address.")
    seen: Text = Field(description="How much of it was read.")
    reliability: Literal["A", "B", "C", "D"] = Field(
        description="A law or government, B professional body, C press, D not for citing."
    )
    checked_on: date = Field(description="The day somebody last read it.")
