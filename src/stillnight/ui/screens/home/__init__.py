"""Home: calendar, tonight, to check. One file for each thing that is done there."""
