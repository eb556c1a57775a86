"""Which groups of a room may be shown: never fewer than five people, nor what subtraction would lay bare."""

from collections.abc import Mapping

FEWEST = 5
"""The fewest people whose answers are ever shown together."""


def may_be_shown(people: int) -> bool:
    """Whether the answers of so many people, taken together, may be shown."""
    return people >= FEWEST


def groups_to_show(people: Mapping[str, int]) -> frozenset[str]:
    """The groups, given how many answered in each, that may stand beside the whole room.

    Whoever sees the room and these groups can subtract: what is left must be nobody, or again at least five. Where it
    is not, the smallest groups are held back until it is; of equal ones the last by name.
    """
    if not may_be_shown(sum(people.values())):
        return frozenset()
    shown = {group for group, count in people.items() if may_be_shown(count)}
    while shown and 0 < _rest(people, shown) < FEWEST:
        shown.remove(min(shown, key=lambda group: (people[group], [-ord(letter) for letter in group])))
    return frozenset(shown)


def _rest(people: Mapping[str, int], shown: set[str]) -> int:
    """How many answered outside the groups shown."""
    return sum(count for group, count in people.items() if group not in shown)
