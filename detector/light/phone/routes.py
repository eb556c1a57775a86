"""The addresses of the phone pages, and what each does."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from detector.core.bank import Bank
from detector.core.errors import DetectorError
from detector.core.text import is_keepable
from detector.light.phone.guesses import CROWDED, JOINING, Guesses
from detector.light.phone.html import page, said
from detector.light.phone.pages import phone_page, welcome_page
from detector.light.phone.participant import new_token, person_of, remember, token_of
from detector.light.phone.polling_cache import Watching
from detector.light.phone.rate_limit import Limit, sender_of
from detector.light.phone.refusals import given_back, status_and_words
from detector.light.phone.requests import Refused, answer_in, fields_of, round_in, wants_json
from detector.store.workshops import Ballot, NotInWorkshop, UnknownWorkshop, Workshops

FRESH_SECONDS = 0.25
# So many at once, and a second. A hall comes in within half a minute and behind one address, so joining is counted for
# the whole workshop: 2,000 pass with room to spare, and a flood of invented people costs a tenth of a processor core.
JOINS = (2_500, 50)
# For each person: an honest one answers a question in seconds, and loads the page when a question opens.
ANSWERS = (40, 4)
PAGES = (40, 2)
NO_CODE = "No workshop has this code. Look at the screen in the room and type it again."
TOO_MANY_CODES = "No workshop has this code, and many wrong ones were typed. Look at the screen and type it slowly."
TOO_MUCH = "That was too much at once. Wait a moment: what you answered before is kept."
TOO_MANY_PAGES = "This page was loaded too often at once. Wait a moment, then load it again."
NOT_JOINED = "Join the workshop first: load the page again and choose your group. Your answer was not kept."

Answering = Callable[[Request], Awaitable[Response]]


class Phone:
    """The phone pages of one server. `workshops` and `bank` are asked at each use, for both may start late."""

    def __init__(
        self, workshops: Callable[[], Workshops], bank: Callable[[], Bank], fresh_seconds: float, public_url: str
    ) -> None:
        """Begin with nobody having asked for anything."""
        self._workshops, self._bank = workshops, bank
        self._fields = partial(fields_of, public_url=public_url)
        self._watching = Watching(workshops, fresh_seconds)
        self._guesses = Guesses(JOINING)
        self._joins = Limit(*JOINS)
        self._answers = Limit(*ANSWERS)
        self._pages = Limit(*PAGES)

    async def code_page(self, _request: Request) -> Response:
        """The page to type a code on."""
        return page("code", problem="", typed="")

    async def type_code(self, request: Request) -> Response:
        """From a typed code to the workshop's own page."""
        return await self._enter(request, (await self._fields(request)).get("code", ""))

    async def short_address(self, request: Request) -> Response:
        """From a code in the address to the workshop's own page."""
        return await self._enter(request, str(request.path_params["code"]))

    async def home(self, request: Request) -> Response:
        """The workshop's page: a welcome for who is new, else the questions open now."""
        join_token = str(request.path_params["door"])
        workshop, token = await self._watching.behind(join_token), token_of(request)
        if token is None:
            return welcome_page(self._bank(), workshop)
        person = person_of(join_token, token)
        if not self._pages.allows(person):
            raise Refused(429, TOO_MANY_PAGES)
        group, mine = await run_in_threadpool(self._workshops().answers_of, workshop.key, person)
        if group is None:
            return welcome_page(self._bank(), workshop)
        remarks = self._workshops().remarks
        written = await run_in_threadpool(remarks.of_person, workshop.key, person) if workshop.state.free_text else {}
        return phone_page(self._bank(), workshop, group, mine, written)

    async def state(self, request: Request) -> Response:
        """Whether the facilitator has changed anything since the page was drawn."""
        workshop = await self._watching.behind(str(request.path_params["door"]))
        seen = request.query_params.get("seen", "")
        return JSONResponse({"changed": seen != str(workshop.changes)}, headers={"Cache-Control": "no-store"})

    async def join(self, request: Request) -> Response:
        """Note the person's group, and have their browser remember who they are."""
        join_token = str(request.path_params["door"])
        workshop, group = await self._watching.behind(join_token), (await self._fields(request)).get("group", "")
        if not self._joins.allows(workshop.key):
            raise Refused(429, "Many people are joining at this moment. Wait a few seconds, then try again.")
        token = token_of(request) or new_token()
        try:
            await run_in_threadpool(self._workshops().join, workshop.key, person_of(join_token, token), group)
        except NotInWorkshop as refusal:
            return welcome_page(self._bank(), workshop, problem=str(refusal), status=409)
        response = RedirectResponse(f"/w/{join_token}", 303)
        remember(request, response, join_token, token)
        return response

    async def answer(self, request: Request) -> Response:
        """Keep one answer; the reply follows once it is on the disk."""
        join_token, token = str(request.path_params["door"]), token_of(request)
        if token is None:
            raise Refused(403, NOT_JOINED)
        person = person_of(join_token, token)
        if not self._answers.allows(person):
            raise Refused(429, TOO_MUCH)
        sent, workshop = answer_in(await self._fields(request)), await self._watching.behind(join_token)
        promise = self._workshops().cast(Ballot(workshop.key, person, sent.question_round, sent.level))
        await asyncio.wrap_future(promise)
        return JSONResponse({"saved": True}) if wants_json(request) else RedirectResponse(f"/w/{join_token}", 303)

    async def remark(self, request: Request) -> Response:
        """Keep one remark; the reply follows once it is on the disk."""
        join_token, fields = str(request.path_params["door"]), await self._fields(request)
        try:
            await self._keep_remark(join_token, token_of(request), fields)
        except (Refused, DetectorError) as refusal:
            if wants_json(request):
                raise
            return given_back(refusal, join_token, fields)
        return JSONResponse({"saved": True}) if wants_json(request) else RedirectResponse(f"/w/{join_token}", 303)

    async def _keep_remark(self, join_token: str, token: str | None, fields: Mapping[str, str]) -> None:
        if token is None:
            raise Refused(403, NOT_JOINED)
        person = person_of(join_token, token)
        if not self._answers.allows(person):
            raise Refused(429, TOO_MUCH)
        workshop, question_round = await self._watching.behind(join_token), round_in(fields)
        text = fields.get("text", "")
        await run_in_threadpool(self._workshops().remarks.write, workshop.key, person, question_round, text)

    async def _enter(self, request: Request, typed: str) -> Response:
        sender = sender_of(request)
        if not await self._guesses.may_look(sender):
            raise Refused(429, CROWDED)
        code = "".join(typed.split()).replace("-", "").upper()
        try:
            workshop = await run_in_threadpool(lambda: self._workshops().behind(code=code))
        except UnknownWorkshop:
            if self._guesses.were_too_many(sender):
                raise Refused(429, TOO_MANY_CODES) from None
            return page("code", status=404, problem=NO_CODE, typed=typed)
        return RedirectResponse(f"/w/{workshop.join_token}", 303)


def in_words(answering: Answering) -> Answering:
    """The same, with every refusal told to the person, or to the page's own script."""

    async def answered(request: Request) -> Response:
        try:
            _refuse_unreadable_address(request)
            return await answering(request)
        except (Refused, DetectorError) as refusal:
            return _refusal(request, *status_and_words(refusal))

    return answered


def _refuse_unreadable_address(request: Request) -> None:
    """A door or code with a character that no store can look for is nobody's."""
    if not all(is_keepable(str(part)) for part in request.path_params.values()):
        raise Refused(400, "This address could not be read. Scan the code on the screen again, or type it.")


def _refusal(request: Request, status: int, words: str) -> Response:
    if wants_json(request) or request.url.path.endswith("/state"):
        return JSONResponse({"error": words}, status)
    join_token = request.path_params.get("door")
    if join_token and status != 404 and is_keepable(str(join_token)):
        return said("That did not work", words, status=status, back=f"/w/{join_token}", label="Back to the questions")
    return said("That did not work", words, status=status)


def phone_routes(
    workshops: Callable[[], Workshops],
    bank: Callable[[], Bank],
    *,
    fresh_seconds: float = FRESH_SECONDS,
    public_url: str = "",
) -> list[Route]:
    """Every address of the phone pages; what they show of a workshop is never older than so many seconds."""
    phone = Phone(workshops, bank, fresh_seconds, public_url)
    return [
        Route("/join", in_words(phone.code_page), methods=["GET"]),
        Route("/join", in_words(phone.type_code), methods=["POST"]),
        Route("/j/{code}", in_words(phone.short_address), methods=["GET"]),
        Route("/w/{door}", in_words(phone.home), methods=["GET"]),
        Route("/w/{door}/state", in_words(phone.state), methods=["GET"]),
        Route("/w/{door}/join", in_words(phone.join), methods=["POST"]),
        Route("/w/{door}/answer", in_words(phone.answer), methods=["POST"]),
        Route("/w/{door}/remark", in_words(phone.remark), methods=["POST"]),
    ]
