"""What a phone is told where something was not taken, and its words given back where somebody typed them."""

from collections.abc import Mapping

from starlette.responses import Response

from detector.core.errors import DetectorError
from detector.core.text import is_blank
from detector.light.phone.html import page, said
from detector.light.phone.requests import Refused
from detector.store.workshops import NotInWorkshop, UnknownWorkshop, WorkshopInBin
from detector.store.workshops.remarks import LONGEST_REMARK

NOT_KEPT_NOW = "This could not be kept just now. Your phone tries again; or try yourself."


def status_and_words(error: Refused | DetectorError) -> tuple[int, str]:
    """The status to send for what went wrong, and what to tell the person."""
    match error:
        case Refused():
            return error.status, error.words
        case NotInWorkshop():
            return 409, str(error)
        case UnknownWorkshop():
            return 404, str(error)
        case WorkshopInBin():
            return 503, str(error)
        case _:
            return 503, NOT_KEPT_NOW


def given_back(error: Refused | DetectorError, join_token: str, fields: Mapping[str, str]) -> Response:
    """A page that says why a remark was not kept, with its text in a box from which it can be sent again."""
    status, words = status_and_words(error)
    text, home = fields.get("text", ""), f"/w/{join_token}"
    if is_blank(text):
        return said("That did not work", words, status=status, back=home, label="Back to the questions")
    sent = {name: fields.get(name, "") for name in ("question", "round")}
    return page("given_back", status=status, problem=words, home=home, sent=sent, text=text, longest=LONGEST_REMARK)
