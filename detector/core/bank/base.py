"""What every entry of the bank is made of: identifiers, texts, options and conditions."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LEVELS = 4
TOP_LEVEL = LEVELS - 1

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Share = Annotated[float, Field(ge=0, le=1)]
Score100 = Annotated[float, Field(ge=0, le=100)]
SourceNumber = Annotated[int, Field(ge=1)]


class Entry(BaseModel):
    """Anything written in the bank: frozen, and strict about what it may hold."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Option(Entry):
    """Something with an id and a name: a stakeholder, a group, a stage, one choice of a fact."""

    id: Identifier = Field(description="Never changed once published: letters, digits and _, with a letter first.")
    name: Text = Field(description="As people read it.")
    hint: str = Field(default="", description="A sentence that explains it; may be left out.")


class ServiceMark(StrEnum):
    """How a contract for a service may be bought: reserved for mutuals too, by light touch rules only, or neither."""

    RESERVED = "reserved"
    LIGHT_TOUCH = "light_touch"
    OTHER = "other"


class ContractTest(StrEnum):
    """What can be asked of the planned contract: whether it reaches the threshold, or outlasts the council."""

    OVER_THRESHOLD = "over_threshold"
    PAST_VESTING = "past_vesting"


class AnswerIs(Entry):
    """True where a question's counted level, or a fact's value, is as described; unknown where it is not known.

    Exactly one of `question`, `fact`, `score` and `contract` is given, and one of the tests fitting it. `score` is
    "overall", a group's id or a dimension's id, compared on 0 to 100; only legal forms, delivery models and stages may
    use it. `contract` asks of the planned contract what the bank's contract rules work out from several facts.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    question: Identifier | None = Field(default=None, description="The id of a question asked earlier.")
    fact: Identifier | None = Field(default=None, description="The id of a fact asked earlier.")
    score: Identifier | None = Field(default=None, description="overall, or the id of a group or a dimension.")
    contract: ContractTest | None = Field(
        default=None, description="Whether the planned contract reaches the threshold, or outlasts the council."
    )
    at_least: float | None = Field(default=None, description="Holds from this level or number on.")
    under: float | None = Field(default=None, description="Holds below this level or number.")
    is_one_of: tuple[str | bool, ...] | None = Field(
        default=None, description="Holds for any of these options; true or false for a yes-or-no fact."
    )
    marked: ServiceMark | None = Field(
        default=None,
        description="Holds for a service code that can be reserved, is light touch only, or is not on the list.",
    )
    is_so: bool | None = Field(
        default=None, validation_alias="is", description="true or false, for a test of the contract."
    )


class AllOf(Entry):
    """True where every part is true; false where any is false."""

    all: Annotated[tuple["Condition", ...], Field(min_length=1)] = Field(description="Conditions that must all hold.")


class AnyOf(Entry):
    """True where any part is true; false where every part is false."""

    any: Annotated[tuple["Condition", ...], Field(min_length=1)] = Field(
        description="Conditions of which one must hold."
    )


Condition = AnswerIs | AllOf | AnyOf
