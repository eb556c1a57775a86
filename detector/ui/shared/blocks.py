"""Sections of the report drawn on a page: what they say is told nowhere else."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import assert_never

import streamlit as st

from detector.report.blocks import (
    Block,
    Bullets,
    Drawing,
    Figure,
    Panel,
    Paragraph,
    Section,
    SourceLine,
    SourceList,
    Table,
    Terms,
)
from detector.report.widths import layout_on_phone, names_rows, shares
from detector.ui.shared.figures import draw_figure
from detector.ui.shared.markup import plain, told

LEVEL = 2
"""The level of a section's heading below the page's title."""


def draw(section: Section | None, drawing: Drawing, level: int = LEVEL) -> None:
    """A section under its heading, and those inside it one level deeper; nothing where there is none."""
    if section is None:
        return
    heading(section.title, level)
    draw_blocks(section.blocks, drawing)
    for inner in section.sections:
        draw(inner, drawing, level + 1)


def draw_folded(section: Section | None, drawing: Drawing, *, level: int = LEVEL + 1) -> None:
    """A section that opens on demand; its title is what one opens, and sections inside have headings of this level."""
    if section is None:
        return
    with st.expander(plain(section.title)):
        draw_blocks(section.blocks, drawing)
        for inner in section.sections:
            draw(inner, drawing, level)


def heading(title: str, level: int = LEVEL) -> None:
    """A heading of level 2 to 6 that holds the title as it is."""
    st.html(f"<h{level}>{told(title)}</h{level}>")


def draw_blocks(blocks: Iterable[Block], drawing: Drawing) -> None:
    """Blocks in their order; figures that follow each other stand side by side where there is room."""
    for is_picture, group in groupby(blocks, lambda block: isinstance(block, Figure)):
        if not is_picture:
            st.html(f'<div class="told">{"".join(map(_html, group))}</div>')
            continue
        figures = [block for block in group if isinstance(block, Figure)]
        for place, figure in zip(st.columns(len(figures)), figures, strict=True):
            with place:
                draw_figure(figure, drawing)


def _html(block: Block) -> str:
    """A block as elements, in which every text is only text."""
    match block:
        case Paragraph(text, tone):
            made = f'<p class="{tone}">{told(text)}</p>'
        case Bullets(items, numbered):
            made = _around("ol" if numbered else "ul", (f"<li>{told(item)}</li>" for item in items))
        case Terms(pairs):
            made = _around("dl", (f"<dt>{told(name)}</dt><dd>{told(meaning)}</dd>" for name, meaning in pairs))
        case Panel():
            made = _panel(block)
        case Table():
            made = _table(block)
        case SourceList(sources):
            made = _around("ol", map(_source, sources))
        case Figure(alt=alt):
            made = f"<p>{told(alt)}</p>"
        case _:
            assert_never(block)
    return made


def _around(tag: str, items: Iterable[str]) -> str:
    return f"<{tag}>{''.join(items)}</{tag}>"


def _panel(panel: Panel) -> str:
    doubt = f'<p class="still">{told(panel.doubt)}</p>' if panel.doubt else ""
    lines = "".join(f"<p>{told(line)}</p>" for line in panel.lines)
    return f'<div class="verdict"><p class="big">{told(panel.title)}</p>{doubt}{lines}</div>'


def _table(table: Table) -> str:
    """A table with its caption and headers; roles are said, for a phone shows its rows one below the other."""
    numbers = [' class="number"' if column.is_number else "" for column in table.columns]
    headings = [told(column.heading) for column in table.columns]
    heads = "".join(
        f'<th scope="col" role="columnheader"{number}>{heading}</th>'
        for heading, number in zip(headings, numbers, strict=True)
    )
    widths = "".join(f'<col style="width:{share}%">' for share in shares(table))
    rows = "".join(_row(row, headings, numbers) for row in table.rows)
    stacks = "" if layout_on_phone(table) == "as-is" else " stacks"
    kinds = f"facts{stacks}{'' if names_rows(table) else ' sentences'}"
    return (
        f'<table class="{kinds}" role="table"><caption>{told(table.caption)}</caption>'
        f'<colgroup>{widths}</colgroup><thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row(row: Sequence[str], headings: Sequence[str], numbers: Sequence[str]) -> str:
    first, *others = map(told, row)
    cells = "".join(
        f'<td role="cell" data-label="{heading}"{number}>{cell}</td>'
        for heading, number, cell in zip(headings[1:], numbers[1:], others, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{cells}</tr>'


def _source(source: SourceLine) -> str:
    title, address = told(source.title), told(source.address)
    if address.startswith(("https://", "http://")):
        title = f'<a href="{address}" target="_blank">{title}</a>'
    elif address:
        title = f"{title}, {address}"
    about = "".join(f", {told(text)}" for text in (source.publisher, source.kind, source.read) if text)
    return f'<li value="{source.number}">{title}{about}</li>'
