"""What the bank promises about earlier cases and about the exit tests of stages."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from detector.bank_files import load_bank
from detector.core.bank import Bank

LONGEST_SENTENCE = 40
NOT_FOR_CITING = 3


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank()


def texts(bank: Bank) -> Iterator[tuple[str, str]]:
    """Every text an officer reads about cases and stages, with where it stands."""
    for card in bank.cards:
        yield from ((card.id, text) for text in (card.name, card.service, card.chose, card.followed, card.decided_by))
    yield from ((test.id, test.text) for test in bank.stage_tests)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!;])\s+", text)


def test_cards_name_questions_there_are_each_once(bank: Bank) -> None:
    known = {question.id for dimension in bank.dimensions for question in dimension.questions}

    named = Counter((card.id, alike.question) for card in bank.cards for alike in card.resembles)

    assert {question for _, question in named} <= known
    assert set(named.values()) == {1}


def test_cards_tell_of_endings_and_of_lasting_ones(bank: Bank) -> None:
    ids = {card.id for card in bank.cards}

    assert {"suffolk_libraries", "seqol", "mycsp", "explore_york", "leading_lives", "navigo"} <= ids


@pytest.mark.parametrize(
    ("card_id", "word"),
    [
        pytest.param("suffolk_libraries", "disputed", id="a cause that one side disputes"),
        pytest.param("livewire", "not a public service mutual", id="a trust that was no mutual"),
        pytest.param("navigo", "No independent account", id="a success known from its promoters"),
    ],
)
def test_a_card_says_what_it_cannot_prove(bank: Bank, card_id: str, word: str) -> None:
    card = next(card for card in bank.cards if card.id == card_id)

    assert word in f"{card.chose} {card.decided_by}"


def test_every_stage_has_three_to_eight_exit_tests_some_of_which_answers_can_tell(bank: Bank) -> None:
    counts = Counter(test.stage for test in bank.stage_tests)
    told = {test.stage for test in bank.stage_tests if test.when is not None}

    assert list(counts) == [stage.id for stage in bank.stages]
    assert set(counts.values()) <= set(range(3, 9))
    assert told == set(counts)


def test_no_sentence_is_longer_than_40_words(bank: Bank) -> None:
    long = [(w, s) for w, text in texts(bank) for s in sentences(text) if len(s.split()) > LONGEST_SENTENCE]

    assert long == []


@pytest.mark.parametrize(
    "pattern", [r"\bseed", r"\(j\)", r"unconfirmed|TODO", r"\be\.g\.|\bi\.e\.|\betc\b", r"\.md\b"]
)
def test_no_text_holds(bank: Bank, pattern: str) -> None:
    assert [where for where, text in texts(bank) if re.search(pattern, text, re.IGNORECASE)] == []


def test_every_source_is_listed_and_fit_to_be_shown(bank: Bank) -> None:
    listed = {source.number for source in bank.sources if source.reliability != "D"} - {NOT_FOR_CITING}

    unfit = [entry.id for entry in (*bank.cards, *bank.stage_tests) if not set(entry.sources) <= listed]

    assert unfit == []
