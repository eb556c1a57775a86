"""Plain pages beside the officers' own: where people answer in a workshop, and where an access code is asked."""

from detector.light.phone.access import READY, THIS_MACHINE, AskForCode, access_code, new_access_code
from detector.light.phone.fast_path import PhonesFirst
from detector.light.phone.html import said
from detector.light.phone.routes import phone_routes
from detector.light.phone.same_site import is_from_here

__all__ = [
    "READY",
    "THIS_MACHINE",
    "AskForCode",
    "PhonesFirst",
    "access_code",
    "is_from_here",
    "new_access_code",
    "phone_routes",
    "said",
]
