"""Disks that are full or may only be read, as real as this machine allows."""

import os
import pwd
import resource
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection

import pytest
from sqlalchemy import Pool, event
from sqlalchemy.pool import ConnectionPoolEntry


@contextmanager
def ordinary_user() -> Generator[None]:
    """Permissions count inside, also where the tests run as root: then as the user 'nobody'."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


def hand_over(*paths: Path) -> None:
    """Let the ordinary user own these, where the tests run as root."""
    if os.geteuid() == 0:
        for path in paths:
            os.chown(path, pwd.getpwnam("nobody").pw_uid, -1)


@contextmanager
def small_disk(folder: Path) -> Generator[None]:
    """A real file system of half a megabyte at the folder; skips where mounting is not permitted."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("A real full disk needs the right to mount one; the other two ways of running full are tested.")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def largest_file(size: int) -> Generator[None]:
    """The system refuses to let any file grow over the size in bytes, like a quota."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def most_pages(count: int) -> Generator[None]:
    """SQLite says that the disk is full when a database grows over so many pages; connect inside."""

    def limit(connection: Connection, _entry: ConnectionPoolEntry) -> None:
        connection.execute(f"PRAGMA max_page_count={count}")

    event.listen(Pool, "connect", limit)
    try:
        yield
    finally:
        event.remove(Pool, "connect", limit)
