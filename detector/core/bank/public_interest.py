"""The Public Interest Test as data: its headings, what answers each, and the lines of the word it ends in."""

from datetime import date
from typing import Annotated

from pydantic import Field

from detector.core.bank.base import Entry, Identifier, Score100, Share, SourceNumber, Text


class Consideration(Entry):
    """Something that the test looks at, in our words, and which of our answers speak to it."""

    id: Identifier = Field(description="Never changed once published.")
    group: Text = Field(description="What it belongs to, as people read it.")
    text: Text = Field(description="As people read it.")
    questions: tuple[Identifier, ...] = Field(default=(), description="The ids of questions that answer it.")
    facts: tuple[Identifier, ...] = Field(default=(), description="The ids of facts that answer it.")
    criteria: tuple[Identifier, ...] = Field(default=(), description="The ids of appraisal criteria that answer it.")
    if_unknown: str = Field(default="", description="What to print where nothing answers it yet.")


class PublicInterestPart(Entry):
    """One of the questions that the test asks."""

    id: Identifier = Field(description="Never changed once published.")
    name: Text = Field(description="As people read it.")
    considerations: Annotated[tuple[Consideration, ...], Field(min_length=1)] = Field(
        description="What it looks at, in order."
    )


class PublicInterestTest(Entry):
    """The test, and how its indication is drawn: from how often (of 100) staying in house comes first."""

    name: Text = Field(description="What it is called.")
    note: Text = Field(description="What it is and is not, printed beside it.")
    sources: Annotated[tuple[SourceNumber, ...], Field(min_length=1)] = Field(description="Numbers from sources.yaml.")
    checked_on: date = Field(description="The day somebody last compared it with its sources.")
    strong_from: Score100 = Field(description="First in this many of 100 or more: the case for in house is strong.")
    open_from: Score100 = Field(description="First in this many of 100 or more: it is open; in fewer: weak.")
    known_from: Share = Field(description="It is open while less than this part of the weight (0 to 1) is answered.")
    comparison: tuple[Identifier, ...] = Field(
        default=(), description="The ids of the questions that make the comparison: open while one is not known."
    )
    parts: Annotated[tuple[PublicInterestPart, ...], Field(min_length=1)] = Field(description="What it asks.")
