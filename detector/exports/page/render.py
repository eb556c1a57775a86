"""Setting a report as a page. Every text is data: the template alone says what is an element or a link."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import assert_never

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from detector.charts.svg.frames import NARROW, WIDE
from detector.core.text import clean, one_line
from detector.exports.shared.figures import figure_svg
from detector.exports.shared.web_address import is_web_address
from detector.report.blocks import Block, Bullets, Figure, Panel, Paragraph, Report, SourceList, Table, Terms
from detector.report.imprint import imprint
from detector.report.widths import layout_on_phone, names_rows, shares


def make_page(report: Report) -> bytes:
    """The report as an HTML file; the same report gives the same bytes."""
    page = _environment.get_template("page.html.jinja")
    html = page.render(
        report=report,
        imprint=" · ".join(imprint(report)),
        pictures=_pictures_of(report),
        kind=kind,
        shares=shares,
        layout_on_phone=layout_on_phone,
        names_rows=names_rows,
        is_web_address=is_web_address,
        css_text=css_text,
    )
    return html.encode("utf-8")


def kind(block: Block) -> str:
    """Which of the template's ways of setting a block is meant for this one."""
    match block:
        case Paragraph():
            way = "paragraph"
        case Bullets():
            way = "bullets"
        case Terms():
            way = "terms"
        case Panel():
            way = "panel"
        case Table():
            way = "table"
        case Figure():
            way = "figure"
        case SourceList():
            way = "sources"
        case _ as unknown:
            assert_never(unknown)
    return way


def _pictures_of(report: Report) -> Callable[[Figure], list[tuple[str, Markup]]]:
    """What draws a figure for wide and for narrow screens, each with ids of its own."""
    numbers = count(1)

    def pictures(figure: Figure) -> list[tuple[str, Markup]]:
        number = next(numbers)
        return [
            (frame.name, _drawn(figure_svg(figure, report.drawing, frame, key=f"figure-{number}-{frame.name}")))
            for frame in (WIDE, NARROW)
        ]

    return pictures


def _drawn(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 (figure_svg escapes every text in it)


def _typed(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def css_text(text: str) -> Markup:
    """A text between quotes in a style sheet, where nothing in it can end the quotes."""
    # Every letter but the plainest is written as its number, so no quote, bracket or slash is ever left.
    return Markup('"{}"').format(Markup("").join(map(_css_letter, one_line(text))))


def _css_letter(letter: str) -> Markup:
    if letter == " " or (letter.isascii() and letter.isalnum()):
        return Markup("{}").format(letter)
    return Markup("\\{} ").format(f"{ord(letter):x}")


def _make_environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_typed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


_environment = _make_environment()
