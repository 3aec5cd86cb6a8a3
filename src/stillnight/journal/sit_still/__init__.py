"""The onset timer: how long one sits still until the first urge to move."""
