"""What is worth checking tonight: rules, slow changes, own nights and tips, one card a subject."""
