"""Whom to call: the user's own numbers, then those that come with the program, then a plain line."""
