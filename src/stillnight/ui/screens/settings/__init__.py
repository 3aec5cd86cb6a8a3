"""The settings page: what holds, who said so, and how it is changed."""
