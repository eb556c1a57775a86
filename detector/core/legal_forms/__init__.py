"""Legal forms: which fit, which are ruled out, and what would change that."""
