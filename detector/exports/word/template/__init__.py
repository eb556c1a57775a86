"""A council's own Word template: opened with care, and its look taken over."""
