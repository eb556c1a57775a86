"""Where workshops are kept: each room's steps, who joined, and one row for each answer."""

from detector.store.workshops.records import (
    Ballot,
    NotInWorkshop,
    StoredWorkshop,
    UnknownWorkshop,
    WorkshopInBin,
)
from detector.store.workshops.workshops import Workshops

__all__ = ["Ballot", "NotInWorkshop", "StoredWorkshop", "UnknownWorkshop", "WorkshopInBin", "Workshops"]
