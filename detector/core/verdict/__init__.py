"""The verdict: its band, the caps that hold it down, and the confidence behind it."""
