"""The one room that knows Textual."""
