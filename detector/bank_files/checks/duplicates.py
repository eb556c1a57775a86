"""Ids, texts and levels that ought to differ and do not."""

import re
from collections.abc import Hashable, Iterable, Iterator
from itertools import count

from detector.bank_files.checks.guidance_entries import sources
from detector.bank_files.checks.problem import item_problem, question_entries
from detector.bank_files.tree import Path
from detector.core.bank import Bank, Option
from detector.core.errors import Problem
from detector.core.messages import shown


def doubles(bank: Bank) -> Iterator[Problem[Path]]:
    """Every second use of an id, a text or a level, and ids that do not name their dimension."""
    yield from _double_ids(bank)
    yield from _foreign_ids(bank)
    yield from _double_texts(bank)
    yield from _double_levels(bank)
    yield from _double_items(bank)


def _double_ids(bank: Bank) -> Iterator[Problem[Path]]:
    for kind, entries in _ids(bank):
        seen: set[str] = set()
        for path, entry_id in entries:
            # Ids that differ in capitals only are one id to most people.
            if entry_id.casefold() in seen:
                noun = "number" if kind == "source" else "id"
                article = "an" if noun == "id" else "a"
                fault = f"another {kind} has this {noun} too."
                yield Problem(path, fault, f"Give each {kind} {article} {noun} of its own.")
            seen.add(entry_id.casefold())


def _ids(bank: Bank) -> Iterator[tuple[str, list[tuple[Path, str]]]]:
    yield "dimension", [(("dimensions", at), dimension.id) for at, dimension in enumerate(bank.dimensions)]
    yield "question", [(path, question.id) for path, question in question_entries(bank)]
    yield "gate", [(("gates", at), gate.id) for at, gate in enumerate(bank.gates)]
    yield "fact", [(("facts", at), fact.id) for at, fact in enumerate(bank.facts)]
    yield "action", [(("actions", at), action.id) for at, action in enumerate(bank.actions)]
    yield "source", [(("sources", at), str(source.number)) for at, source in enumerate(bank.sources)]
    yield "band", [(("bands", at), band.id) for at, band in enumerate(bank.bands)]
    yield "group", _options(("groups",), bank.groups)
    yield "fact group", _options(("fact_groups",), bank.fact_groups)
    yield "stakeholder", _options(("stakeholders",), bank.stakeholders)
    yield "stage", _options(("stages",), bank.stages)
    for at, fact in enumerate(bank.facts):
        yield "option", _options(("facts", at, "options"), fact.options)
    yield from _knowledge_ids(bank)


def _knowledge_ids(bank: Bank) -> Iterator[tuple[str, list[tuple[Path, str]]]]:
    yield "form", [(("forms", at), form.id) for at, form in enumerate(bank.forms)]
    yield "conflict", [(("conflicts", at), conflict.id) for at, conflict in enumerate(bank.conflicts)]
    yield "criterion", _options(("criteria",), bank.criteria)
    yield "model", [(("models", at), model.id) for at, model in enumerate(bank.models)]
    yield "family", [(("appraisal_groups", at), group.id) for at, group in enumerate(bank.appraisal_groups)]
    yield "criterion", [(("appraisal_criteria", at), each.id) for at, each in enumerate(bank.appraisal_criteria)]
    yield "appraisal", [(("appraisal", at), each.model) for at, each in enumerate(bank.appraisal)]
    yield "rule that takes models out", [(("out_when", at), rule.id) for at, rule in enumerate(bank.out_when)]
    yield "card", [(("cards", at), card.id) for at, card in enumerate(bank.cards)]
    yield "exit test", [(("stage_tests", at), test.id) for at, test in enumerate(bank.stage_tests)]
    for at, form in enumerate(bank.forms):
        yield (
            "rule of this form",
            [(("forms", at, "excluded_when", number), rule.id) for number, rule in enumerate(form.excluded_when)],
        )


def _options(path: Path, options: Iterable[Option]) -> list[tuple[Path, str]]:
    return [((*path, position), option.id) for position, option in enumerate(options)]


def _foreign_ids(bank: Bank) -> Iterator[Problem[Path]]:
    taken = {question.id for _, question in question_entries(bank)}
    for position, dimension in enumerate(bank.dimensions):
        free = next(f"{dimension.id}{number}" for number in count(1) if f"{dimension.id}{number}" not in taken)
        for number, question in enumerate(dimension.questions):
            if not re.fullmatch(f"{dimension.id}[1-9][0-9]*", question.id):
                yield Problem(
                    ("dimensions", position, "questions", number, "id"),
                    f"the id does not say that it belongs to dimension {dimension.id}.",
                    f"Write {dimension.id} and a number, like '{free}'.",
                )


def _double_texts(bank: Bank) -> Iterator[Problem[Path]]:
    texts = [((*path, "text"), question.text, question.id) for path, question in question_entries(bank)]
    texts += [(("facts", at, "text"), fact.text, fact.id) for at, fact in enumerate(bank.facts)]
    seen: dict[str, str] = {}
    for path, text, entry_id in texts:
        first = seen.setdefault(_squeezed(text), entry_id)
        if first != entry_id:
            yield Problem(path, f"{shown(first)} asks the same.", "Ask something else, or keep one of them.")


def _double_levels(bank: Bank) -> Iterator[Problem[Path]]:
    for path, question in question_entries(bank):
        seen: dict[str, int] = {}
        for level, text in enumerate(question.levels):
            first = seen.setdefault(_squeezed(text), level)
            if first != level:
                remedy = "Describe how the levels differ."
                yield Problem((*path, "levels", level), f"this reads the same as level {first}.", remedy)


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())


def _double_items(bank: Bank) -> Iterator[Problem[Path]]:
    for path, items in _lists(bank):
        seen: set[Hashable] = set()
        for position, item in enumerate(items):
            if item in seen:
                yield item_problem((*path, position), item)
            seen.add(item)


def _lists(bank: Bank) -> Iterator[tuple[Path, tuple[str | int, ...]]]:
    for path, question in question_entries(bank):
        yield (*path, "best_placed"), question.best_placed
        yield (*path, "sources"), question.sources
    for at, dimension in enumerate(bank.dimensions):
        yield ("dimensions", at, "sources"), dimension.sources
    for at, gate in enumerate(bank.gates):
        yield ("gates", at, "cleared_by"), gate.cleared_by
        yield ("gates", at, "sources"), gate.sources
    for at, fact in enumerate(bank.facts):
        yield ("facts", at, "sources"), fact.sources
    for at, action in enumerate(bank.actions):
        yield ("actions", at, "questions"), action.questions
        yield ("actions", at, "not_beside"), action.not_beside
        yield ("actions", at, "sources"), action.sources
    for at, migration in enumerate(bank.migrations):
        yield ("migrations", at, "removed"), migration.removed
    for at, form in enumerate(bank.forms):
        yield ("forms", at, "goes_with"), form.goes_with
    for at, card in enumerate(bank.cards):
        yield ("cards", at, "resembles"), tuple(each.question for each in card.resembles)
    yield from _lists_of_models(bank)
    yield from sources(bank)


def _lists_of_models(bank: Bank) -> Iterator[tuple[Path, tuple[str | int, ...]]]:
    for at, model in enumerate(bank.models):
        yield ("models", at, "forms"), model.forms
    for key, entries in (("shifts", bank.shifts), ("out_when", bank.out_when), ("notes", bank.notes)):
        yield from (((key, at, "models"), entry.models) for at, entry in enumerate(entries))
