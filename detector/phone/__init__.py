"""The pages people answer on in a workshop: plain HTML, light enough for any phone, beside the officers' pages."""

from detector.phone.routes import phone_routes

__all__ = ["phone_routes"]
