"""The check-up: a few questions on the first evening, and what their answers put into the ledgers."""
