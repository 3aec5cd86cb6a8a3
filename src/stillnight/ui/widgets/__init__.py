"""The drawn parts that a screen is made of."""
