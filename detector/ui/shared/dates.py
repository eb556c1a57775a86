"""Moments as people here read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def local_time(moment: datetime) -> str:
    """A moment as people here read it, "10:42" or "21 November, 10:42"."""
    zone = _zone()
    local = moment.astimezone(zone)
    clock = f"{local:%H:%M}"
    return clock if local.date() == datetime.now(zone).date() else f"{local.day} {local:%B}, {clock}"


def today() -> date:
    """The day at the desk of whoever looks at the page."""
    return datetime.now(_zone()).date()


def _zone() -> ZoneInfo:
    try:
        return ZoneInfo(st.context.timezone or "Europe/London")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("Europe/London")
