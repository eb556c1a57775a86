"""A room to answer in: made on an assessment of its own beside the real ones, and erased afterwards."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

from detector.core.answers import Service, check_sheet, empty_sheet
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.workshop.workshop import Workshop, open_questions, start
from detector.load_test.plan import Plan
from detector.store import Store
from detector.store.workshops import StoredWorkshop

GROUPS = 4


@contextmanager
def throwaway_workshop(store: Store, bank: Bank, plan: Plan, today: date) -> Generator[StoredWorkshop]:
    """A workshop under way, with enough open questions for the plan. Afterwards nothing is left of it."""
    questions = tuple(index_of(bank).questions)
    asked = questions[: min(plan.questions, len(questions))]
    groups = tuple(person.id for person in bank.stakeholders)[:GROUPS]
    sheet = replace(empty_sheet(bank), service=Service(name="Load test: erased when it ends"))
    key = store.create(check_sheet(bank, sheet))
    try:
        workshop = store.workshops.create(key, Workshop(asked, groups), today, today + timedelta(days=1))
        yield store.workshops.change(workshop.key, lambda room: open_questions(start(room), asked))
    finally:
        store.delete(key)
