"""The exercise programme of twelve weeks: its days, what was done on them, and a look at the nights."""
