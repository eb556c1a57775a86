"""Assessments to measure with, put into a data folder before the server reads it."""

from dataclasses import replace
from pathlib import Path

import project

from detector.bank_files import load_bank
from detector.core.answers import Answer, AnswerSheet, AnswerState, Service, empty_sheet
from detector.core.bank import Bank
from detector.store import Store, open_store
from detector.store.location import FILE_NAME, sqlite_url


def bank() -> Bank:
    """The product's own bank."""
    return load_bank(project.ROOT / "questions")


def full_sheet(bank: Bank, *, unknown: int = 0) -> AnswerSheet:
    """Every question answered, levels mixed; the last ones "don't know" where asked for."""
    questions = [question.id for dimension in bank.dimensions for question in dimension.questions]
    levels = {
        key: Answer(AnswerState.LEVEL, level=(3, 2, 1, 2, 3, 2, 2)[place % 7], evidence=place % 4)
        for place, key in enumerate(questions)
    }
    unknowns = {key: Answer(AnswerState.DONT_KNOW) for key in questions[len(questions) - unknown :]}
    return replace(empty_sheet(bank), service=Service("Library service"), answers=levels | unknowns)


def store_in(folder: Path) -> Store:
    """The store that a server keeping its data in this folder uses."""
    return open_store(sqlite_url(folder / FILE_NAME))


def questions_query(key: str, dimension_id: str) -> str:
    """What the address of the Questions page holds for one dimension of one assessment."""
    return f"assessment={key}&part={dimension_id}&scan=all"
