"""What is done against an episode: choosing it, logging it from its first second, what it went with."""
