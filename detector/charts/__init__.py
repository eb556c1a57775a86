"""Figures of an assessment, and the same in words: no figure stands without its text."""
