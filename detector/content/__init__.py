"""The question bank as written in `questions/`: loaded, or every mistake with its file and line."""

from detector.content.counts import bank_counts
from detector.content.example_files import example_files
from detector.content.loader import DEFAULT_FOLDER, load_bank

__all__ = ["DEFAULT_FOLDER", "bank_counts", "example_files", "load_bank"]
