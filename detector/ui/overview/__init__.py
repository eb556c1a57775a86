"""The Service page: what the service is, and the council's own weights."""
