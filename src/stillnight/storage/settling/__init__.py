"""Bringing the journal file, the replica and what is known to the same, whatever was found."""
