"""Short words for what the tests of the store save, and a look behind its back."""

from dataclasses import dataclass

from sqlalchemy import NullPool, create_engine, text

from detector.core.answers import Answer, AnswerSheet, AnswerState, PlannedAction, Service, WorkshopResult
from detector.store import SERVICE_ID, Item, ItemKind
from detector.store.location import parse_url

SERVICE = Item(ItemKind.SERVICE, SERVICE_ID)


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
    {"staff": 120, "turnover": 1.5e6, "route": "teckal", "lock": True, "finance": ("loan", "shares"), "none": ()},
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
)
# The service, six facts, a weight, three answers, two planned actions and what a workshop found.
ITEMS_OF_FULL = 14


@dataclass(frozen=True)
class Database:
    """An empty database of one test, with a way to it that does not go through the store."""

    url: str

    def sql(self, statement: str) -> list[tuple[object, ...]]:
        """The rows that the statement gives; it is committed."""
        engine = create_engine(parse_url(self.url), poolclass=NullPool)
        with engine.begin() as connection:
            result = connection.execute(text(statement))
            return [tuple(row) for row in result] if result.returns_rows else []
