"""Guided sessions on plain lines: nothing is redrawn, nothing needs a colour, 40 columns are enough."""
