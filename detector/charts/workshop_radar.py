"""The picture a room makes: the median of every dimension, the middle half as a band, and the larger groups."""

import html
from collections.abc import Sequence
from typing import Literal

import plotly.graph_objects as go

from detector.charts.corners import NEXT_TO_CENTRE, Corner, band
from detector.charts.sizes import FONT_FAMILY, Look
from detector.charts.workshop_palette import WorkshopPalette, workshop_palette
from detector.core.bank import Bank
from detector.core.bank.index import index_of, stakeholder_name
from detector.core.scoring import shown
from detector.core.workshop.profile import DimensionSpread

MOST_GROUPS = 4
"""More lines at once cannot be told apart."""

RoomSize = Literal["large", "small"]
ROOM_LOOKS: dict[RoomSize, Look] = {
    "large": Look(font=34, small=26, line=6, marker=18, dot=46, row=76, radar_height=850, side=225, top=95, wrap=24),
    "small": Look(font=26, small=26, line=4, marker=13, dot=34, row=54, radar_height=560, side=174, top=70, wrap=24),
}
"""A projector 1,080 pixels high, and one of 720."""

ROOM, MIDDLE_HALF = "The room’s median", "Middle half of the answers"
_DASHES = ("dash", "dot", "dashdot", "longdash")
_MARKERS = ("diamond", "square", "triangle-up", "x")
GROUP_SIGNS = ("\u25c6", "\u25a0", "\u25b2", "\u2715")
"""The groups' marks as text, for a legend beside the figure."""


def groups_drawn(picture: Sequence[DimensionSpread]) -> tuple[str, ...]:
    """The groups that get a line: those shown on most dimensions, at most four, equal ones by name."""
    found = [group for spread in picture for group in spread.groups]
    return tuple(sorted(set(found), key=lambda group: (-found.count(group), group))[:MOST_GROUPS])


def workshop_radar(bank: Bank, picture: Sequence[DimensionSpread], *, size: RoomSize, dark: bool = False) -> go.Figure:
    """The medians as a line with the quartiles as a band, from 0 to 100, and a dashed line for each group drawn.

    A dimension of which nothing may be shown is a gap.
    """
    look, colours = ROOM_LOOKS[size], workshop_palette(dark=dark)
    figure = go.Figure()
    edge = {"color": colours.room, "width": look.line / 3, "dash": "dot"}
    _add(figure, quartile_band(picture), MIDDLE_HALF, {"line": edge, "fill": "toself", "fillcolor": colours.band})
    for number, group in enumerate(groups_drawn(picture)):
        line = [(spread.dimension_id, _percent(spread.groups.get(group))) for spread in picture]
        _add(figure, [*line, *line[:1]], stakeholder_name(bank, group), _group_style(look, colours, number))
    middle = [(spread.dimension_id, _percent(spread.median)) for spread in picture]
    _add(figure, [*middle, *middle[:1]], ROOM, _line_style(look, colours.room, colours.paper))
    _lay_out(figure, bank, picture, look, colours)
    return figure


def quartile_band(picture: Sequence[DimensionSpread]) -> list[Corner]:
    """The band from the lower to the upper quartiles."""
    return band([(spread.dimension_id, spread.lower_quartile, spread.upper_quartile) for spread in picture])


def _percent(share: float | None) -> float | None:
    return None if share is None else max(share * 100, NEXT_TO_CENTRE)


def _add(figure: go.Figure, corners: Sequence[Corner], name: str, style: dict[str, object]) -> None:
    figure.add_scatterpolar(
        theta=[axis for axis, _ in corners],
        r=[distance for _, distance in corners],
        name=html.escape(name, quote=False),
        hoverinfo="skip",
        **{"mode": "lines", "connectgaps": False, **style},
    )


def _line_style(look: Look, colour: str, paper: str) -> dict[str, object]:
    marker = {"symbol": "circle", "size": look.marker, "line": {"color": paper, "width": 1.5}}
    line = {"color": colour, "width": look.line}
    return {"mode": "lines+markers", "line": line, "marker": marker, "cliponaxis": False}


def _group_style(look: Look, colours: WorkshopPalette, number: int) -> dict[str, object]:
    style = _line_style(look, colours.groups[number], colours.paper)
    marker = {"symbol": _MARKERS[number], "size": look.marker, "line": {"color": colours.paper, "width": 1.5}}
    line = {"color": colours.groups[number], "width": look.line * 0.6, "dash": _DASHES[number]}
    return {**style, "line": line, "marker": marker}


def _lay_out(
    figure: go.Figure, bank: Bank, picture: Sequence[DimensionSpread], look: Look, colours: WorkshopPalette
) -> None:
    figure.update_layout(
        template=None,
        height=look.radar_height,
        font={"family": FONT_FAMILY, "size": look.font, "color": colours.ink},
        paper_bgcolor=colours.paper,
        plot_bgcolor=colours.paper,
        dragmode=False,
        showlegend=False,
        margin={"l": look.side, "r": look.side, "t": look.top, "b": look.top},
        polar={
            "gridshape": "linear",
            "bgcolor": colours.paper,
            "radialaxis": _scores_axis(look, colours),
            "angularaxis": _names_axis(bank, picture, look, colours),
        },
    )


def _names_axis(
    bank: Bank, picture: Sequence[DimensionSpread], look: Look, colours: WorkshopPalette
) -> dict[str, object]:
    dimensions = index_of(bank).dimensions
    ids = [spread.dimension_id for spread in picture]
    return {
        "rotation": 90,
        "direction": "clockwise",
        "type": "category",
        "categoryorder": "array",
        "categoryarray": ids,
        "tickvals": ids,
        "ticktext": [_axis_label(dimensions[spread.dimension_id].short_name, spread) for spread in picture],
        "ticklen": look.marker,
        "tickcolor": colours.paper,
        "gridcolor": colours.grid,
        "linecolor": colours.quiet,
        "tickfont": {"size": look.font},
    }


def _axis_label(name: str, spread: DimensionSpread) -> str:
    plain = html.escape(name, quote=False)
    return plain if spread.median is None else f"{plain}<br><b>{shown(spread.median)}</b>"


def _scores_axis(look: Look, colours: WorkshopPalette) -> dict[str, object]:
    return {
        "range": [0, 100],
        "tickvals": [0, 50, 100],
        "showticklabels": False,
        "gridcolor": colours.grid,
        "linecolor": colours.grid,
        "tickfont": {"size": look.small, "color": colours.quiet},
    }
