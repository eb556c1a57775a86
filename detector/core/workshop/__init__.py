"""What a room said, as aggregates that never show fewer than five people."""
