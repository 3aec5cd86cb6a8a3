"""What was tried against the legs, as it went: to find things to test, and no proof of anything."""
