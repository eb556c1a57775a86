"""What a page says while its connection is lost, in our own words, and how it goes on once it is back."""

import json
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

import streamlit as st
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST_CONFIG = "/_stcore/host-config"
_SELDOM = timedelta(days=1)


def watch() -> None:
    """Have the browser tell of a lost connection, and draw the page anew by itself once it is back."""
    _drawn_again_when_back()
    st.html(_script(), unsafe_allow_javascript=True)


@st.fragment(run_every=_SELDOM)
def _drawn_again_when_back() -> None:
    """Show nothing: a browser whose page has a part that runs by itself asks for the page as soon as it connects.

    A server that was just started knows of no button until it has drawn the page, so a press before that is lost.
    """


@lru_cache(1)
def _script() -> str:
    style, script = (
        " ".join(Path(__file__).with_suffix(kind).read_text(encoding="utf-8").split()) for kind in (".css", ".js")
    )
    return f"<style>{style}</style><script>{script}</script>"


class NoBorrowedDialogs:
    """Have browsers show none of Streamlit's own dialogs of errors: they speak to programmers, and take the focus."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with a word to the browser added to the settings that it asks for."""
        is_asked = scope["type"] == "http" and scope["path"] == HOST_CONFIG
        await self.app(scope, receive, _adding(send) if is_asked else send)


def _adding(send: Send) -> Send:
    start: Message = {}
    body = b""

    async def send_on(message: Message) -> None:
        nonlocal start, body
        if message["type"] == "http.response.start":
            start = message
            return
        body += message.get("body", b"")
        if message.get("more_body"):
            return
        if start["status"] == 200:
            body = json.dumps(json.loads(body) | {"blockErrorDialogs": True}).encode()
        kept = [(name, value) for name, value in start["headers"] if name.lower() != b"content-length"]
        start["headers"] = [*kept, (b"content-length", str(len(body)).encode())]
        await send(start)
        message["body"] = body
        await send(message)

    return send_on
