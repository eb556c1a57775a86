"""The code names no entry of the shipped bank: what it must know of one is marked in the bank itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

from detector.bank_files import load_bank
from detector.core.bank import Bank

CODE = Path(__file__).parents[2]
# Words that happen to be ids of the bank too, and mean something else in these packages.
COINCIDENCES = {
    "weak": ("core files", "how weak the case for staying in house is, and the gates that are weak"),
    "size": ("charts exports", "of letters and marks in drawings"),
    "none": ("charts cli exports light report wording", "no fill, no mark, no page before, or the word in a sentence"),
    "open": ("core exports ui", "the state of a gate, a round, an action or a part of a page"),
    "council": ("core exports files ui", "the council that runs the service, a field of every assessment"),
    "money": ("bank_files core exports files report ui", "the kind of a fact, and the money test"),
    "reserved": ("core", "the mark of a service code that a contract can be reserved for"),
    "other": ("core exports", "the mark of a service code that is not on the list, and income beside the contract"),
    "part": ("bank_files store ui", "the part of an address, of a receipt, of a page or of the money test"),
    "services": ("cli", "the services that are compared"),
    "most": ("store", "a column of a query"),
    "after": ("cli exports", "space below a paragraph in Word, and which of two services stands behind"),
    "control": ("exports", "a control in a Word file"),
    "strong": ("core exports", "how strong the case for staying in house is, and letters in bold"),
    "ownership": ("wording", "a key of every legal form"),
    "governance": ("wording", "a key of every legal form"),
    "asset_lock": ("wording", "a key of every legal form"),
    "surplus": ("exports files wording", "a key of every legal form, and of the money test"),
    "finance": ("wording", "a key of every legal form"),
    "tax": ("wording", "a key of every legal form"),
}


def ids_of(bank: Bank) -> dict[str, str]:
    """Every id of the bank, with what it is the id of."""
    found = {each.id: f"option of fact {fact.id}" for fact in bank.facts for each in fact.options}
    found |= {each.id: "exclusion" for form in bank.forms for each in form.excluded_when}
    found |= {each.id: "question" for dimension in bank.dimensions for each in dimension.questions}
    for kind, entries in (
        ("band", bank.bands),
        ("group", bank.groups),
        ("fact group", bank.fact_groups),
        ("stakeholder", bank.stakeholders),
        ("stage", bank.stages),
        ("dimension", bank.dimensions),
        ("gate", bank.gates),
        ("fact", bank.facts),
        ("action", bank.actions),
        ("form", bank.forms),
        ("conflict", bank.conflicts),
        ("criterion", bank.criteria),
        ("model", bank.models),
        ("family", bank.appraisal_groups),
        ("appraisal criterion", bank.appraisal_criteria),
        ("rule that takes models out", bank.out_when),
        ("card", bank.cards),
        ("exit test", bank.stage_tests),
    ):
        found |= {entry.id: kind for entry in entries}
    return found


def texts_in(file: Path) -> Iterator[tuple[int, str]]:
    """Every text in the code of a file, with its line; docstrings, which nothing compares with, left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = [node.body[0] for node in ast.walk(tree) if isinstance(node, documented) and node.body]
    docstrings = {id(each.value) for each in first if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def code_files() -> list[Path]:
    return [*sorted((CODE / "detector").rglob("*.py")), CODE / "app.py"]


def is_coincidence(text: str, file: Path) -> bool:
    packages, _ = COINCIDENCES.get(text, ("", ""))
    return any(file.is_relative_to(CODE / "detector" / package) for package in packages.split())


def test_no_text_in_the_code_is_an_id_of_the_bank() -> None:
    ids = ids_of(load_bank())

    named = [
        f"{file.relative_to(CODE).as_posix()}:{line}: {text!r} is a {ids[text]}"
        for file in code_files()
        for line, text in texts_in(file)
        if text in ids and not is_coincidence(text, file)
    ]

    assert named == []


def test_every_coincidence_is_still_one() -> None:
    ids = ids_of(load_bank())

    met = {text for file in code_files() for _, text in texts_in(file) if text in ids and is_coincidence(text, file)}

    assert met == set(COINCIDENCES)
