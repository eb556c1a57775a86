"""A workshop behind the phone pages, without the officers' pages around them."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from detector.bank_files import load_bank
from detector.core.answers import check_sheet, empty_sheet
from detector.core.workshop.workshop import Workshop, open_questions, start
from detector.light.phone import phone_routes
from detector.store import Store, open_store
from detector.store.location import sqlite_url
from detector.store.workshops import StoredWorkshop

BANK = load_bank()
GROUPS = ("front_line_staff", "trade_unions")


@dataclass(frozen=True)
class Hall:
    """A running server with one workshop, of which MKT1 is open."""

    store: Store
    workshop: StoredWorkshop
    app: Starlette

    @property
    def home(self) -> str:
        """The address of the workshop's page."""
        return f"/w/{self.workshop.join_token}"

    def phone(self) -> TestClient:
        """A phone with cookies of its own."""
        return TestClient(self.app, base_url="https://detector.example")

    def joined(self, group: str = GROUPS[0]) -> TestClient:
        """A phone whose owner has joined."""
        phone = self.phone()
        phone.post(f"{self.home}/join", data={"group": group})
        return phone


@contextmanager
def hall(folder: Path, *, free_text: bool = False) -> Generator[Hall]:
    """A server with a workshop that is under way."""
    store = open_store(sqlite_url(folder / "detector.sqlite3"))
    room = Workshop(("MKT1", "MKT2"), GROUPS, free_text=free_text)
    workshop = store.workshops.create(
        store.create(check_sheet(BANK, empty_sheet(BANK))), room, date(2026, 11, 22), date(2027, 2, 22)
    )
    workshop = store.workshops.change(workshop.key, lambda room: open_questions(start(room), ["MKT1"]))
    yield Hall(store, workshop, Starlette(routes=phone_routes(lambda: store.workshops, lambda: BANK, fresh_seconds=0)))
    store.close()
