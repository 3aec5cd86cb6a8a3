"""What can be done at the beginning: the first steps, and the check-up."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_ALL, _STEPS, _CHECKUP = Place.EVERYWHERE, Place.FIRST_STEPS, Place.CHECKUP

BEGINNING = (
    Command("choose_step", _STEPS, "", "Enter", "choose", "Choose what stands under the cursor, so does a click.", "choose", True),
    Command("toggle_step", _STEPS, "space", "Space", "in, out", "Let the form ask a factor, or no longer.", "turn", True),
    Command("skip_step", _STEPS, "s", "s", "skip", "Leave this step as it is.", "step(1)", True),
    Command("step_back", _STEPS, "b,shift+tab", "b", "back a step", "The step before.", "step(-1)", True),
    Command("answer_question", _CHECKUP, "", "1-5 Enter", "answer", "Answer with the number or with Enter; or type, and Enter.", "choose", True),
    Command("leave_out", _CHECKUP, "s", "s", "leave out", "Pass the question over; an empty line and Enter does it, too.", "leave_out", True),
    Command("question_back", _CHECKUP, "b,shift+tab", "b", "question before", "The question before, its answer can be changed; Shift+Tab does it while you type, too.", "back", True),
    Command("no_thanks", _CHECKUP, "d", "d", "no thanks", "Do not offer it again; it stays in the palette.", "no_thanks", True),
    Command("checkup_of_about", Place.ABOUT, "", "C", "check-up", "Nine short questions whose answers can be checked at once.", "app.open_page('checkup')", True),
    Command("first_steps", _ALL, "F", "F", "first steps", "Where the journal lives, your usual bedtime, what the form asks.", "app.open_page('first_steps')"),
    Command("checkup", _ALL, "C", "C", "check-up", "Nine short questions whose answers can be checked at once.", "app.open_page('checkup')"),
)  # fmt: skip
"""Everything of these pages, and the keys that open them."""
