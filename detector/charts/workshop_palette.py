"""The colours of a room's figures, on a light and on a dark projector."""

from dataclasses import dataclass

from detector.charts import palette


@dataclass(frozen=True)
class WorkshopPalette:
    """Ground, text, quiet text, grid, the room's line with its band, and a line for each group drawn."""

    paper: str
    ink: str
    quiet: str
    grid: str
    room: str
    band: str
    groups: tuple[str, ...]


LIGHT = WorkshopPalette(
    paper=palette.PAPER,
    ink=palette.INK,
    quiet=palette.SECONDARY,
    grid=palette.GRID,
    room=palette.SERVICE,
    band=palette.INTERVAL_SEE_THROUGH,
    groups=("#8a3a00", "#00703c", "#6f2c91", "#0b0c0c"),
)

DARK = WorkshopPalette(
    paper="#0b0c0c",
    ink="#ffffff",
    quiet="#c8cdd0",
    grid="#5a6166",
    room="#7cc0f5",
    band="rgba(124, 192, 245, 0.28)",
    groups=("#ffb27a", "#7ddba3", "#d7a8f0", "#ffffff"),
)


def workshop_palette(*, dark: bool) -> WorkshopPalette:
    """The colours for a dark or a light room."""
    return DARK if dark else LIGHT
