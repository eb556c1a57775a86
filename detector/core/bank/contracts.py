"""What the law makes of a contract: the list of light touch service codes, and where lighter rules end."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from detector.core.bank.base import Entry, Identifier, SourceNumber, Text

CODE_DIGITS = 8
Pounds = Annotated[float, Field(gt=0)]


class ServiceCode(Entry):
    """One service on the list, by its code in the Common Procurement Vocabulary without the check digit."""

    code: Annotated[str, StringConstraints(pattern=rf"^\d{{{CODE_DIGITS}}}$")] = Field(
        description="Eight digits, in quotes."
    )
    name: Text = Field(description="What the code stands for.")
    reservable: bool = Field(default=False, description="true if marked R: a contract can be reserved for mutuals.")


class ServiceCategory(Entry):
    """Services that the list keeps together."""

    name: Text = Field(description="As the list names it.")
    codes: Annotated[tuple[ServiceCode, ...], Field(min_length=1)] = Field(description="Its services.")


class CodeList(Entry):
    """Every service that is bought by light touch rules; a code that is not on it is bought by the full rules."""

    title: Text = Field(description="The list, as it is cited.")
    note: str = Field(default="", description="What the list leaves out.")
    sources: Annotated[tuple[SourceNumber, ...], Field(min_length=1)] = Field(description="Numbers from sources.yaml.")
    checked_on: date = Field(description="The day somebody last compared it with its sources.")
    categories: Annotated[tuple[ServiceCategory, ...], Field(min_length=1)] = Field(description="The services.")


class ContractRules(Entry):
    """Which facts describe the planned contract, and the sums from which the full rules hold, in pounds with VAT."""

    value: Identifier = Field(description="The fact that says what the whole contract is worth.")
    code: Identifier = Field(description="The fact that says which service code describes it.")
    starts: Identifier = Field(description="The fact that says on which day it starts.")
    years: Identifier = Field(description="The fact that says how many years it lasts.")
    vesting: Identifier = Field(description="The fact that says on which day a new council takes over.")
    light_touch_from: Pounds = Field(description="The threshold for services on the list, in pounds with VAT.")
    other_from: Pounds = Field(description="The threshold for other services, in pounds with VAT.")
    in_force_from: date = Field(description="The day from which these sums hold.")
    sources: Annotated[tuple[SourceNumber, ...], Field(min_length=1)] = Field(description="Numbers from sources.yaml.")
    checked_on: date = Field(description="The day somebody last compared it with its sources.")
