"""Words for every question, gate, stakeholder and verdict, and none twice."""

from collections.abc import Iterator

from detector.bank_files.checks.problem import question_entries
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.words import Words
from detector.core.errors import Problem
from detector.core.messages import one_of, shown


def missing_words(bank: Bank, words: Words) -> Iterator[Problem[Path]]:
    """Entries without words or with words twice, and times that are none of the list."""
    for key, kind, needed, there in _sorts(bank, words):
        seen: set[str] = set()
        for position, entry_id in enumerate(there):
            if entry_id in seen:
                yield Problem(("words", key, position), f"this {kind} has words already.", "Keep one of them.")
            seen.add(entry_id)
        for entry_id in needed:
            if entry_id not in seen:
                named = entry_id if kind == "question" else shown(entry_id)
                remedy = f"Add an entry that begins with '{kind}: {entry_id}'."
                yield Problem(("words", key), f"{kind} {named} has no words.", remedy)
    for at, each in enumerate(words.questions):
        if each.time_to_find_out not in words.times:
            path = ("words", "questions", at, "time_to_find_out")
            yield Problem(path, f"{shown(each.time_to_find_out)} is none of 'times'.", one_of(words.times))


def _sorts(bank: Bank, words: Words) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Each list of words: its key, what it has words for, the ids it needs, and those it has."""
    yield (
        "questions",
        "question",
        [each.id for _, each in question_entries(bank)],
        [q.question for q in words.questions],
    )
    yield "gates", "gate", [gate.id for gate in bank.gates], [each.gate for each in words.gates]
    roles = [role.id for role in bank.stakeholders]
    yield "stakeholders", "stakeholder", roles, [each.stakeholder for each in words.stakeholders]
    bands = [band.id for band in bank.bands]
    yield "recommendations", "band", bands, [each.band for each in words.recommendations if each.band is not None]
