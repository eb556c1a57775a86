"""Typed text survives: words go from a box to the store while they are typed, and stay until the store has them."""

from detector.ui.shared.keeping.choice import not_kept, yours_or_theirs
from detector.ui.shared.keeping.component import receive
from detector.ui.shared.keeping.settling import refuse, settle
from detector.ui.shared.keeping.told import Box, forget, forget_everything, hold, tell, try_again, waits

__all__ = [
    "Box",
    "forget",
    "forget_everything",
    "hold",
    "not_kept",
    "receive",
    "refuse",
    "settle",
    "tell",
    "try_again",
    "waits",
    "yours_or_theirs",
]
