"""What is said before, while and after somebody sits still; the screen and the plain lines say the same."""

from __future__ import annotations

from stillnight.domain.sentence import capital
from stillnight.journal.sit_still.timer import Phase, Try
from stillnight.tips.coach.spans import minutes_words

WHAT_TO_DO = (
    "Sit or lie down and keep your legs still; close your eyes if you like.",
    "At the first urge to move them press any key. Moving after that is quite all right.",
)
"""The whole instruction."""

WHEN = "Best at about the same time each evening. No clock is shown, and after an hour it ends by itself."

VOID = (
    "This computer slept meanwhile, or its clock was changed: nobody can tell how long it was.",
    "Nothing is kept of it.",
)


def held_words(held: int | None) -> str:
    """What tonight holds already; empty where it holds nothing."""
    return (
        f"Tonight holds {minutes_words(held)} already, and the first of a night counts."
        if held is not None
        else ""
    )


def result_words(one: Try, held: int | None) -> list[str]:
    """What came of a try that is over, without any keys.

    Args:
        one: The try.
        held: The minutes that its night holds already; ``None`` for none.
    """
    if one.phase is Phase.VOID:
        return list(VOID)
    if one.phase is Phase.NOTHING and not one.minutes:
        return ["Stopped before a minute was over. Nothing is kept."]
    if one.phase is Phase.NOTHING:
        no_number = "Nobody knows when it would have come, so no number is kept."
        return [f"No urge in {minutes_words(one.minutes)}.", no_number]
    felt = f"{minutes_words(one.minutes)} to the first urge."
    return [line for line in (capital(felt), held_words(held)) if line]
