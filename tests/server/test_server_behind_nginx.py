"""Behind a real nginx, as its manual sets it up: people come in, and only what the proxy says of them is believed."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cli.test_cli_serve import free_port, serving
from server.sockets import PATIENCE_S, get, reply_to, socket_status, status_of

CODE = "ABCD3467"
ELSEWHERE = "127.0.0.2"
"""Another address than the proxy's own, whose word would be believed."""
FORM = "Content-Type: application/x-www-form-urlencoded"
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
ON = "proxy_pass http://127.0.0.1:{app};"
SOCKETS = 'proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";'
TELLING = "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header Host $http_host;"
SETUP = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxied;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; location / {{ {passing} }} }}
}}
"""
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(NGINX is None, reason="needs nginx"),
    pytest.mark.skipif(sys.platform != "linux", reason="sends from a second address of this machine"),
]


@contextmanager
def behind_nginx(folder: Path, passing: str) -> Generator[int]:
    """The port at which nginx passes everything on to the product, which is told that address."""
    port, app = free_port(), free_port()
    setup = folder / "nginx.conf"
    setup.write_text(SETUP.format(folder=folder, port=port, passing=passing.format(app=app)), encoding="utf-8")
    settings = {"DETECTOR_ACCESS_CODE": CODE, "DETECTOR_PUBLIC_URL": f"http://localhost:{port}"}
    with serving(app, folder, settings=settings), subprocess.Popen((NGINX or "", "-c", str(setup))) as nginx:
        try:
            latest = time.monotonic() + PATIENCE_S
            while not _answers(port):
                assert nginx.poll() is None
                assert time.monotonic() < latest
                time.sleep(0.05)
            yield port
        finally:
            nginx.terminate()


def _answers(port: int) -> bool:
    try:
        return status_of(reply_to(port, get("/_stcore/health"))) == 200
    except OSError:
        return False


def unlock(port: int, code: str, *headers: str) -> bytes:
    """The reply to a code."""
    body = f"code={code}".encode()
    own = (f"Content-Length: {len(body)}", FORM, f"Origin: http://localhost:{port}", *headers)
    asked = get("/unlock", *own, host=f"localhost:{port}").replace(b"GET", b"POST", 1) + body
    return reply_to(port, asked, source=ELSEWHERE)


@pytest.mark.parametrize(
    "passing",
    [
        pytest.param(f"{ON} {SOCKETS}", id="its defaults: Host is rewritten"),
        pytest.param(f"{ON} {SOCKETS} {TELLING}", id="it passes on who asked and for what"),
    ],
)
def test_people_come_in_through_it(passing: str, tmp_path: Path) -> None:
    with behind_nginx(tmp_path, passing) as port:
        came_in = unlock(port, CODE)
        cookie = came_in.decode().lower().partition("set-cookie: ")[2].partition(";")[0]
        sockets = [
            socket_status(port, f"localhost:{port}", f"Cookie: {cookie}", f"Origin: {origin}", path="/_stcore/stream")
            for origin in (f"http://localhost:{port}", "http://evil.example")
        ]
        phones = status_of(reply_to(port, get("/join")))

    assert (status_of(came_in), sockets, phones) == (303, [101, 403], 200)


def test_a_forged_sender_walks_round_no_limit_and_wrong_codes_keep_nobody_out(tmp_path: Path) -> None:
    with behind_nginx(tmp_path, f"{ON} {TELLING}") as port:
        wrong = [unlock(port, "WRONG111", f"X-Forwarded-For: 203.0.113.{number}") for number in range(14)]
        right = unlock(port, CODE)

    assert [status_of(reply) for reply in wrong] == [403] * 10 + [429] * 4
    assert status_of(right) == 303
