"""The slides of a deck, each made by one function; None where an assessment has nothing to say on it."""
