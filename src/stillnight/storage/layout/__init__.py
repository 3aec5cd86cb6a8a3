"""The bytes of a journal: written in one way, read back from whatever there is. Pure."""
