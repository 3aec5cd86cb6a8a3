"""What can be done among the tips, on the page of what was tried, and the keys that lead there."""

from __future__ import annotations

from collections.abc import Iterator

from stillnight.ui.commands.command import Command, Place

_TIPS, _HELPED = Place.TIPS, Place.HELPED


def _ratings(place: Place, word: str) -> Iterator[Command]:
    """A key for each rating, from 1 to 5; one for all of them stands in the footer."""
    yield Command(f"rate_{word}_1", place, "1", "1 … 5", "rate", "Your own rating: 1 no use, 5 good; 0 takes it back.", "rate(1)", True)  # fmt: skip
    for rating in range(2, 6):
        yield Command(f"rate_{word}_{rating}", place, str(rating), str(rating), f"rate {rating}", f"Rate it {rating} of 5.", f"rate({rating})")  # fmt: skip
    yield Command(f"unrate_{word}", place, "0", "0", "not rated", "Take your rating back.", "rate(0)")


TIPS = (
    Command("read_tip", _TIPS, "enter", "Enter", "read", "Read it whole: what to do, how sure, for whom it is not, the sources.", "read", True),
    Command("start_tip", _TIPS, "g", "g", "start", "Start its guided session, where it has one.", "start", True),
    Command("test_tip", _TIPS, "x", "x", "test", "Open the starting sheet of a trial of it, where there is one.", "test", True),
    Command("sources_of_tip", _TIPS, "o", "o", "sources", "Every source in full, with how it was read.", "sources", True),
    Command("filter_kind", _TIPS, "t", "t e w", "filter", "Show one kind alone, then the next, then all; of claims and facts one topic.", "filter(0)", True),
    Command("filter_grade", _TIPS, "e", "e", "evidence", "Show one grade of evidence alone, then the next, then all.", "filter(1)"),
    Command("filter_when", _TIPS, "w", "w", "when", "Show one occasion alone, then the next, then all; of claims what is left of them.", "filter(2)"),
    Command("find_tip", _TIPS, "f", "f", "search", "Type words to be found; Enter goes into what is left, Tab looks in the other lists, Esc shows all.", "find", True),
    Command("list_of_tips", _TIPS, "down", "↓", "list", "From the line that you type into what is left.", "to_list"),
    Command("filter_none", _TIPS, "backspace", "⌫", "show all", "Show all of them again.", "show_all"),
    *_ratings(_TIPS, "tip"),
    Command("snooze_tip", _TIPS, "z", "z", "later", "Suggest it in a month, not before; again: suggest it as usual.", "put_off"),
    Command("dismiss_tip", _TIPS, "d", "d", "not for me", "Never suggest it; again: suggest it as usual.", "dismiss_tip"),
    Command("next_shelf", _TIPS, "tab", "Tab", "list", "From the tips to the claims that were checked, from there to the facts.", "turn(1)", True),
    Command("shelf_before", _TIPS, "shift+tab", "Shift+Tab", "list before", "The list before.", "turn(-1)"),
    Command("scroll_tip_down", _TIPS, "space", "Space", "scroll", "Scroll what is said of it.", "scroll(1)"),
    Command("scroll_tip_up", _TIPS, "b", "b", "scroll back", "Scroll back.", "scroll(-1)"),
    Command("tips", Place.EVERYWHERE, "A", "A", "tips", "All tips, what fits now first; claims that were checked, and facts.", "app.open_page('tips')"),
)  # fmt: skip
"""Everything of the page of the tips, and the key that opens it."""

HELPED = (
    Command("test_helped", _HELPED, "x", "x", "test", "Open the starting sheet of a trial of what is under the cursor.", "test", True),
    *_ratings(_HELPED, "helped"),
    Command("start_helped", _HELPED, "g", "g", "start", "Start its guided session, where it has one.", "start", True),
    Command("read_helped", _HELPED, "enter", "Enter", "read", "Read its tip: what to do, how sure, for whom it is not.", "read", True),
    Command("result_helped", _HELPED, "o", "o", "its result", "Read what came out of its finished trial.", "result", True),
    Command("scroll_helped_down", _HELPED, "space", "Space", "scroll", "Scroll what is said of it.", "scroll(1)", True),
    Command("scroll_helped_up", _HELPED, "b", "b", "scroll back", "Scroll back.", "scroll(-1)"),
    Command("helped", Place.EVERYWHERE, "H", "H", "what helped", "What was tried against the legs, as it went; no proof of anything.", "app.open_page('helped')"),
)  # fmt: skip
"""Everything of the page of what was tried, and the key that opens it."""
