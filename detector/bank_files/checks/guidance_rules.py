"""What forms and models must say."""

from collections.abc import Iterator

from detector.bank_files.checks.guidance_entries import statements
from detector.bank_files.checks.problem import Mistake, Path, Unread
from detector.core.bank import Bank
from detector.core.bank.guidance import DeliveryModel, FormLayer, LegalForm


def knowledge_mistakes(bank: Bank, unread: Unread) -> Iterator[Mistake]:
    """Statements without source or date, overlays on nothing, and models without a cell."""
    yield from _unsourced(bank)
    for at, form in enumerate(bank.forms):
        yield from _layer(bank, form, ("forms", at))
        yield from _undated_favours(form, ("forms", at))
    for at, model in enumerate(bank.models):
        yield from _cells(bank, model, ("models", at), unread)


def _unsourced(bank: Bank) -> Iterator[Mistake]:
    for path, said in statements(bank):
        lacks = [word for word, there in (("source", said.sources), ("date", said.checked_on)) if not there]
        if lacks and not (said.judgement or said.take_advice):
            needed = " and ".join("'sources'" if word == "source" else "'checked_on'" for word in lacks)
            remedy = f"Add {needed}, or mark it 'judgement: true' or 'take_advice: true'."
            yield Mistake(path, f"this is stated without a {' and a '.join(lacks)}.", remedy)


def _undated_favours(form: LegalForm, path: Path) -> Iterator[Mistake]:
    for number, favour in enumerate(form.favoured_when):
        where = (*path, "favoured_when", number)
        if favour.sources and favour.checked_on is None:
            remedy = "Add 'checked_on', the day it was compared with its source."
            yield Mistake(where, "this cites a source without a date.", remedy)
        if favour.points == 0:
            yield Mistake((*where, "points"), "0 points change nothing.", "Give points, or take the entry away.")


def _layer(bank: Bank, form: LegalForm, path: Path) -> Iterator[Mistake]:
    if form.layer is FormLayer.OVERLAY and not form.goes_with:
        yield Mistake(path, "an overlay needs vehicles to go with.", "List their ids under 'goes_with'.")
    if form.layer is not FormLayer.OVERLAY and form.goes_with:
        yield Mistake((*path, "goes_with"), "only an overlay goes with vehicles.", "Take it away.")
    others = {other.id for other in bank.forms if other.layer is not FormLayer.VEHICLE}
    for number, vehicle in enumerate(form.goes_with):
        if form.layer is FormLayer.OVERLAY and vehicle in others:
            remedy = "Name a form of the layer 'vehicle'."
            yield Mistake((*path, "goes_with", number), f"'{vehicle}' is no vehicle.", remedy)


def _cells(bank: Bank, model: DeliveryModel, path: Path, unread: Unread) -> Iterator[Mistake]:
    known = {criterion.id for criterion in bank.criteria}
    seen: set[str] = set()
    for number, cell in enumerate(model.cells):
        if cell.criterion in seen:
            yield Mistake((*path, "cells", number), "another cell has this criterion too.", "Keep one of them.")
        seen.add(cell.criterion)
    missing = [criterion.id for criterion in bank.criteria if criterion.id not in seen | unread.words]
    # A cell on the wrong criterion is most likely the missing one.
    if len(missing) > len(model.cells) - len(seen & known):
        for criterion in missing:
            remedy = "Add a cell, so that all models are compared on the same criteria."
            yield Mistake(path, f"no cell says what holds on '{criterion}'.", remedy)
