"""Where assessments are kept: every change on its own, none overwritten."""

from detector.core.errors import StoreError
from detector.store.assessments import Store
from detector.store.kept_results import Said
from detector.store.opening import open_store
from detector.store.revisions import (
    AssessmentInBin,
    Edit,
    EditConflict,
    Listing,
    OtherBank,
    Revision,
    Stored,
    UnknownAssessment,
)

__all__ = [
    "AssessmentInBin",
    "Edit",
    "EditConflict",
    "Listing",
    "OtherBank",
    "Revision",
    "Said",
    "Store",
    "StoreError",
    "Stored",
    "UnknownAssessment",
    "open_store",
]
