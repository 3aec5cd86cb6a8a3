"""Going back to an earlier state: which one is meant, what that would change, and doing it."""
