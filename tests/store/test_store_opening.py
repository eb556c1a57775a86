import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import NullPool, create_engine
from store.store_builders import FULL, Database, checked_sheet
from store.writers import open_and_create, other_programs

from detector.app_settings import settings
from detector.store import StoreError, open_store
from detector.store.engine import make_engine
from detector.store.location import file_uri, parse_url, sqlite_url
from detector.store.tables import metadata


def test_the_migrations_lead_to_the_tables_that_the_program_expects(database: Database) -> None:
    open_and_create(database.url)

    engine = create_engine(parse_url(database.url), poolclass=NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "detector_schema"})
        differences = compare_metadata(context, metadata)

    assert differences == []


def test_opening_again_changes_nothing(database: Database) -> None:
    first = open_store(database.url)
    key = first.create(checked_sheet(FULL))
    version = database.sql("SELECT version_num FROM detector_schema")

    second = open_store(database.url)

    assert second.load(key) == first.load(key)
    assert database.sql("SELECT version_num FROM detector_schema") == version
    first.close()
    second.close()


def test_a_newer_programs_database_is_refused_and_left_as_it_is(database: Database) -> None:
    open_and_create(database.url)
    database.sql("UPDATE detector_schema SET version_num = '9999'")

    with pytest.raises(StoreError, match="kept by a newer version of this program"):
        open_store(database.url)

    assert database.sql("SELECT version_num FROM detector_schema") == [("9999",)]
    assert len(database.sql("SELECT key FROM assessment")) == 1


def test_tables_of_the_same_name_that_are_not_ours_are_refused(database: Database) -> None:
    database.sql("CREATE TABLE assessment (pupil TEXT)")

    with pytest.raises(StoreError, match="already holds another program's tables"):
        open_store(database.url)

    assert database.sql("SELECT * FROM assessment") == []


def test_several_programs_starting_at_once_make_one_database(database: Database) -> None:
    with ProcessPoolExecutor(3, mp_context=other_programs()) as pool:
        keys = set(pool.map(open_and_create, [database.url] * 3))

    store = open_store(database.url)
    assert {entry.key for entry in store.recent()} == keys
    store.close()


def test_several_threads_opening_at_once_make_one_database(database: Database) -> None:
    with ThreadPoolExecutor(6) as pool:
        keys = set(pool.map(open_and_create, [database.url] * 6))

    store = open_store(database.url)
    assert {entry.key for entry in store.recent()} == keys
    store.close()


def connect_once(url: str) -> None:
    """One connection to a database, made and closed."""
    engine = make_engine(parse_url(url))
    with engine.connect():
        pass
    engine.dispose()


def test_connections_that_make_a_new_file_theirs_at_once_wait_for_each_other(tmp_path: Path) -> None:
    for number in range(60):
        file = tmp_path / f"{number}.sqlite3"
        file.touch()

        with ThreadPoolExecutor(6) as pool:
            failed = [one.exception() for one in [pool.submit(connect_once, sqlite_url(file)) for _ in range(6)]]

        assert failed == [None] * 6


@pytest.mark.parametrize("name", ["spaces and é", "100%", "50%25", "what?", "a#b", "file:x"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    file = tmp_path / name / "deep" / "detector.sqlite3"

    store = open_store(sqlite_url(file))

    key = store.create(checked_sheet(FULL))
    assert store.place == str(file)
    assert file.stat().st_size > 0
    store.close()
    assert open_store(sqlite_url(file)).load(key).sheet == FULL


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        pytest.param(PurePosixPath("/data/50%/a?b.sqlite3"), "file:///data/50%25/a%3Fb.sqlite3", id="signs"),
        pytest.param(PureWindowsPath(r"C:\Users\A B\d.sqlite3"), "file:///C:/Users/A%20B/d.sqlite3", id="a drive"),
        pytest.param(PureWindowsPath(r"\\server\share\d.sqlite3"), "file:////server/share/d.sqlite3", id="a share"),
    ],
)
def test_paths_of_every_system_become_addresses(file: PurePath, uri: str) -> None:
    assert file_uri(file) == uri


def test_it_opens_from_any_folder_and_with_a_relative_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    store = open_store("sqlite:///here.sqlite3")

    monkeypatch.chdir("/")
    assert store.load(store.create(checked_sheet(FULL))).sheet == FULL
    assert store.place == str(tmp_path / "here.sqlite3")


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("nonsense s3cr3t", id="no address"),
        pytest.param("postgresql://me:s3cr3t@host:port/db", id="a port that is no number"),
        pytest.param("postgresql://me:s3cr3t@more@host/db", id="two @"),
        pytest.param("postgresql://me:s3cr3t@host", id="no database"),
        pytest.param("mysql://me:s3cr3t@host/db", id="another kind of database"),
        pytest.param("oracle+s3cr3t://me:s3cr3t@host/db", id="another driver"),
        pytest.param("sqlite://", id="no file"),
        pytest.param("sqlite:///:memory:", id="memory only"),
        pytest.param("sqlite:///file:x?mode=memory&uri=true&key=s3cr3t", id="options"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(StoreError, match=r"^The database address .*Nothing was opened or changed\.$") as caught:
        open_store(url)

    assert "s3cr3t" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_without_settings_the_file_is_in_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in [name for name in os.environ if name.startswith("DETECTOR_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    place = parse_url(settings().database_url).database

    assert Path(str(place)).name == "detector.sqlite3"
    assert Path(str(place)).parent.name == "Mutual Business Detector"
    assert settings().questions_dir is None


def test_the_settings_choose_the_folder_or_the_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DETECTOR_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DETECTOR_DATABASE_URL", "")
    in_folder = open_store()

    monkeypatch.setenv("DETECTOR_DATABASE_URL", sqlite_url(tmp_path / "other.sqlite3"))
    elsewhere = open_store()

    assert in_folder.place == str(tmp_path / "detector.sqlite3")
    assert elsewhere.place == str(tmp_path / "other.sqlite3")


def test_settings_shown_in_a_log_do_not_show_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETECTOR_DATABASE_URL", "postgresql://me:s3cr3t@host/db")

    shown = repr(settings())

    assert "s3cr3t" not in shown
