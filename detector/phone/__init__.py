"""Plain pages beside the officers' own: where people answer in a workshop, and where an access code is asked."""

from detector.phone.routes import phone_routes

__all__ = ["phone_routes"]
