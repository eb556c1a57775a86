"""A PostgreSQL server for one test run: own cluster, own port on this machine alone, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

USER = "detector"
PASSWORD = "s3cr3t-of-the-test"  # noqa: S105 - of a server that lives for one test run
_PATIENCE_SECONDS = 30


def find_programs() -> Path | None:
    """The folder of PostgreSQL's server programs, the newest version first, or None."""
    on_path = shutil.which("initdb")
    candidates = [Path(on_path).resolve().parent] if on_path else []
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    candidates += sorted(debian, key=lambda folder: int(folder.parent.name.split(".")[0]), reverse=True)
    return next((folder for folder in candidates if (folder / "postgres").exists()), None)


@dataclass
class Server:
    """A server that can be stopped and started again on the same port."""

    programs: Path
    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None)

    def url(self, database: str = "postgres", password: str = PASSWORD, user: str = USER) -> str:
        """The database URL, as somebody would write it in a setting."""
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def sql(self, statement: str, database: str = "postgres") -> None:
        """Run one statement as the owner of everything."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = [f"-p{self.port}", "-h127.0.0.1", "-cunix_socket_directories=", "-cfsync=off"]
        command = [self.programs / "postgres", "-D", self.folder / "cluster", *options]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, user=_not_root())
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                return self.sql("SELECT 1")
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError((self.folder / "log").read_text()) from None
                time.sleep(0.05)

    def stop(self) -> None:
        """Stop the server at once, as when its machine is switched off."""
        if self.process is not None:
            self.process.send_signal(3)  # SIGQUIT: immediate shutdown
            self.process.wait(_PATIENCE_SECONDS)
            self.process = None


@contextmanager
def running_server(programs: Path) -> Generator[Server]:
    """A server with an empty cluster in a temporary folder."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        server = Server(programs, folder, _free_port())
        _make_cluster(server)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _make_cluster(server: Server) -> None:
    secret = server.folder / "password"
    secret.write_text(PASSWORD)
    options = ["--auth=scram-sha-256", f"--pwfile={secret}", f"--username={USER}", "--encoding=UTF8", "--locale=C"]
    command = [server.programs / "initdb", "-D", server.folder / "cluster", "--no-sync", *options]
    subprocess.run(command, check=True, capture_output=True, cwd=server.folder, user=_not_root())


def _not_root() -> str | None:
    # PostgreSQL refuses to run as root; None keeps the user.
    return "nobody" if os.geteuid() == 0 else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
