"""The pure core: the same bank and the same answers always give the same result."""
