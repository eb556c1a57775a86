"""Moments as people here read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from detector.wording.plain import day


def local_time(moment: datetime) -> str:
    """A moment as people here read it, "10:42" or "21 November 2026, 10:42"."""
    zone = _zone()
    local = moment.astimezone(zone)
    clock = f"{local:%H:%M}"
    return clock if local.date() == datetime.now(zone).date() else f"{day(local.date())}, {clock}"


def today() -> date:
    """The day at the desk of whoever looks at the page."""
    return datetime.now(_zone()).date()


def _zone() -> ZoneInfo:
    try:
        return ZoneInfo(st.context.timezone or "Europe/London")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("Europe/London")
