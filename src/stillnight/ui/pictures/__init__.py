"""What is drawn, as plain pieces of text with the names of their styles; nothing here knows Textual."""
