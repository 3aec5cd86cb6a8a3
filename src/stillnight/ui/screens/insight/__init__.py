"""What the user's own nights say about each factor, on the screen."""
