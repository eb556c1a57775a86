"""Every refusal told in words: to the person on a page, or to the page's own script."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from detector.core.errors import DetectorError
from detector.core.text import is_keepable
from detector.light.phone.html import said
from detector.light.phone.requests import Refused, wants_json
from detector.store.workshops import NotInWorkshop, UnknownWorkshop

Answering = Callable[[Request], Awaitable[Response]]


def in_words(answering: Answering) -> Answering:
    """The same, with every refusal told to the person, or to the page's own script."""

    async def answered(request: Request) -> Response:
        try:
            _refuse_unreadable_address(request)
            return await answering(request)
        except Refused as refusal:
            return _refusal(request, refusal.status, refusal.words)
        except NotInWorkshop as refusal:
            return _refusal(request, 409, str(refusal))
        except UnknownWorkshop as unknown:
            return _refusal(request, 404, str(unknown))
        except DetectorError:
            return _refusal(request, 503, "This could not be kept just now. Your phone tries again; or try yourself.")

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
