"""What the bottom line of a session says: the few keys that do not end it."""

from __future__ import annotations

from stillnight.tips.coach.guide import Kind, Step
from stillnight.ui.commands import named
from stillnight.ui.commands.command import Keymap
from stillnight.ui.commands.keymap import with_keys

ASKED_BEFORE = "0-9 x  Enter leaves it out  Esc back"
ASKED_AFTER = "0-9 x  Enter leaves it out"
BY_NIGHT = "any key ends"


def going_words(step: Step | None, is_paused: bool, has_bell: bool, is_night: bool, keymap: Keymap) -> str:
    """The keys of a session that is going on.

    Args:
        step: Where it is.
        is_paused: Does it stand still?
        has_bell: Does the bell ring?
        is_night: Is it night? Then there is next to nothing to read.
        keymap: The keys that the user gave to commands.
    """
    key = {
        id: with_keys(named(id), keymap).shown for id in ("pause_session", "skip_step_on", "skip_step_back")
    }
    space = f"{key['pause_session']} {_space(step, is_paused)}"
    if is_night:
        return f"{space}  {BY_NIGHT}"
    bell = f"{with_keys(named('toggle_bell'), keymap).shown} bell {'off' if has_bell else 'on'}"
    onward = f"{key['skip_step_on']} on  {key['skip_step_back']} back"
    return f"{space}  {onward}  {bell}  any other key ends"


def _space(step: Step | None, is_paused: bool) -> str:
    if is_paused or step is None:
        return "goes on"
    if step.kind is Kind.PUZZLE:
        return "answer"
    return "goes on" if step.is_open else "pause"
