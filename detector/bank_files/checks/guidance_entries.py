"""Where forms, conflicts, models, patterns, cards and exit tests hold statements, conditions and sources."""

from collections.abc import Iterator

from detector.bank_files.tree import Path
from detector.core.bank import Bank, Condition
from detector.core.bank.guidance import DeliveryModel, LegalForm, Statement


def statements(bank: Bank) -> Iterator[tuple[Path, Statement]]:
    """Everything stated of forms and models, with its path."""
    for at, form in enumerate(bank.forms):
        yield from _of_form(("forms", at), form)
    for at, model in enumerate(bank.models):
        yield from _of_model(("models", at), model)


def _of_form(path: Path, form: LegalForm) -> Iterator[tuple[Path, Statement]]:
    for key, value in form:
        if isinstance(value, Statement):
            yield (*path, key), value
    for key, said in (("speaks_for", form.speaks_for), ("speaks_against", form.speaks_against)):
        yield from (((*path, key, number), each) for number, each in enumerate(said))


def _of_model(path: Path, model: DeliveryModel) -> Iterator[tuple[Path, Statement]]:
    yield from (((*path, "cells", number, "says"), cell.says) for number, cell in enumerate(model.cells))
    for key, said in (("advantages", model.advantages), ("disadvantages", model.disadvantages)):
        yield from (((*path, key, number), each) for number, each in enumerate(said))


def conditions(bank: Bank) -> Iterator[tuple[Path, Condition]]:
    """Every condition of a rule, conflict, pattern or exit test, with its path."""
    for at, form in enumerate(bank.forms):
        for key, rules in (
            ("excluded_when", form.excluded_when),
            ("favoured_when", form.favoured_when),
            ("warned_when", form.warned_when),
        ):
            yield from ((("forms", at, key, number, "when"), rule.when) for number, rule in enumerate(rules))
    for at, conflict in enumerate(bank.conflicts):
        yield ("conflicts", at, "when"), conflict.when
    for at, pattern in enumerate(bank.patterns):
        yield ("patterns", at, "when"), pattern.when
    for at, test in enumerate(bank.stage_tests):
        if test.when is not None:
            yield ("stage_tests", at, "when"), test.when


def sources(bank: Bank) -> Iterator[tuple[Path, tuple[int, ...]]]:
    """Every list of sources that they cite, with its path."""
    for path, statement in statements(bank):
        yield (*path, "sources"), statement.sources
    for at, form in enumerate(bank.forms):
        yield ("forms", at, "sources"), form.sources
        for key, parts in (
            ("excluded_when", form.excluded_when),
            ("favoured_when", form.favoured_when),
            ("warned_when", form.warned_when),
            ("examples", form.examples),
        ):
            yield from ((("forms", at, key, number, "sources"), part.sources) for number, part in enumerate(parts))
    for key, entries in (
        ("conflicts", bank.conflicts),
        ("models", bank.models),
        ("patterns", bank.patterns),
        ("cards", bank.cards),
        ("stage_tests", bank.stage_tests),
        ("money_inputs", bank.money_inputs),
        ("money_ranges", bank.money_ranges),
        ("money_proposals", bank.money_proposals),
    ):
        yield from (((key, at, "sources"), entry.sources) for at, entry in enumerate(entries))
