"""What happened elsewhere: real mutuals whose weak point resembles this service's. Never proof."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Resembling:
    """A card of the bank, and the weak answers (question ids) that call it to mind, most first."""

    card_id: str
    questions: tuple[str, ...]
