"""What a run took: processor time of the server, of the test itself, and of whatever else the machine did."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from detector.load_test.own_server import Killable
from detector.load_test.process_use import Use, busy_seconds


@dataclass(frozen=True)
class Moment:
    """What had been used when, in seconds; None where this machine does not tell."""

    at: float
    own: float
    machine: float | None
    server: Use | None
    requests: int


@dataclass(frozen=True)
class Effort:
    """Shares of one processor core, bytes, and requests a second; None stands for what was not measured.

    `others` is what the rest of the machine was busy with: where it is much, the times say little of the server.
    """

    server: float | None
    memory: int | None
    own: float
    others: float | None
    requests: float


def moment(servers: Sequence[Killable], requests: int) -> Moment:
    """What has been used until now."""
    return Moment(time.monotonic(), time.process_time(), busy_seconds(), _use(servers), requests)


def effort(before: Moment, after: Moment, *, was_killed: bool) -> Effort:
    """What was used between two moments; a server that was killed meanwhile counts from zero, so it is left out."""
    seconds, own = after.at - before.at, after.own - before.own
    requests = (after.requests - before.requests) / seconds
    memory = after.server.memory if after.server else None
    if was_killed or before.server is None or after.server is None:
        return Effort(None, memory, own / seconds, None, requests)
    server = after.server.processor_seconds - before.server.processor_seconds
    others = None if before.machine is None or after.machine is None else after.machine - before.machine - own - server
    return Effort(
        server / seconds, memory, own / seconds, None if others is None else max(0.0, others / seconds), requests
    )


def _use(servers: Sequence[Killable]) -> Use | None:
    """What all servers use together."""
    uses = [use for server in servers if (use := server.use()) is not None]
    if not servers or len(uses) < len(servers):
        return None
    return Use(sum(use.processor_seconds for use in uses), sum(use.memory for use in uses))
