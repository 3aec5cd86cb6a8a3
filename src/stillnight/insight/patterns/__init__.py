"""What the user's own nights say about each factor: the model, its tiers, and their replay in date order."""
