"""What the user's own nights support. Pure functions of nights."""
