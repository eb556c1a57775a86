"""The phone pages as HTML: one file each, with their look and script inside, and nothing loaded from elsewhere."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

_FOLDER = Path(__file__).parent / "templates"
STYLE = (_FOLDER / "phone.css").read_text(encoding="utf-8").strip()
SCRIPT = "\n".join((_FOLDER / f"{name}.js").read_text(encoding="utf-8").strip() for name in ("phone", "remarks"))

_templates = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


def _allowed(text: str) -> str:
    """What names a style or script that the page itself holds, for the browser to allow that one alone."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src {_allowed(STYLE)}; script-src {_allowed(SCRIPT)}; connect-src 'self'; "
        "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}


def page(name: str, *, status: int = 200, **shown: object) -> HTMLResponse:
    """A page by its template's name, with what it shows; everything shown is text and never markup."""
    own = {"style": Markup(STYLE), "script": Markup(SCRIPT)}  # noqa: S704 - our own files
    text = _templates.get_template(f"{name}.html").render(own | shown)
    return HTMLResponse(text, status, HEADERS)


def said(
    heading: str, words: str, *, status: int = 200, back: str = "/join", label: str = "Type a code"
) -> HTMLResponse:
    """A page that says one thing, with a way on."""
    return page("said", status=status, heading=heading, words=words, back=back, back_label=label)
