"""What trials find, and how often they are fooled, on made-up people: ``python -m tests.benchmarks trials``."""
