"""What a phone sent: read within limits, refused where it comes from another site, never trusted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from detector.core.text import is_keepable
from detector.core.workshop.workshop import QuestionRound
from detector.light.phone.same_site import is_from_here
from detector.operator_log import Event, tell

# A form writes each of a remark's 500 characters with nine at most, and this leaves room for the rest.
LARGEST_BODY = 8192
UNREADABLE = "That could not be read. Load the page again and answer once more."
_TYPED_FREELY = "text"
DONT_KNOW = "dont_know"


class Refused(Exception):  # noqa: N818 - it reads as what it says
    """A request that is not answered as asked: the status to send and what to tell the person."""

    def __init__(self, status: int, words: str) -> None:
        """Keep both."""
        self.status, self.words = status, words
        super().__init__(words)


@dataclass(frozen=True)
class AnswerSent:
    """An answer as sent: the question's round and the level (0-3), None for "don't know"."""

    question_round: QuestionRound
    level: int | None


def wants_json(request: Request) -> bool:
    """Whether the page's own script asks, rather than a form."""
    return request.headers.get("content-type", "").startswith("application/json")


async def fields_of(request: Request, public_url: str) -> Mapping[str, str]:
    """The fields of a form or of a flat JSON object, all as text.

    Args:
        request: what was sent.
        public_url: the address at which others reach the server, or "".

    Raises:
        Refused: another site sent it, it is too large, it is neither, or it holds what no store can look for.
    """
    _refuse_other_sites(request, public_url)
    fields = _fields(await _body(request), is_json=wants_json(request))
    # A remark is kept without such characters; a code, group or question that holds one is nobody's.
    if not all(is_keepable(value) for name, value in fields.items() if name != _TYPED_FREELY):
        raise Refused(400, UNREADABLE)
    return fields


def _fields(body: bytes, *, is_json: bool) -> Mapping[str, str]:
    try:
        if is_json:
            sent = json.loads(body)
            if not isinstance(sent, dict):
                raise ValueError
            return {str(name): str(value) for name, value in sent.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - whatever was sent becomes text
        return dict(parse_qsl(body.decode(), strict_parsing=bool(body), max_num_fields=10))
    except (ValueError, RecursionError):
        raise Refused(400, UNREADABLE) from None


def answer_in(fields: Mapping[str, str]) -> AnswerSent:
    """The answer in what was sent.

    Raises:
        Refused: a part is missing or is not what it should be.
    """
    level = fields.get("level", "")
    if level not in {"0", "1", "2", "3", DONT_KNOW}:
        raise Refused(400, "Choose one of the answers, then save it.")
    return AnswerSent(round_in(fields), None if level == DONT_KNOW else int(level))


def round_in(fields: Mapping[str, str]) -> QuestionRound:
    """The question and round that were sent.

    Raises:
        Refused: one of them is missing or is not what it should be.
    """
    question, number = fields.get("question", ""), fields.get("round", "")
    if not question or number not in {"1", "2"}:
        raise Refused(400, "That belongs to no question. Load the page again and answer once more.")
    return QuestionRound(question, int(number))


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > LARGEST_BODY:
                raise Refused(413, "That is more than an answer needs. Nothing of it was kept.")
    except ClientDisconnect:
        raise Refused(400, UNREADABLE) from None
    return body


def _refuse_other_sites(request: Request, public_url: str) -> None:
    """Browsers say where a form comes from; what another site sends in somebody's name is not taken."""
    try:
        is_ours = is_from_here(request.headers, public_url)
    except ValueError:
        raise Refused(400, UNREADABLE) from None
    if not is_ours:
        tell(Event.REFUSED, why="other_site")
        raise Refused(403, "This was sent from another site, so it was not taken. Answer on the workshop's own page.")
