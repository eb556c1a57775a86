"""Where assessments are kept: every change on its own, none overwritten."""

from detector.core.errors import StoreError
from detector.store.assessments import Store
from detector.store.opening import open_store
from detector.store.revisions import EditConflict, Listing, Revision, Stored, UnknownAssessment
from detector.store.serialisation import SERVICE_ID, Item, ItemKind, ItemValue

__all__ = [
    "SERVICE_ID",
    "EditConflict",
    "Item",
    "ItemKind",
    "ItemValue",
    "Listing",
    "Revision",
    "Store",
    "StoreError",
    "Stored",
    "UnknownAssessment",
    "open_store",
]
