"""What somebody does at once: planned, logged, undone and done again as one. Pure."""
