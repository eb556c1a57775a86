"""The slides as content: one message a slide, what supports it, and what to say."""

from dataclasses import dataclass
from datetime import date

from detector.report.blocks import Block, Drawing


@dataclass(frozen=True)
class Slide:
    """A slide: its message as title, one to three blocks under it, and notes for the speaker."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    notes: str


@dataclass(frozen=True)
class Deck:
    """The slides of one assessment; the first of them opens the deck, and `subtitle` is said on it.

    `provisional` is "" where the result is not. `service` is as typed, "" where it has no name; `history` says which
    history the deck was made from, "" where that is not known.
    """

    title: str
    subtitle: str
    on: date
    bank_version: str
    provisional: str
    drawing: Drawing
    slides: tuple[Slide, ...]
    service: str = ""
    history: str = ""
