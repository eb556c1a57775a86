"""The two JSON formats: the assessment that opens here again, and the result for other programs."""
