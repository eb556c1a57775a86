"""The history that a copy was taken from: how many changes it had, and its head. The copy holds nothing else of it."""

from collections.abc import Mapping

from detector.core.history import Head, is_head
from detector.files.assessment.json_tree import Json, named
from detector.files.assessment.problems import Context

_KEYS = ("changes", "head")


def read_history(members: Mapping[str, Json], context: Context) -> Head | None:
    """What the file says of the history, None where it says nothing."""
    if "history" not in members:
        return None
    entries = context.section(members, "history")
    context.refuse_unknown_keys("history", entries, _KEYS)
    changes, head = entries.get("changes"), entries.get("head")
    remedy = "Take it from the file that was saved, or leave the whole of 'history' out."
    if not isinstance(changes, int) or isinstance(changes, bool) or changes < 0:
        context.problems.add("history.changes", f"This takes a whole number from 0, not {named(changes)}.", remedy)
    elif not isinstance(head, str) or not is_head(head):
        context.problems.add("history.head", f"This takes 64 letters from 0 to f, not {named(head)}.", remedy)
    else:
        return Head(changes, head)
    return None


def written_history(head: Head) -> Json:
    """The head as it stands in a file."""
    return {"changes": head.changes, "head": head.link}
