"""What a result says, in words. Screen, command line and documents use the same ones."""
