"""The whole result as one table."""
