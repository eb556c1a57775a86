"""Stories of rooms told in YAML: who answered what, and what the assessment then says. README.md explains the keys."""

from pathlib import Path

import pytest
from pydantic import ValidationError
from scenarios.rooms.room_story import RoomStory, outcome, read_story
from strategies import real_bank

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_room_story(file: Path) -> None:
    story = read_story(file)

    assert outcome(real_bank(), story) == {key: getattr(story.expect, key) for key in story.expect.model_fields_set}


def test_a_key_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError, match="agrees"):
        RoomStory.model_validate({"title": "", "because": "", "rooms": {}, "expect": {}, "agrees": 1})
