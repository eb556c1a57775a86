"""What forms and models must say."""

from collections.abc import Iterator

from detector.bank_files.checks.guidance_entries import statements
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.guidance import DeliveryModel, FormLayer, LegalForm
from detector.core.errors import Problem


def knowledge_problems(bank: Bank) -> Iterator[Problem[Path]]:
    """Statements without source or date, overlays on nothing, and models without a cell."""
    yield from _unsourced(bank)
    for at, form in enumerate(bank.forms):
        yield from _layer(bank, form, ("forms", at))
        yield from _undated_favours(form, ("forms", at))
    for at, model in enumerate(bank.models):
        yield from _cells(bank, model, ("models", at))


def _unsourced(bank: Bank) -> Iterator[Problem[Path]]:
    for path, said in statements(bank):
        lacks = [word for word, there in (("source", said.sources), ("date", said.checked_on)) if not there]
        if lacks and not (said.judgement or said.take_advice):
            needed = " and ".join("'sources'" if word == "source" else "'checked_on'" for word in lacks)
            remedy = f"Add {needed}, or mark it 'judgement: true' or 'take_advice: true'."
            yield Problem(path, f"this is stated without a {' and a '.join(lacks)}.", remedy)


def _undated_favours(form: LegalForm, path: Path) -> Iterator[Problem[Path]]:
    for number, favour in enumerate(form.favoured_when):
        where = (*path, "favoured_when", number)
        if favour.sources and favour.checked_on is None:
            remedy = "Add 'checked_on', the day it was compared with its source."
            yield Problem(where, "this cites a source without a date.", remedy)
        if favour.points == 0:
            yield Problem((*where, "points"), "0 points change nothing.", "Give points, or take the entry away.")


def _layer(bank: Bank, form: LegalForm, path: Path) -> Iterator[Problem[Path]]:
    if form.layer is FormLayer.OVERLAY and not form.goes_with:
        yield Problem(path, "an overlay needs vehicles to go with.", "List their ids under 'goes_with'.")
    if form.layer is not FormLayer.OVERLAY and form.goes_with:
        yield Problem((*path, "goes_with"), "only an overlay goes with vehicles.", "Take it away.")
    others = {other.id for other in bank.forms if other.layer is not FormLayer.VEHICLE}
    for number, vehicle in enumerate(form.goes_with):
        if form.layer is FormLayer.OVERLAY and vehicle in others:
            remedy = "Name a form of the layer 'vehicle'."
            yield Problem((*path, "goes_with", number), f"'{vehicle}' is no vehicle.", remedy)


def _cells(bank: Bank, model: DeliveryModel, path: Path) -> Iterator[Problem[Path]]:
    known = {criterion.id for criterion in bank.criteria}
    seen: set[str] = set()
    for number, cell in enumerate(model.cells):
        if cell.criterion in seen:
            yield Problem((*path, "cells", number), "another cell has this criterion too.", "Keep one of them.")
        seen.add(cell.criterion)
    missing = [criterion.id for criterion in bank.criteria if criterion.id not in seen]
    # A cell on the wrong criterion is most likely the missing one.
    if len(missing) > len(model.cells) - len(seen & known):
        for criterion in missing:
            remedy = "Add a cell, so that all models are compared on the same criteria."
            yield Problem(path, f"no cell says what holds on '{criterion}'.", remedy)
