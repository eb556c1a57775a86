"""The money test: five years month by month, what would break them, and the answers that it proposes."""
