"""The operator reads what happened, and nothing of anybody."""

import logging
import re

import pytest

from detector.operator_log import LINES_AT_ONCE, NAME, Event, OperatorLog, write_to_stderr


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was told."""
    return [record.getMessage() for record in caplog.records if record.name == NAME]


def test_a_line_is_an_event_with_short_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger=NAME):
        OperatorLog().tell(Event.EXPORTED, format="pdf", pages=12)

    assert lines(caplog) == ["exported format=pdf pages=12"]


@pytest.mark.parametrize(
    "word",
    ["Sam Lee", "s.lee@example.gov.uk", "/w/AbCd", "https://x", "ABCD-3467", "two\nlines", "x" * 41, "", "\x1b[31m"],
)
def test_what_may_be_somebody_s_is_left_out(word: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger=NAME):
        OperatorLog().tell(Event.FAULT, kind=word)

    assert lines(caplog) == ["fault kind=-"]


def test_a_flood_of_one_event_fills_no_disk_hides_no_other_and_is_counted(caplog: pytest.LogCaptureFixture) -> None:
    now = 0.0
    log = OperatorLog(clock=lambda: now)
    with caplog.at_level(logging.INFO, logger=NAME):
        for _ in range(10_000):
            log.tell(Event.REFUSED, why="host")
        log.tell(Event.ERASED, what="workshop")
        now = 1.0
        log.tell(Event.REFUSED, why="host")

    told = lines(caplog)
    assert len(told) == LINES_AT_ONCE + 2
    assert told[-2:] == ["erased what=workshop", f"refused why=host lines_left_out={10_000 - LINES_AT_ONCE}"]


def test_each_line_has_its_time_and_stands_on_standard_error_once(capfd: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger(NAME)
    before = logger.handlers, logger.propagate, logger.level
    logger.handlers = []
    try:
        write_to_stderr()
        write_to_stderr()
        OperatorLog().tell(Event.STARTED)
    finally:
        logger.handlers, logger.propagate = before[:2]
        logger.setLevel(before[2])

    said = capfd.readouterr()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ started\n", said.err)
    assert said.out == ""
