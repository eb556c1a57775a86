"""Stories told in YAML: what somebody answered, and what is then advised. README.md explains the keys."""

from pathlib import Path

import pytest
from pydantic import ValidationError
from scenarios.advice.advice_scenario import Story, outcome, read_stories, shifts_told
from strategies import real_bank

from detector.core.legal_forms.exclusions import NO_VEHICLE_LEFT

STORIES = [story for file in sorted(Path(__file__).parent.glob("*.yaml")) for story in read_stories(file)]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.title)
def test_story(story: Story) -> None:
    found = outcome(real_bank(), story)

    assert found == story.expect.stated()


def test_titles_are_told_once() -> None:
    titles = [story.title for story in STORIES]

    assert len(titles) == len(set(titles))


def test_every_form_comes_first_in_some_story() -> None:
    first = {story.expect.first for story in STORIES} | {
        forms[0] for story in STORIES if (forms := story.expect.first_forms)
    }
    # Joining stands beside the forms, so that it is looked at first and never is the first of them.
    joined = {form.id for form in real_bank().forms if form.look_first_when}

    assert {form.id for form in real_bank().forms} - first == joined
    assert {story.expect.joining for story in STORIES} >= {"look first", "further option"}


def test_every_exclusion_is_told_in_some_story() -> None:
    told = {(form, rule) for story in STORIES for form, rules in story.expect.ruled_out.items() for rule in rules}

    rules = {(form.id, rule.id) for form in real_bank().forms for rule in form.excluded_when}
    assert rules - told == set()
    assert any(rule == NO_VEHICLE_LEFT for _, rule in told)


def test_every_conflict_is_told_in_some_story() -> None:
    told = {conflict for story in STORIES for conflict in story.expect.conflicts}

    assert {conflict.id for conflict in real_bank().conflicts} - told == set()


def test_every_rule_that_takes_models_out_is_told_in_some_story() -> None:
    told = {rule for story in STORIES for rules in story.expect.models_out.values() for rule in rules}

    assert {rule.id for rule in real_bank().out_when} - told == set()


def test_every_shift_is_told_in_some_story() -> None:
    told = {moved for story in STORIES for moved in shifts_told(real_bank(), story)}

    assert {(each.criterion, each.because) for each in real_bank().shifts} - told == set()


def test_every_note_is_told_in_some_story() -> None:
    told = {note for story in STORIES for some in story.expect.notes.values() for note in some}

    assert {note.text for note in real_bank().notes} - told == set()


def test_every_card_and_every_stage_is_told_in_some_story() -> None:
    cards = {card for story in STORIES for card in story.expect.cases}
    stages = {story.expect.stage for story in STORIES}

    assert {card.id for card in real_bank().cards} - cards == set()
    assert {stage.id for stage in real_bank().stages} - stages == set()


@pytest.mark.parametrize(
    "mistake",
    [
        pytest.param({"titel": "A misspelt key"}, id="of a story"),
        pytest.param({"expect": {"frist": "clg"}}, id="of what is expected"),
    ],
)
def test_a_key_that_is_not_known_is_refused(mistake: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Story.model_validate({"title": "A story", "expect": {}, **mistake})
