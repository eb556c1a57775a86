"""The colours of the figures, each named for its use, with the contrast it has on white."""

INK = "#0b0c0c"
"""Text: 19.6."""

SECONDARY = "#505a5f"
"""Tick labels and the dashed target line: 7.1."""

SERVICE = "#1d70b8"
"""This service's score: 5.2, and 5.2 for white numbers on it."""

GRID = "#b1b4b6"
"""Grid lines, which only decorate: 2.1."""

PAPER = "#ffffff"
"""What everything is drawn on."""

INTERVAL = "#c8dcee"
"""The fill between the lowest and the highest possible score; always outlined in `SERVICE`."""

INTERVAL_SEE_THROUGH = "rgba(29, 112, 184, 0.22)"
"""The same fill where the grid must stay visible through it."""

BANDS = ("#f0cfc0", "#f9e6d8", "#dce9f5", "#b4d0ea")
"""Verdict bands, worst first; always outlined in `SECONDARY` and labelled in `INK`."""

STOP = "#f3f2f1"
"""The band that no score reaches, only a failed gate."""
