"""Assessments that are there before an officer arrives, and what is kept of them afterwards."""

import time
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from builders import checked_by_its_bank, make_answers
from journeys.officer import Officer
from journeys.servers import Server

from detector.bank_files import load_bank
from detector.core.answers import Answer, AnswerSheet, Service, check_sheet
from detector.core.bank import Bank, Question
from detector.files.assessment import read_assessment

PATIENCE_S = 20
EXAMPLES = Path(__file__).parents[2] / "questions" / "examples"


@cache
def bank() -> Bank:
    """The bank that the product ships with."""
    return load_bank()


def questions() -> tuple[Question, ...]:
    """Every question, in the bank's order."""
    return tuple(question for dimension in bank().dimensions for question in dimension.questions)


def example(stem: str) -> AnswerSheet:
    """The answers of a worked example."""
    return read_assessment((EXAMPLES / f"{stem}.json").read_bytes(), bank()).sheet


def sheet(answers: Mapping[str, int | Answer] | None = None, name: str = "Library service") -> AnswerSheet:
    """A sheet of the product's bank; a bare number is a level with a document behind it."""
    return AnswerSheet(bank().version, Service(name, "Anyshire", ""), answers=make_answers(answers or {}))


def kept(server: Server, sheet: AnswerSheet) -> str:
    """The key of a new assessment on that server, also of one that another bank was answered on."""
    asked = load_bank(server.questions) if server.questions else bank()
    is_todays = sheet.bank_version == asked.version
    store = server.store()
    try:
        return store.create(check_sheet(asked, sheet) if is_todays else checked_by_its_bank(sheet))
    finally:
        store.close()


def sheet_of(server: Server, key: str) -> AnswerSheet:
    """What the server keeps of an assessment now."""
    store = server.store()
    try:
        return store.load(key).sheet
    finally:
        store.close()


def once_kept(officer: Officer, key: str, is_so: Callable[[AnswerSheet], bool]) -> AnswerSheet:
    """What the server keeps, as soon as something is so of it.

    Beside a changed answer the page says "Saved" of the one before until the server answers, so ask the server.
    """
    latest = time.monotonic() + PATIENCE_S
    while not is_so(found := sheet_of(officer.server, key)):
        assert time.monotonic() < latest, f"This is kept, and not what was waited for: {found}"
        officer.page.wait_for_timeout(50)
    return found
