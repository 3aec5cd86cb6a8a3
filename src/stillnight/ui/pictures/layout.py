"""The sizes at which Home changes its shape, in cells."""

from __future__ import annotations

NORMAL, WIDE = 79, 118
"""From so many columns on there is room for calendar and form, and for all three panes."""

TALL = 30
"""From so many rows on the rows of form and calendar stand apart."""

CALENDAR_WIDTH = 31
"""The calendar's columns, its frame included."""
