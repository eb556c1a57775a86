"""A room to answer in: made on an assessment of its own beside the real ones, and erased afterwards."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import date, timedelta

from detector.core.answers import Service, empty_sheet, record_service
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.workshop.workshop import Room, open_questions, start
from detector.load_test.plan import Plan
from detector.store import Store
from detector.store.workshops import Workshop

GROUPS = 4


@contextmanager
def throwaway_room(store: Store, bank: Bank, plan: Plan, today: date) -> Generator[Workshop]:
    """A workshop under way, with enough open questions for the plan. Afterwards nothing is left of it."""
    questions = tuple(index_of(bank).questions)
    asked = questions[: min(plan.questions, len(questions))]
    groups = tuple(person.id for person in bank.stakeholders)[:GROUPS]
    sheet = record_service(empty_sheet(bank), Service(name="Load test: erased when it ends"))
    key = store.create(sheet)
    try:
        workshop = store.workshops.create(key, Room(asked, groups), today, today + timedelta(days=1))
        yield store.workshops.change(workshop.key, lambda room: open_questions(start(room), asked))
    finally:
        store.delete(key)
