"""The page of the leg-strength programme: twelve weeks, and the session of today."""
