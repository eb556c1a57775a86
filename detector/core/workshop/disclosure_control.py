"""Which groups of a room may be shown: never fewer than five people, nor what subtraction would lay bare."""

from collections.abc import Collection, Mapping

FEWEST = 5
"""The fewest people whose answers are ever shown together."""


def may_be_shown(people: int) -> bool:
    """Whether the answers of so many people, taken together, may be shown."""
    return people >= FEWEST


def groups_to_show(people: Mapping[str, int], chose: Mapping[str, int]) -> frozenset[str]:
    """The groups that may stand beside the whole room, given how many answered in each and how many chose a level.

    Five or more of a group chose. Whoever sees the room and these groups can subtract: what is left must be nobody,
    or five or more who chose. Where it is not, the groups in which fewest chose are held back until it is; of equal
    ones the last by name. So an answer of "don't know" can take a group out, and never brings one in.
    """
    shown = {group for group, count in chose.items() if may_be_shown(count)}
    while shown and _rest(people, shown) and not may_be_shown(_rest(chose, shown)):
        shown.remove(min(shown, key=lambda group: (chose[group], [-ord(letter) for letter in group])))
    return frozenset(shown)


def _rest(counts: Mapping[str, int], shown: Collection[str]) -> int:
    """How many there are outside the groups shown."""
    return sum(count for group, count in counts.items() if group not in shown)
