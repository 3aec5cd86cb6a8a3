"""The page of reliefs: what can be done now, the first of it one Enter away."""
