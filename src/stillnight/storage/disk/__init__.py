"""Files on this machine: replaced whole, locked, logged; the journal file, the replica and their folder."""
