"""What one key does in the dark: rate the urge, mark the lights, take the last of it back."""
