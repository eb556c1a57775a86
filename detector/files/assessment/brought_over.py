"""What came from an older question bank, in an assessment file."""

from collections.abc import Mapping
from dataclasses import asdict

from pydantic import TypeAdapter, ValidationError

from detector.core.answers import BroughtOver, brought_over_problems
from detector.files.assessment.json_tree import Json, named
from detector.files.assessment.problems import Context

KEY = "brought_over"
_brought_over = TypeAdapter(BroughtOver)
_PARTS = ("from_version", "carried", "read_again", "new", "earlier", "closed")
_REMEDY = "Take it away: it only tells people what came from an older question bank."


def read_brought_over(members: Mapping[str, Json], context: Context) -> BroughtOver | None:
    """What the file says of an older question bank, None where it says nothing."""
    given = members.get(KEY)
    if given is None:
        return None
    if not isinstance(given, dict):
        context.problems.add(KEY, f"This is {named(given)}.", _REMEDY)
        return None
    context.refuse_unknown_keys(KEY, given, _PARTS)
    try:
        brought = _brought_over.validate_python(given)
    except ValidationError:
        context.problems.add(KEY, "This cannot be read.", _REMEDY)
        return None
    context.add(KEY, brought_over_problems(brought))
    return brought


def written_brought_over(brought: BroughtOver) -> Json:
    """It as it stands in a file, with nothing in it that says nothing."""
    earlier: list[Json] = [
        {key: [*value] if isinstance(value, tuple) else value for key, value in asdict(each).items() if value}
        for each in brought.earlier
    ]
    written: dict[str, Json] = {
        "from_version": brought.from_version,
        "carried": brought.carried,
        "read_again": {**brought.read_again},
        "new": [*brought.new],
        "earlier": earlier,
        "closed": brought.closed,
    }
    always = ("from_version", "carried")
    return {key: value for key, value in written.items() if value or key in always}
