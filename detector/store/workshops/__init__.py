"""Where workshops are kept: each room's steps, who joined, and one row for each answer."""

from detector.store.workshops.records import Cast, NotInRoom, Receipt, UnknownWorkshop, Workshop
from detector.store.workshops.workshops import Workshops

__all__ = ["Cast", "NotInRoom", "Receipt", "UnknownWorkshop", "Workshop", "Workshops"]
