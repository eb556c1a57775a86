"""The head of an assessment's history, in words."""

from detector.core.history import Head, short
from detector.wording.plain import counted


def head_sentence(head: Head, *, from_copy: bool) -> str:
    """After how many changes a document was made, and what its history can be held to."""
    after = f"after {counted(head.changes, 'change')}"
    if from_copy:
        return f"Made from a copy taken {after}. As the copy says, the head of their history is {short(head.link)}."
    return f"Made {after}. The head of their history is {short(head.link)}."


def head_property(head: Head | None) -> str:
    """What the properties of a document say of its history, nothing where it has none."""
    return f"History {short(head.link)}" if head else ""
