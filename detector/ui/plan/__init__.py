"""The Next steps page: who does what by when."""
