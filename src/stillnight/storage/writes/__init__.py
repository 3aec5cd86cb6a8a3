"""What is known of a journal: writes with their stamps, the records and the state they make. Pure."""
