"""What trials find and how often they are fooled, on made-up people; ``report`` prints all of it."""
