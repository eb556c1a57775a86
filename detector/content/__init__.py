"""The question bank as written in `questions/`: loaded, or every mistake with its file and line."""

from detector.content.counts import bank_counts
from detector.content.loader import DEFAULT_FOLDER, load_bank

__all__ = ["DEFAULT_FOLDER", "bank_counts", "load_bank"]
