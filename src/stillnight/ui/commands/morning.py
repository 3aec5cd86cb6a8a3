"""What can be done in the morning form: letters go to rows, digits answer them."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_MORNING = Place.MORNING


def _row(id: str, letter: str, label: str, help: str) -> Command:
    return Command(id, _MORNING, "", letter, label, help, f"press({letter!r})")


MORNING = (
    Command("confirm", _MORNING, "", "Enter", "confirm", "Save the morning: what was typed, and the guesses in view.", "save", True),
    Command("rate_night", _MORNING, "", "0-9 x", "answer", "Answer the row with the cursor: one digit for a rating, four for a time."),
    Command("take", _MORNING, "", ".", "take offer", "Take what the row offers, such as now for getting up.", "press('.')", True),
    _row("row_quality", "q", "quality", "How good the sleep was, 1 to 5."),
    _row("row_rested", "r", "rested", "How rested you are, 1 to 5."),
    _row("row_disturbed", "d", "disturbed", "How much the legs disturbed the night, 0 to 10."),
    _row("row_lights_out", "l", "lights out", "When the lights went out."),
    _row("row_asleep", "s", "asleep in", "How many minutes until you slept (SOL)."),
    _row("row_awakenings", "a", "awakenings", "How often you were awake in the night (NWAK)."),
    _row("row_awake", "m", "awake for", "How many minutes awake in all (WASO)."),
    _row("row_woke", "w", "last woke", "When you woke for the last time."),
    _row("row_up", "b", "got up", "When you got out of bed."),
    _row("row_kicks", "k", "kicks seen", "Somebody saw the legs kick: yes, again no, again not asked."),
    Command("morning_note", _MORNING, "", "o", "note", "Write a note.", "press('o')", True),
    Command("morning_back", _MORNING, "", "⌫", "back", "Take back what is half typed, the row's answer or guess, or the last answer.", "press('backspace')"),
    Command("morning_move", _MORNING, "", "↑ ↓", "rows", "Move between the rows; after a very bad night, show the other rows."),
    Command("evening", _MORNING, "", "W", "evening", "Open the evening of the same night.", "turn", True),
)  # fmt: skip
"""Everything that can be done in the morning form."""
