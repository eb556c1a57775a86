"""Plain pages beside the officers' own: where people answer in a workshop, and where an access code is asked."""

from detector.phone.access import AskForCode, access_code, new_access_code
from detector.phone.routes import phone_routes
from detector.phone.shortcut import PhonesFirst

__all__ = ["AskForCode", "PhonesFirst", "access_code", "new_access_code", "phone_routes"]
