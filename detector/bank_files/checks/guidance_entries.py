"""Where forms, conflicts, models, their appraisal, cards, exit tests and words hold statements and conditions."""

from collections.abc import Iterator

from detector.bank_files.tree import Path
from detector.core.bank import Bank, Condition
from detector.core.bank.guidance import DeliveryModel, LegalForm, Statement
from detector.core.bank.words import RecommendationPoint, Words


def statements(bank: Bank) -> Iterator[tuple[Path, Statement]]:
    """Everything stated of forms, models and functions, with its path."""
    for at, form in enumerate(bank.forms):
        yield from _of_form(("forms", at), form)
    for at, model in enumerate(bank.models):
        yield from _of_model(("models", at), model)
    for at, line in enumerate(bank.words.functions.lines if bank.words else ()):
        yield ("words", "functions", "lines", at, "says"), line.says


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
    """Every condition of a rule, conflict, shift, note, exit test, action, line or recommendation, with its path."""
    for at, form in enumerate(bank.forms):
        yield from _of_rules(form, ("forms", at))
    for at, conflict in enumerate(bank.conflicts):
        yield ("conflicts", at, "when"), conflict.when
        if conflict.unless is not None:
            yield ("conflicts", at, "unless"), conflict.unless
    for key, entries in (("shifts", bank.shifts), ("out_when", bank.out_when), ("notes", bank.notes)):
        yield from (((key, at, "when"), entry.when) for at, entry in enumerate(entries))
    for at, test in enumerate(bank.stage_tests):
        if test.when is not None:
            yield ("stage_tests", at, "when"), test.when
    yield from _of_actions(bank)
    if bank.words is not None:
        yield from _of_words(bank.words)


def _of_actions(bank: Bank) -> Iterator[tuple[Path, Condition]]:
    for at, action in enumerate(bank.actions):
        if action.done_when is not None:
            yield ("actions", at, "done_when"), action.done_when


def _of_words(words: Words) -> Iterator[tuple[Path, Condition]]:
    for at, line in enumerate(words.functions.lines):
        yield ("words", "functions", "lines", at, "when"), line.when
    for at, draft in enumerate(words.recommendations):
        yield from _of_points(("words", "recommendations", at, "points"), draft.points)


def _of_points(path: Path, points: tuple[RecommendationPoint, ...]) -> Iterator[tuple[Path, Condition]]:
    for number, point in enumerate(points):
        if point.when is not None:
            yield (*path, number, "when"), point.when
        yield from (((*path, number, "instead", other, "when"), each.when) for other, each in enumerate(point.instead))


def _of_rules(form: LegalForm, path: Path) -> Iterator[tuple[Path, Condition]]:
    for key, rules in (
        ("excluded_when", form.excluded_when),
        ("favoured_when", form.favoured_when),
        ("warned_when", form.warned_when),
        ("look_first_when", form.look_first_when),
    ):
        yield from (((*path, key, number, "when"), rule.when) for number, rule in enumerate(rules))
    for number, favour in enumerate(form.favoured_when):
        if favour.unless is not None:
            yield (*path, "favoured_when", number, "unless"), favour.unless


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
            ("look_first_when", form.look_first_when),
            ("examples", form.examples),
        ):
            yield from ((("forms", at, key, number, "sources"), part.sources) for number, part in enumerate(parts))
    for at, each in enumerate(bank.appraisal):
        yield from (
            (("appraisal", at, "cells", number, "sources"), cell.sources) for number, cell in enumerate(each.cells)
        )
    for key, entries in (
        ("conflicts", bank.conflicts),
        ("models", bank.models),
        ("shifts", bank.shifts),
        ("out_when", bank.out_when),
        ("notes", bank.notes),
        ("cards", bank.cards),
        ("stage_tests", bank.stage_tests),
        ("money_inputs", bank.money_inputs),
        ("money_ranges", bank.money_ranges),
        ("money_proposals", bank.money_proposals),
    ):
        yield from (((key, at, "sources"), entry.sources) for at, entry in enumerate(entries))
    for at, term in enumerate(bank.words.terms if bank.words else ()):
        yield ("words", "terms", at, "sources"), term.sources
