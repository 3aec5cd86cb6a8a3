"""Knowledge from the literature, held against the journal. Conditions are data."""
