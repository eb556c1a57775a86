"""Ids and source numbers that one entry uses of another: unknown ones, and entries that nobody uses."""

from collections.abc import Iterator
from dataclasses import dataclass

from detector.bank_files.checks.guidance_entries import sources
from detector.bank_files.checks.problem import question_entries, right_word
from detector.bank_files.tree import Path
from detector.core.bank import Bank, Option
from detector.core.errors import Problem
from detector.core.messages import shown

NOT_FOR_CITING = "D"


@dataclass(frozen=True)
class Use:
    """One entry's use of another: where, of which kind, and its id or number."""

    entry: Path
    kind: str
    id: str


def uses(bank: Bank) -> Iterator[Use]:
    """Every use of one entry by another, conditions and migrations left out."""
    yield from _dimension_uses(bank)
    for at, gate in enumerate(bank.gates):
        yield Use(("gates", at, "question"), "question", gate.question)
        yield from _list_uses(("gates", at, "cleared_by"), "stakeholder", gate.cleared_by)
        yield from _list_uses(("gates", at, "sources"), "source", gate.sources)
    for at, fact in enumerate(bank.facts):
        yield Use(("facts", at, "group"), "fact group", fact.group)
        yield from _list_uses(("facts", at, "sources"), "source", fact.sources)
        if fact.at_most:
            yield Use(("facts", at, "at_most", "fact"), "fact", fact.at_most.fact)
    for key, part in (("contract_rules", bank.contract_rules), ("code_list", bank.code_list)):
        yield from _list_uses((key, "sources"), "source", part.sources if part else ())
    for at, action in enumerate(bank.actions):
        yield from _list_uses(("actions", at, "questions"), "question", action.questions)
        yield from _list_uses(("actions", at, "not_beside"), "action", action.not_beside)
        yield Use(("actions", at, "owner"), "stakeholder", action.owner)
        yield Use(("actions", at, "stage"), "stage", action.stage)
        yield from _list_uses(("actions", at, "sources"), "source", action.sources)
    for at, cap in enumerate(bank.caps):
        yield Use(("caps", at, "at_most"), "band", cap.at_most)
    yield from _knowledge_uses(bank)


def _knowledge_uses(bank: Bank) -> Iterator[Use]:
    for path, cited in sources(bank):
        yield from _list_uses(path, "source", cited)
    for at, form in enumerate(bank.forms):
        yield from _list_uses(("forms", at, "goes_with"), "form", form.goes_with)
    for at, model in enumerate(bank.models):
        for number, cell in enumerate(model.cells):
            yield Use(("models", at, "cells", number, "criterion"), "criterion", cell.criterion)
        yield from _list_uses(("models", at, "forms"), "form", model.forms)
    yield from _appraisal_uses(bank)
    yield from _public_interest_uses(bank)
    for at, card in enumerate(bank.cards):
        for number, alike in enumerate(card.resembles):
            yield Use(("cards", at, "resembles", number, "question"), "question", alike.question)
    for at, test in enumerate(bank.stage_tests):
        yield Use(("stage_tests", at, "stage"), "stage", test.stage)
    yield from _money_uses(bank)


def _money_uses(bank: Bank) -> Iterator[Use]:
    for at, entry in enumerate(bank.money_inputs):
        if entry.fact:
            yield Use(("money_inputs", at, "fact"), "fact", entry.fact)
    for at, proposal in enumerate(bank.money_proposals):
        yield Use(("money_proposals", at, "question"), "question", proposal.question)


def _public_interest_uses(bank: Bank) -> Iterator[Use]:
    test, path = bank.public_interest_test, ("public_interest_test",)
    if test is None:
        return
    yield from _list_uses((*path, "sources"), "source", test.sources)
    yield from _list_uses((*path, "comparison"), "question", test.comparison)
    for at, part in enumerate(test.parts):
        for number, each in enumerate(part.considerations):
            where = (*path, "parts", at, "considerations", number)
            yield from _list_uses((*where, "questions"), "question", each.questions)
            yield from _list_uses((*where, "facts"), "fact", each.facts)
            yield from _list_uses((*where, "criteria"), "appraisal criterion", each.criteria)


def _appraisal_uses(bank: Bank) -> Iterator[Use]:
    for at, criterion in enumerate(bank.appraisal_criteria):
        yield Use(("appraisal_criteria", at, "group"), "family", criterion.group)
    for at, each in enumerate(bank.appraisal):
        yield Use(("appraisal", at, "model"), "model", each.model)
        for number, cell in enumerate(each.cells):
            yield Use(("appraisal", at, "cells", number, "criterion"), "appraisal criterion", cell.criterion)
    for at, shift in enumerate(bank.shifts):
        yield Use(("shifts", at, "criterion"), "appraisal criterion", shift.criterion)
    for key, entries in (("shifts", bank.shifts), ("out_when", bank.out_when), ("notes", bank.notes)):
        for at, entry in enumerate(entries):
            yield from _list_uses((key, at, "models"), "model", entry.models)


def _dimension_uses(bank: Bank) -> Iterator[Use]:
    for at, dimension in enumerate(bank.dimensions):
        yield Use(("dimensions", at, "group"), "group", dimension.group)
        yield from _list_uses(("dimensions", at, "sources"), "source", dimension.sources)
    for path, question in question_entries(bank):
        yield from _list_uses((*path, "best_placed"), "stakeholder", question.best_placed)
        yield from _list_uses((*path, "sources"), "source", question.sources)


def _word_uses(bank: Bank) -> Iterator[Use]:
    """What has words; that alone does not make an entry used."""
    if bank.words is None:
        return
    words = bank.words
    for at, question in enumerate(words.questions):
        yield Use(("words", "questions", at, "question"), "question", question.question)
    for at, gate in enumerate(words.gates):
        yield Use(("words", "gates", at, "gate"), "gate", gate.gate)
    for at, role in enumerate(words.stakeholders):
        yield Use(("words", "stakeholders", at, "stakeholder"), "stakeholder", role.stakeholder)
    for at, draft in enumerate(words.recommendations):
        if draft.band is not None:
            yield Use(("words", "recommendations", at, "band"), "band", draft.band)
    yield Use(("words", "functions", "question"), "question", words.functions.question)
    yield Use(("words", "functions", "fact"), "fact", words.functions.fact)


def _list_uses(path: Path, kind: str, ids: tuple[str | int, ...]) -> Iterator[Use]:
    for position, used in enumerate(ids):
        yield Use((*path, position), kind, str(used))


def unknown_uses(bank: Bank) -> Iterator[Problem[Path]]:
    """Uses of what is not there, and of sources that are not for citing."""
    known = _known(bank)
    unfit = {str(source.number) for source in bank.sources if source.reliability == NOT_FOR_CITING}
    for use in (*uses(bank), *_word_uses(bank)):
        if use.kind == "source" and use.id in unfit:
            fault = f"source {use.id} is not for citing (reliability {NOT_FOR_CITING})."
            yield Problem(use.entry, fault, "Name another source.")
        elif use.id in known[use.kind]:
            continue
        elif use.kind == "source":
            yield Problem(use.entry, f"there is no source {use.id}.", "Name another, or add it to the sources.")
        else:
            remedy = right_word(use.id, known[use.kind], use.kind)
            yield Problem(use.entry, f"there is no {use.kind} {shown(use.id)}.", remedy)


def _known(bank: Bank) -> dict[str, tuple[str, ...]]:
    return {
        "question": tuple(question.id for _, question in question_entries(bank)),
        "source": tuple(str(source.number) for source in bank.sources),
        "band": tuple(band.id for band in bank.bands),
        "stakeholder": _option_ids(bank.stakeholders),
        "fact": tuple(fact.id for fact in bank.facts),
        "group": _option_ids(bank.groups),
        "fact group": _option_ids(bank.fact_groups),
        "stage": _option_ids(bank.stages),
        "action": tuple(action.id for action in bank.actions),
        "gate": tuple(gate.id for gate in bank.gates),
        "form": tuple(form.id for form in bank.forms),
        "criterion": _option_ids(bank.criteria),
        "model": tuple(model.id for model in bank.models),
        "family": tuple(group.id for group in bank.appraisal_groups),
        "appraisal criterion": tuple(criterion.id for criterion in bank.appraisal_criteria),
    }


def _option_ids(options: tuple[Option, ...]) -> tuple[str, ...]:
    return tuple(option.id for option in options)


def unused_entries(bank: Bank) -> Iterator[Problem[Path]]:
    """Entries that nothing uses.

    A source that is not for citing is there to say so, and a stage without an action is still one on the way.
    """
    used = {(use.kind, use.id) for use in uses(bank)}
    for kind, key, options in (
        ("group", "groups", bank.groups),
        ("fact group", "fact_groups", bank.fact_groups),
        ("stakeholder", "stakeholders", bank.stakeholders),
    ):
        yield from (_unused((key, at), kind) for at, one in enumerate(options) if (kind, one.id) not in used)
    for at, source in enumerate(bank.sources):
        if ("source", str(source.number)) not in used and source.reliability != NOT_FOR_CITING:
            yield _unused(("sources", at), "source")
    for at, band in enumerate(bank.bands):
        if band.from_score is None and ("band", band.id) not in used:
            yield Problem(("bands", at), "no score and no cap leads to this band.", "Give it a 'from_score'.")


def _unused(path: Path, kind: str) -> Problem[Path]:
    return Problem(path, f"nothing uses this {kind}.", "Name it where it belongs, or take it away.")
