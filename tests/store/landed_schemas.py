"""Databases as every migration that ever landed made them, with rows in each table."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, NullPool, create_engine, insert, select
from store.store_builders import Database

import detector.store
from detector.store.chain import Change, author_id, change_link, origin, value_digest
from detector.store.deletion_log import creation_link
from detector.store.location import parse_url

LANDED = Path(__file__).with_name("landed")
ENVIRONMENT = Path(detector.store.__file__).parent / "migrations" / "env.py"
# By what the case is called, the migrations that made the database.
SCHEMAS = {
    "the first day": ("0001_first",),
    "assessments alone": ("0001_second",),
    "workshops without remarks": ("0001_second", "0002_first"),
    "workshops from the first day on": ("0001_first", "0002_first"),
    "workshops without a last day": ("0001_second", "0002_second"),
    "workshops as they are": ("0001_second", "0002_third"),
    "workshops repaired": ("0001_second", "0002_third", "0003_first"),
    "a bin and receipts": ("0001_second", "0002_third", "0003_first", "0004_first"),
    "a chain": ("0001_second", "0002_third", "0003_first", "0004_first", "0005_first"),
    "results kept": ("0001_second", "0002_third", "0003_first", "0004_first", "0005_first", "0006_first"),
}
# What an upgrade has something to do for.
OLDER = dict(list(SCHEMAS.items())[:-1])
SHEET = '{"shape": 1, "value": {"council": "Exampleshire", "description": "", "name": "Libraries é"}}'
ROOM: dict[str, object] = {
    "shape": 1,
    "questions": ["MKT1", "MKT2"],
    "groups": ["staff", "union"],
    "hidden": True,
    "free_text": True,
    "state": "running",
    "turns": [{"question": "MKT1", "round": 1, "state": "open"}],
    "agreed": [{"question": "MKT2", "round": 1, "level": 2, "dissent": "Two see a 1: é <b>\u202e"}],
}
ROOM_ON_SCREEN = ROOM | {"screen": "question", "on_screen": "MKT1"}
ASSESSMENT, SECOND = "a" * 22, "b" * 22
SALT = "5" * 32
ANN = author_id(SALT, "Ann é")
WITHOUT_SCREEN, WITH_SCREEN, ENDED = "r" * 22, "s" * 22, "t" * 22

Row = dict[str, object]


def _assessment(key: str, latest: int) -> Row:
    now = "2026-11-22T02:49:14.713161+00:00"
    return {
        "key": key, "bank_version": "2026.1", "created_at": now, "changed_at": now, "created_with": 1,
        "latest": latest, "binned_at": None, "origin": _origin(key),
    }  # fmt: skip


def _origin(key: str) -> str:
    return origin(key, "2026.1", "2026-11-22T02:49:14.713161+00:00", 1)


def _history(key: str, *values: tuple[str, str, str | None]) -> list[Row]:
    """Changes of an assessment, each of a kind, an item and a value, with the columns of every schema there was."""
    rows: list[Row] = []
    link = _origin(key)
    for number, (kind, item, value) in enumerate(values, start=1):
        about = Change(number, kind, item, "2026-11-22T02:49:14.713161+00:00", ANN, None, value_digest(SALT, value))
        link = change_link(link, about)
        words: Row = {"salt": SALT, "value": value, "before": None, "changed_by": "Ann é"}
        rows.append({"assessment_key": key, **asdict(about), **words, "link": link})
    return rows


def _workshop(key: str, code: str | None, room: Row) -> Row:
    return {
        "key": key, "door": key[::-1].upper(), "code": code, "assessment_key": ASSESSMENT,
        "room": json.dumps(room, ensure_ascii=False), "votes": 3, "changes": 2,
        "opened_on": "2026-11-22", "closes_on": "2027-01-15", "keep_until": "2027-02-22",
    }  # fmt: skip


def _vote(key: str, person: str, level: int | None) -> Row:
    return {
        "workshop_key": key,
        "question_id": "MKT1",
        "round": 1,
        "person": person,
        "group_id": "staff",
        "level": level,
    }


HISTORIES = [
    *_history(ASSESSMENT, ("service", "service", SHEET), ("answer", "MKT1", None)),
    *_history(SECOND, ("service", "service", SHEET)),
]
FIRST = creation_link("", 1, _origin(ASSESSMENT))
ROWS: dict[str, list[Row]] = {
    "assessment": [_assessment(ASSESSMENT, 2), _assessment(SECOND, 1)],
    "revision": HISTORIES,
    "revision_value": HISTORIES,
    "author": [{"id": ANN, "salt": SALT, "name": "Ann é"}],
    "creation": [
        {"number": 1, "origin": _origin(ASSESSMENT), "link": FIRST},
        {"number": 2, "origin": _origin(SECOND), "link": creation_link(FIRST, 2, _origin(SECOND))},
    ],
    "deletion": [],
    "kept_result": [
        {
            "assessment_key": ASSESSMENT, "number": 2, "bank": "2026.2", "on_day": "2026-12-01",
            "verdict": "promising",
            "label": "Promising: prepare", "score": 615, "low": 300, "high": 874, "confidence": 412, "answered": 20,
            "provisional": 1, "held": '["prepare: Staff é"]',
        }
    ],
    "workshop": [
        _workshop(WITHOUT_SCREEN, "AAAAAA", ROOM),
        _workshop(WITH_SCREEN, "BBBBBB", ROOM_ON_SCREEN),
        _workshop(ENDED, None, ROOM_ON_SCREEN | {"state": "ended"}),
    ],
    "person": [
        {"workshop_key": key, "person": person * 32, "group_id": "staff"}
        for key in (WITHOUT_SCREEN, WITH_SCREEN)
        for person in "pq"
    ],
    "vote": [_vote(WITHOUT_SCREEN, "p" * 32, 3), _vote(WITH_SCREEN, "p" * 32, None), _vote(WITH_SCREEN, "q" * 32, 0)],
    "remark": [
        {
            "workshop_key": WITH_SCREEN, "question_id": "MKT1", "round": 1, "person": "p" * 32,
            "id": "i" * 22, "text": "Who pays? é <b>", "released": 0,
        }
    ],
    "receipt": [
        {
            "subject": "f" * 64, "part": part, "kind": "workshop", "at": "2026-11-22T02:49:14.713161+00:00",
            "state": state, "told": '{"shape": 1}',
        }
        for part, state in ((1, "erased"), (2, "held_up"))
    ],
    "clock": [
        {
            "id": 1, "believed_at": "2026-11-22T02:49:14.713161+00:00",
            "seen_at": "2026-11-22T03:49:14.713161+00:00", "steady_seconds": 0,
        }
    ],
}  # fmt: skip


def make_landed(database: Database, migrations: tuple[str, ...]) -> None:
    """Make the database as these migrations made it, and fill every table there is."""
    url = parse_url(database.url)
    engine = create_engine(url, poolclass=NullPool)
    with TemporaryDirectory() as folder, engine.begin() as connection:
        _run(connection, Path(folder), migrations)
    with engine.begin() as connection:
        _fill(connection, repaired="0003_first" in migrations)


def _run(connection: Connection, folder: Path, migrations: tuple[str, ...]) -> None:
    shutil.copy(ENVIRONMENT, folder)
    (folder / "versions").mkdir()
    for name in migrations:
        shutil.copy(LANDED / f"{name}.txt", folder / "versions" / f"{name}.py")
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.attributes["connection"] = connection
    config.attributes["version_table"] = "detector_schema"
    command.upgrade(config, "head")


def _fill(connection: Connection, *, repaired: bool) -> None:
    tables = MetaData()
    tables.reflect(connection)
    for table in tables.sorted_tables:
        for row in ROWS.get(table.name, []):
            kept = with_a_screen(row) if repaired and table.name == "workshop" else row
            connection.execute(insert(table), {column.name: kept[column.name] for column in table.columns})


def with_a_screen(row: Row) -> Row:
    """A workshop's row as the repair leaves it: its room has a screen."""
    room: Row = json.loads(str(row["room"]))
    if "screen" in room:
        return row
    return row | {"room": json.dumps(room | {"screen": "join", "on_screen": ""}, ensure_ascii=False)}


def rows_of(database: Database) -> dict[str, list[Row]]:
    """Every row of every table but the number of the schema, in the order of their keys."""
    engine = create_engine(parse_url(database.url), poolclass=NullPool)
    tables = MetaData()
    with engine.connect() as connection:
        tables.reflect(connection)
        return {
            table.name: [
                dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()
            ]
            for table in tables.sorted_tables
            if table.name != "detector_schema"
        }


def as_told(rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The same with who, when and what of each change in one row, as on the first day, and no digest, salt or link."""
    names = {row["id"]: row["name"] for row in rows.get("author", [])} | {None: ""}
    words = {(row["assessment_key"], row["number"]): row["value"] for row in rows.get("revision_value", [])}
    changes = [
        {"changed_by": names.get(row.get("author")), "value": words.get((row["assessment_key"], row["number"]))} | row
        for row in rows["revision"]
    ]
    sealed = {"author", "revision_value", "creation", "deletion"}
    told = {table: kept for table, kept in rows.items() if table not in sealed}
    return told | {
        "revision": [_without(row, "author", "digest", "link", "before") for row in changes],
        "assessment": [_without(row, "origin") for row in rows["assessment"]],
    }


def _without(row: Row, *columns: str) -> Row:
    return {name: value for name, value in row.items() if name not in columns}
