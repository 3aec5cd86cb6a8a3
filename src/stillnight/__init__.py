"""stillnight: a private terminal journal for people with restless legs syndrome."""

__version__ = "0.1.0"
