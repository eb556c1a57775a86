"""Short words for what the tests of the store save, and a look behind its back."""

from dataclasses import asdict, dataclass

from builders import make_action, make_bank, make_dimension, make_fact
from sqlalchemy import NullPool, create_engine, text

from detector.core.answers import (
    Answer,
    AnswerSheet,
    AnswerState,
    BroughtOver,
    CheckedChange,
    CheckedSheet,
    EarlierAnswer,
    Item,
    ItemKind,
    ItemValue,
    PlannedAction,
    Service,
    WorkshopResult,
    check_change,
    check_sheet,
)
from detector.core.bank import FactKind
from detector.store import Revision, Store
from detector.store.chain import Change, change_link, value_digest
from detector.store.location import parse_url

BANK = make_bank(
    [
        make_dimension("market", ["MKT1", "MKT2", "MKT3"]),
        make_dimension("staff", ["STF1", "STF9", "NEW1", "brief_staff"]),
        make_dimension("finance", [f"Q{number}" for number in range(100)]),
    ],
    facts=[
        make_fact("staff", FactKind.COUNT),
        make_fact("turnover", FactKind.MONEY),
        make_fact("route", FactKind.CHOICE, ["teckal", "open_competition"]),
        make_fact("lock", FactKind.YES_NO),
        make_fact("finance", FactKind.CHOICES, ["loan", "shares"]),
    ],
    actions=[make_action(["MKT1"], "brief_staff"), make_action(["MKT2"], "ask_unions")],
)


def checked(item: Item, value: ItemValue) -> CheckedChange:
    return check_change(BANK, item, value)


def checked_sheet(sheet: AnswerSheet) -> CheckedSheet:
    """The sheet, checked against the bank of these tests as if it had the sheet's version."""
    return check_sheet(BANK.model_copy(update={"version": sheet.bank_version}), sheet)


def undo(store: Store, key: str, change: Revision, by: str = "") -> Revision:
    return store.undo(key, change.number, checked(change.item, change.before), by)


def question(question_id: str) -> Item:
    return Item(ItemKind.ANSWER, question_id)


def fact(fact_id: str) -> Item:
    return Item(ItemKind.FACT, fact_id)


def weight(dimension_id: str) -> Item:
    return Item(ItemKind.WEIGHT, dimension_id)


def action(rule_id: str) -> Item:
    return Item(ItemKind.PLAN, rule_id)


def level(number: int, note: str = "") -> Answer:
    return Answer(AnswerState.LEVEL, number, note=note)


EMPTY = AnswerSheet("2026.1")
FULL = AnswerSheet(
    "2026.1",
    Service("Libraries", "Exampleshire", "Twelve branches"),
    {"staff": 120, "turnover": 1.5e6, "route": "teckal", "lock": True, "finance": ("loan", "shares")},
    {"market": 12.5},
    {
        "MKT1": Answer(
            AnswerState.LEVEL, 3, 2, "As typed: <b>=1+1</b> é 漢字 \u202e\x07", ("https://example.org/?a=b",)
        ),
        "MKT2": Answer(AnswerState.DONT_KNOW),
        "MKT3": Answer(AnswerState.NOT_APPLICABLE, reason="Nobody pays for it"),
    },
    {
        "brief_staff": PlannedAction("Jo: <b>=1+1</b> é \u202e", "2027-03-01", done=True),
        "ask_unions": PlannedAction("Al"),
    },
    {"MKT1": WorkshopResult("2026-11-22", 2, 14, 2, 2.0, 0.6, "Two see a 1: é <b>\u202e")},
    brought_over=BroughtOver(
        "2025.1", 3, {"MKT1": 2}, ("MKT3",), (EarlierAnswer("Was it?", "It was", "é <b>\u202e", ("MKT1",)),)
    ),
)
# The service, five facts, a weight, three answers, two planned actions, what a workshop found and where it came from.
ITEMS_OF_FULL = 14


OLD_LEVEL = '{"shape": 1, "value": {"state": "level", "level": 99}}'


@dataclass(frozen=True)
class Database:
    """An empty database of one test, with a way to it that does not go through the store."""

    url: str

    def sql(self, statement: str, **values: object) -> list[tuple[object, ...]]:
        """The rows that the statement gives; it is committed. `values` stand in it as ":name"."""
        engine = create_engine(parse_url(self.url), poolclass=NullPool)
        with engine.begin() as connection:
            result = connection.execute(text(statement), values)
            return [tuple(row) for row in result] if result.returns_rows else []

    def add_old_row(self, key: str, number: int, item: Item, value: str) -> None:
        """A change as an older program may have kept it, checked by nobody but part of the chain."""
        at, salt = "2026-11-22T10:00:00.000000+00:00", "0" * 32
        [(before,)] = self.sql(
            "SELECT link FROM revision WHERE assessment_key = :key AND number = :number - 1 "
            "UNION ALL SELECT origin FROM assessment WHERE key = :key AND :number = 1",
            key=key,
            number=number,
        )
        change = Change(number, item.kind.value, item.id, at, None, None, value_digest(salt, value))
        self.sql(
            "INSERT INTO revision (assessment_key, number, kind, item_id, changed_at, digest, link) "
            "VALUES (:key, :number, :kind, :item_id, :changed_at, :digest, :link)",
            key=key,
            link=change_link(str(before), change),
            **{name: kept for name, kept in asdict(change).items() if kept is not None},
        )
        self.sql(
            "INSERT INTO revision_value VALUES (:key, :number, :salt, :value)",
            key=key,
            number=number,
            salt=salt,
            value=value,
        )
        self.sql("UPDATE assessment SET latest = :number WHERE key = :key", key=key, number=number)
