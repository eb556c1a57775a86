"""Command line and every file tell the same sentences of the same answers: see `words_told.py` for who tells what."""

import json
import re

import pytest
from exports.reading import words_in
from exports.sheets_told import assessed, sheets_told
from exports.told import known, told_by_words
from exports.words_told import Carrier, missing, said_of, squeezed
from journeys.sheets import bank
from report.report_parts import ON

from detector.cli.score_text import score_text
from detector.core.robustness.firmness import FewestChanges
from detector.exports.export import make
from detector.exports.formats import FormatId
from detector.report.blocks import Length
from detector.report.context import ReportContext
from detector.wording.firmness import firmness_sentences, near_thresholds, threshold_sentence

FILES = {
    FormatId.PDF: Carrier.PDF,
    FormatId.WORD: Carrier.WORD,
    FormatId.PAGE: Carrier.WEB_PAGE,
    FormatId.SLIDES: Carrier.SLIDES,
    FormatId.WORKBOOK: Carrier.WORKBOOK,
    FormatId.TABLE: Carrier.TABLE,
}
BANK = bank()
NAMES = [*sheets_told()]


@pytest.mark.parametrize("format_id", FILES)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_tells_every_sentence(name: str, format_id: FormatId) -> None:
    data = make(ReportContext(BANK, sheets_told()[name], assessed(name), ON), format_id, Length.FULL)

    assert missing(FILES[format_id], words_in(data, format_id), BANK, assessed(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_command_line_tells_every_sentence_and_number(name: str) -> None:
    words = score_text(ReportContext(BANK, sheets_told()[name], assessed(name), ON))

    assert missing(Carrier.COMMAND_LINE, words, BANK, assessed(name)) == []
    assert told_by_words(" ".join(words.split()), BANK) == known(BANK, assessed(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_result_tells_the_numbers_behind_every_sentence(name: str) -> None:
    found = assessed(name)
    made = make(ReportContext(BANK, sheets_told()[name], found, ON), FormatId.RESULT, Length.FULL)

    told, firmness = json.loads(made)["robustness"], json.loads(made)["firmness"]

    robustness = found.firmness
    if robustness is None:
        assert (told["weightings"], firmness) == (0, None)
        return
    assert told["verdict_shares"] == dict(robustness.weight_shares)
    for each in ("unknown", "weights", "lines"):
        driver = getattr(robustness, each)
        assert firmness[each] == {"low": driver.low * 100, "likeliest": driver.said * 100, "high": driver.high * 100}
    thresholds = {each.dimension_id: (each.weight, each.verdict) for each in robustness.weight_thresholds}
    assert {key: (each["weight"], each["verdict"]) for key, each in told["weight_flips"].items()} == thresholds
    for way, steps in (("up", robustness.up), ("down", robustness.down)):
        assert told[f"fewest_steps_{way}_verdict"] == (steps.verdict if steps else None)
        assert sum(step["to"] - step["from"] for step in told[f"fewest_steps_{way}"]) == _moved(steps)


def _moved(steps: FewestChanges | None) -> int:
    return sum(step.to_level - step.from_level for step in steps.steps) if steps else 0


@pytest.mark.parametrize("name", NAMES)
def test_the_sentences_carry_the_numbers_of_the_core(name: str) -> None:
    found = assessed(name).firmness
    said = " ".join(firmness_sentences(BANK, assessed(name)))

    if found is None:
        assert said == ""
        return
    for what, driver in (("weights", found.weights), ("lines", found.lines)):
        number = re.search(
            rf"other {what} (?:change (?:it|the verdict) )?in (?:(\d+)|under (1)|over (99))", said.lower()
        )
        assert number is not None
        assert abs(float(number[1] or number[2] or number[3]) - driver.said * 100) <= 1
    for steps, way in ((found.up, "better"), (found.down, "worse")):
        levels = re.search(rf"A {way} verdict is (\d+) levels? on (\d+) answers? away", said)
        assert (steps is None) == (levels is None)
        if steps is not None and levels is not None:
            assert int(levels[1]) == abs(_moved(steps)) == steps.count
            assert int(levels[2]) == len(steps.steps)


def test_they_reach_every_kind_of_sentence() -> None:
    said = {squeezed(each) for name in NAMES for every in said_of(BANK, assessed(name)).values() for each in every}
    kinds = (
        "cannot change this verdict",
        "is somewhere between",
        "Every question that applies is answered",
        "Nothing is answered yet",
        "No step that a project can take by itself gives a better",
        "There is no worse verdict",
        "A better verdict is",
        "a measure, not advice",
        "If the answers not known yet are like those known",
        "If every open hard gate passes",
        "matters most",
        "hardly change this",
        "a weight of",
        "No single weight within",
        "dimensions no weight within",
    )

    assert [kind for kind in kinds if not any(squeezed(kind) in each for each in said)] == []


def test_a_weight_out_of_the_councils_reach_is_told_as_no_change() -> None:
    """York's market would need 67 instead of 14: `score` once told it as a change, and the document as none."""
    found = assessed("explore-york-2013").firmness

    assert found is not None
    assert [threshold_sentence(BANK, threshold) for threshold in found.weight_thresholds] != []
    assert near_thresholds(BANK, found.weight_thresholds) == ()
    text = score_text(ReportContext(BANK, sheets_told()["explore-york-2013"], assessed("explore-york-2013"), ON))
    assert "No single weight within 50 % of the bank's changes it." in text
    assert not any(threshold_sentence(BANK, threshold) in text for threshold in found.weight_thresholds)
