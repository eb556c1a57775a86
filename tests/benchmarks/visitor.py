"""A visitor who speaks Streamlit's own protocol: what a browser tab sends and gets, without the browser."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Radio_pb2 import Radio
from streamlit.proto.Selectbox_pb2 import Selectbox
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

SECONDS_TO_ANSWER = 60


class PageError(Exception):
    """The page showed an exception, or the connection ended."""


@dataclass
class Choice:
    """A radio or selectbox on the page: its id for the server, its options as shown, and the one chosen."""

    widget_id: str
    options: tuple[str, ...]
    chosen: str | None


@dataclass
class Visitor:
    """One open tab on a page of the server at `localhost`."""

    port: int
    page: str = ""
    query: str = ""
    choices: dict[str, Choice] = field(default_factory=dict[str, Choice])
    drawn: Counter[str] = field(default_factory=Counter[str])
    errors: list[str] = field(default_factory=list[str])
    _socket: ClientConnection | None = None
    _page_hash: str = ""

    async def open(self) -> float:
        """Seconds from dialling to the end of the first run."""
        started = time.perf_counter()
        self._socket = await connect(
            f"ws://localhost:{self.port}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN")],
            max_size=None,
            compression=None,
            open_timeout=SECONDS_TO_ANSWER,
        )
        await self._run()
        return time.perf_counter() - started

    async def choose(self, key: str, option: str) -> float:
        """Choose an option of the radio with that key; seconds until the page has been drawn again."""
        self.choices[key].chosen = option
        started = time.perf_counter()
        await self._run()
        return time.perf_counter() - started

    async def close(self) -> None:
        """Close the tab."""
        if self._socket is not None:
            await self._socket.close()

    async def _run(self) -> None:
        if self._socket is None:
            raise PageError("The tab is not open.")
        self.drawn.clear()
        try:
            await self._socket.send(self._rerun().SerializeToString())
            await asyncio.wait_for(self._read_until_finished(self._socket), SECONDS_TO_ANSWER)
        except (ConnectionClosed, TimeoutError) as error:
            raise PageError(str(error)) from error

    async def _read_until_finished(self, socket: ClientConnection) -> None:
        while True:
            message = ForwardMsg()
            message.ParseFromString(bytes(await socket.recv(decode=False)))
            self._take_in(message)
            if message.WhichOneof("type") != "script_finished":
                continue
            if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return

    def _take_in(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "new_session":
                self._page_hash = message.new_session.page_script_hash or self._page_hash
            case "navigation":
                self._page_hash = message.navigation.page_script_hash or self._page_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "delta":
                self._take_in_element(message.delta)
            case _:
                return

    def _take_in_element(self, delta: Delta) -> None:
        element = delta.new_element
        kind = element.WhichOneof("type") if delta.WhichOneof("type") == "new_element" else None
        if kind is None:
            return
        self.drawn[kind] += 1
        match kind:
            case "radio":
                self._meet(element.radio.id, tuple(element.radio.options), _default(element.radio))
            case "selectbox":
                self._meet(element.selectbox.id, tuple(element.selectbox.options), _default(element.selectbox))
            case "exception":
                self.errors.append(f"{element.exception.type}: {element.exception.message}")
            case _:
                return

    def _meet(self, widget_id: str, options: tuple[str, ...], default: str | None) -> None:
        """Keep what this tab already chose: the server only draws, the tab remembers."""
        key = widget_id.split("-", 2)[-1]
        known = self.choices.get(key)
        kept = known.chosen if known is not None and known.widget_id == widget_id else default
        self.choices[key] = Choice(widget_id, options, kept)

    def _rerun(self) -> BackMsg:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.page_script_hash, asked.page_name = self.query, self._page_hash, self.page
        asked.context_info.locale, asked.context_info.timezone = "en-GB", "Europe/London"
        for choice in self.choices.values():
            if choice.chosen is not None:
                state = asked.widget_states.widgets.add()
                state.id, state.string_value = choice.widget_id, choice.chosen
        return message


def _default(widget: Radio | Selectbox) -> str | None:
    return widget.options[widget.default] if widget.HasField("default") else None
