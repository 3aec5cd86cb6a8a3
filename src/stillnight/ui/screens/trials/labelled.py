"""Lines of a trial with a label in front, all beginning in one column."""

from __future__ import annotations

from stillnight.ui.widgets.prose import ProseLine

HANG = 10
"""The column in which what is said of a label begins."""

BLANK = ProseLine("")


def labelled(label: str, text: str, style: str = "$ink") -> ProseLine:
    """What is said of a label; without one it goes on under the line before."""
    return ProseLine(text, label=label, hang=HANG, style=style)
