"""Connections bounded in size and time before anything of the product is asked: the web server leaves both open."""

import logging
from asyncio import TimerHandle, Transport
from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from detector.operator_log import Event, tell

LARGEST_HEAD = 32 * 1024
"""Bytes of a request's address and headers: what browsers send is a tenth of it."""
MOST_HELD = 32 * 1024 * 1024
"""Bytes of headers that are not yet whole, of all connections together."""
LONGEST_HEAD_SECONDS = 20.0
"""From the first byte of a request, or the beginning of a connection, until its headers are whole."""
SLOW_BODY_SECONDS, LEAST_OF_BODY = 20.0, 4096
"""A body that brings less than so many bytes in so many seconds is given up, unless the server makes it wait."""
MOST_UNWANTED = 1024 * 1024
"""Bytes of a body that may still come once its request is answered, so that the answer arrives."""
_QUIET = logging.getLogger("uvicorn.error.connection")
"""Tells of faults alone: a line for each request that is none would let anybody fill the disk."""
_QUIET.setLevel(logging.ERROR)


class _TooLarge(Exception):  # noqa: N818 - it reads as what it says
    """The headers of a request are larger than any browser's."""


class BoundedHttp(HttpToolsProtocol):
    """One connection, whose requests must arrive within a size and a time; else it is told so and closed.

    The parser gathers a header, and what follows a body, for as long as they go on: so what counts is what has
    arrived since it last gave something whole.
    """

    longest_head_seconds, slow_body_seconds = LONGEST_HEAD_SECONDS, SLOW_BODY_SECONDS
    _held_by_all = 0
    _timer: TimerHandle | None = None
    _awaits_head, _gave_whole, _is_too_large = True, False, False
    _fed, _held, _came, _unwanted = 0, 0, 0, 0

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override] - as the class above has it
        """Begin to wait for a request."""
        super().connection_made(transport)
        self.logger = _QUIET
        self._timer = self.loop.call_later(self.longest_head_seconds, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._stop_waiting()
        self._hold(0)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Have it read, and count what it brought."""
        self._fed, self._gave_whole = len(data), False
        self._came += len(data)
        super().data_received(data)
        if self.transport.is_closing() or self.transport.get_protocol() is not self:
            self._hold(0)
            return
        self._hold(0 if self._gave_whole else self._held + len(data))
        if self._held > LARGEST_HEAD or BoundedHttp._held_by_all > MOST_HELD:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "large_headers")
        elif self._timer is None and (self._awaits_head and self._held):
            self._timer = self.loop.call_later(self.longest_head_seconds, self._give_up)
        elif self._timer is None and not self._awaits_head:
            self._timer, self._came = self.loop.call_later(self.slow_body_seconds, self._look_at_body), 0

    def on_headers_complete(self) -> None:
        """Have the request answered.

        Raises:
            Exception: its headers are too large; the parser then has it refused.
        """
        self._stop_waiting()
        self._awaits_head, self._gave_whole, self._unwanted = False, True, 0
        if self._held + self._fed > LARGEST_HEAD and self._size_of_head() > LARGEST_HEAD:
            self._is_too_large = True
            raise _TooLarge
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Hand on a part of the body, or let it go where the request is answered already."""
        self._gave_whole = True
        super().on_body(body)
        if self.cycle.response_complete:
            self._unwanted += len(body)
            if self._unwanted > MOST_UNWANTED:
                self.transport.close()

    def on_message_complete(self) -> None:
        """Wait for nothing while the request is answered."""
        self._stop_waiting()
        self._awaits_head, self._gave_whole = True, True
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - as the class above has it
        """Refuse what is no request, or is too large for one."""
        if self._is_too_large:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "large_headers")
        else:
            self._refuse(HTTPStatus.BAD_REQUEST, "no_request")

    def _size_of_head(self) -> int:
        return len(self.url) + sum(len(name) + len(value) for name, value in self.headers)

    def _hold(self, size: int) -> None:
        BoundedHttp._held_by_all += size - self._held
        self._held = size

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        if self._came:
            self._refuse(HTTPStatus.REQUEST_TIMEOUT, "slow_headers")
        else:
            # Browsers open connections ahead of need: a reply on one would be taken for that to their next request.
            self.transport.close()

    def _look_at_body(self) -> None:
        if self._came < LEAST_OF_BODY and not self.flow.read_paused:
            self._refuse(HTTPStatus.REQUEST_TIMEOUT, "slow_body")
            return
        self._timer, self._came = self.loop.call_later(self.slow_body_seconds, self._look_at_body), 0

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self._stop_waiting()
        self._hold(0)
        tell(Event.REFUSED, why=why, status=status.value)
        cycle = getattr(self, "cycle", None)
        is_answering = cycle is not None and cycle.response_started and not cycle.response_complete
        if not is_answering:
            words = f"{status.phrase}\n".encode()
            lines = (f"HTTP/1.1 {status.value} {status.phrase}", "content-type: text/plain; charset=utf-8")
            lines += (f"content-length: {len(words)}", "connection: close", "", "")
            self.transport.write("\r\n".join(lines).encode() + words)
        self.transport.close()
