"""What ``verify`` finds and mends."""
