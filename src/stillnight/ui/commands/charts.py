"""What can be done on the page of the charts, and the key that leads there."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.CHARTS

CHARTS = (
    Command("chart_severity", _HERE, "1", "1", "severity", "Severity over time, with marks, medicines and doses.", "show('severity')"),
    Command("chart_raster", _HERE, "2", "2", "raster", "The shape of each night: first felt, awake, asleep, doses.", "show('raster')"),
    Command("chart_strips", _HERE, "3", "3", "strips", "Weekdays, and each factor under its nights.", "show('strips')"),
    Command("chart_compare", _HERE, "4", "4", "before, after", "Two stretches of nights side by side.", "show('compare')"),
    Command("next_chart", _HERE, "tab", "Tab", "chart", "The next chart; 1 to 4 choose one.", "turn(1)", True),
    Command("previous_chart", _HERE, "shift+tab", "Shift+Tab", "chart before", "The chart before.", "turn(-1)"),
    Command("chart_range", _HERE, "r", "r", "range", "Show 30, 90 or 365 nights; before and after, so many on each side.", "widen", True),
    Command("chart_earlier", _HERE, "left_square_bracket,left,h", "[ ]", "in time", "Earlier nights; ] is later ones. Before and after: what happened earlier.", "move(-1)", True),
    Command("chart_later", _HERE, "right_square_bracket,right,l", "]", "later", "Later nights.", "move(1)"),
    Command("chart_newest", _HERE, "t", "t", "tonight", "Back to the newest nights.", "newest"),
    Command("chart_choose", _HERE, "enter", "Enter", "compare", "Choose what to look at before and after, or two stretches of your own.", "choose", True),
    Command("chart_down", _HERE, "down,j", "↓", "down", "Scroll down; in the raster to older nights.", "roll(1)"),
    Command("chart_up", _HERE, "up,k", "↑", "up", "Scroll up.", "roll(-1)"),
    Command("chart_page_down", _HERE, "pagedown", "PageDown", "page down", "A page down.", "roll_page(1)"),
    Command("chart_page_up", _HERE, "pageup", "PageUp", "page up", "A page up.", "roll_page(-1)"),
    Command("charts", Place.EVERYWHERE, "V", "V", "charts", "Your nights as pictures: severity, the shape of nights, before and after.", "app.open_page('charts')"),
)  # fmt: skip
"""Everything that belongs to the charts."""
