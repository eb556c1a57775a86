"""Conditions look back, never ahead, and never round in a circle."""

from collections.abc import Iterator

from detector.bank_files.checks.conditions import Asked, everything_asked
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.conditions import Mention, mentions
from detector.core.errors import Problem

LONGEST_CHAIN = 20


def looking_ahead(bank: Bank) -> Iterator[Problem[Path]]:
    """Every condition that depends on itself, on something asked later, or on too long a chain of others."""
    asked = everything_asked(bank)
    order = {mention: position for position, mention in enumerate(asked)}
    lengths: dict[Mention, int] = {}
    for entry in asked.values():
        lengths[entry.mention] = _chain_length(bank, entry, lengths)
        if lengths[entry.mention] == LONGEST_CHAIN + 1:
            fault = f"this is the end of a chain of more than {LONGEST_CHAIN} conditions."
            yield Problem((*entry.path, "when"), fault, "Test something that is asked without a condition.")
        for about in mentions(bank, entry.when) if entry.when is not None else ():
            if order.get(about, -1) >= order[entry.mention]:
                yield Problem((*entry.path, "when"), *_words(bank, entry, asked[about], asked))


def _chain_length(bank: Bank, entry: Asked, lengths: dict[Mention, int]) -> int:
    """How many conditions hang on each other up to this one, as far as they look back."""
    if entry.when is None:
        return 0
    return 1 + max((lengths.get(about, 0) for about in mentions(bank, entry.when)), default=0)


def _words(bank: Bank, entry: Asked, about: Asked, asked: dict[Mention, Asked]) -> tuple[str, str]:
    if entry is about:
        return "this depends on itself.", "Test something that is asked before."
    if circle := _way(bank, about, entry, asked):
        return (
            f"this goes round in a circle: {', '.join(one.words for one in (entry, *circle))}.",
            "Take one of these conditions away.",
        )
    return f"{about.words} is asked later.", "Test something that is asked before, or change the order."


def _way(bank: Bank, start: Asked, goal: Asked, asked: dict[Mention, Asked]) -> tuple[Asked, ...]:
    """The shortest chain of conditions from what is asked to another, or nothing."""
    chains: list[tuple[Asked, ...]] = [(start,)]
    reached = {start.mention}
    for chain in chains:
        last = chain[-1]
        for about in mentions(bank, last.when) if last.when is not None else ():
            if about == goal.mention:
                return (*chain, goal)
            if about in asked and about not in reached:
                reached.add(about)
                chains.append((*chain, asked[about]))
    return ()
