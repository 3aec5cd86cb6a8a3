"""What goes out of the journal and what comes in."""
