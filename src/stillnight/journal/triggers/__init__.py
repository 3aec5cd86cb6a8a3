"""What the user's own nights say about each factor, as the screen and the command line ask for it.

:class:`stillnight.journal.triggers.triggers.Triggers` is the door; ``account`` holds what it hands out.
"""
