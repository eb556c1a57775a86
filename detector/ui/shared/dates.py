"""Moments and days as people here read and write them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from detector.wording.plain import day

WRITTEN = ("%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")
NOT_A_DATE = "Write the date like 27 March 2027 or 27/03/2027."


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


def read_date(typed: str) -> str | None:
    """A date as people type it, as 2027-03-27; None where it is not one."""
    for written in WRITTEN:
        try:
            return datetime.strptime(typed.strip(), written).date().isoformat()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return None
