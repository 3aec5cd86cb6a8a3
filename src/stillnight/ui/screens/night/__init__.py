"""The screen of the night: red on black, no clock, one key for each thing."""
