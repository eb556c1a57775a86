"""Plain pages beside the officers' own: where people answer in a workshop, and where an access code is asked."""

from detector.light.phone.access import AskForCode, access_code, new_access_code
from detector.light.phone.fast_path import PhonesFirst
from detector.light.phone.routes import phone_routes

__all__ = ["AskForCode", "PhonesFirst", "access_code", "new_access_code", "phone_routes"]
