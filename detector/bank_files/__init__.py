"""The question bank as written in `questions/`: loaded, or every problem with its file and line."""

from detector.bank_files.counts import bank_counts
from detector.bank_files.cut_texts import cut_texts
from detector.bank_files.loader import DEFAULT_FOLDER, example_files, load_bank

__all__ = ["DEFAULT_FOLDER", "bank_counts", "cut_texts", "example_files", "load_bank"]
