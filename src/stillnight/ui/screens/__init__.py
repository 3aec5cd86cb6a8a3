"""Whole pages: Home, the cards and the pickers laid over it."""
