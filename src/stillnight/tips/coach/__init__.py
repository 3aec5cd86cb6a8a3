"""Guided sessions: what to do, for how long, on which side; pure, they know no screen and no clock."""
