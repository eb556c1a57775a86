"""Documents to take away: each sets the same report in one format, and adds nothing to what it says."""
