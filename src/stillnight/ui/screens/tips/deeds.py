"""What can be done with a tip from any screen: start its session, rate it, read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stillnight.domain.errors import StillnightError
from stillnight.journal.suggestions.tip_shelf import ShelvedTip, Stand, shelve
from stillnight.journal.trials.of_tips import trials_of_tips
from stillnight.rules.source import Source
from stillnight.tips.coach.guide import Guide
from stillnight.tips.markdown import not_for_you
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.screens.tips.tip_items import length_words, whole_tip

NO_SESSION = "this one has no guided session · Enter reads what to do"
"""What is said where there is nothing to start."""

IN_A_TRIAL = "your trial says on which nights this is done, X shows it: on others it would spoil the trial"
"""What is said of a tip that a running trial tests."""

FLAG_FIRST = "a red flag that you ticked comes first: ! shows what to do. This can wait"
"""What is said of every tip while a red flag asks for help: the page of reliefs offers none then, either."""


def stand_of(screen: DeedScreen[Any], id: str) -> ShelvedTip | None:
    """How a tip stands tonight; ``None`` where it cannot be known, and then the screen says why.

    Args:
        screen: The page or Home.
        id: The tip's id.
    """
    try:
        library = screen.session.knowledge().library
        trials = trials_of_tips(screen.session.trials(library).seeds)
        shelved = shelve(screen.journal, library, trials, screen.session.moment)
    except StillnightError as error:
        screen.say(str(error), is_trouble=True)
        return None
    return next((one for one in shelved if one.tip.id == id), None)


def start_session(screen: DeedScreen[Any], one: ShelvedTip) -> None:
    """Begin the guided session of a tip; of several the user chooses. Where there can be none it says why.

    Args:
        screen: What lies below; it says how the session went.
        one: The tip as it stands tonight.
    """
    from stillnight.ui.screens.coach.opening import open_coach

    if one.shut is not None:
        screen.say(not_for_you(one.shut), is_trouble=True)
    elif one.waits:
        screen.say(FLAG_FIRST, is_trouble=True)
    elif one.stand is Stand.TRIAL:
        screen.say(IN_A_TRIAL, is_trouble=True)
    elif not one.guides:
        screen.say(NO_SESSION)
    elif len(one.guides) == 1:
        open_coach(screen, one.guides[0], None)
    else:
        _choose(screen, {guide.title: guide for guide in one.guides})


def _choose(screen: DeedScreen[Any], guides: Mapping[str, Guide]) -> None:
    from stillnight.ui.screens.choose import ChooseScreen, Words
    from stillnight.ui.screens.coach.opening import open_coach

    def begin(chosen: str | None) -> None:
        if chosen is not None:
            open_coach(screen, guides[chosen], None)

    names = list(guides)
    words = {name: Words(length_words([guides[name]]), guides[name].caution) for name in names}
    screen.app.push_screen(ChooseScreen("Which one", names, names[0], _look_at, words), begin)


def _look_at(name: str) -> None:
    """Nothing changes while the cursor moves."""


def rate_relief(screen: DeedScreen[Any], relief: str, title: str, rating: int) -> None:
    """Keep the user's own rating of a relief; 0 takes it back."""
    from stillnight.ui.screens.coach.opening import reliefs_of

    said = f"you rate it {rating} of 5: {title}" if rating else f"your rating is taken back: {title}"
    screen.do(lambda: reliefs_of(screen.session).rate(relief, rating or None), f"{said} · U undoes it")


def read_tip(screen: DeedScreen[Any], one: ShelvedTip, sources: Mapping[str, Source]) -> None:
    """Show all of a tip; ``g`` and ``x`` there start and test it."""
    from stillnight.ui.screens.tips.reading import START, TEST, ReadingScreen
    from stillnight.ui.screens.trials.offering import offer_trial

    def go_on(key: str | None) -> None:
        if key == START:
            start_session(screen, one)
        elif key == TEST:
            offer_trial(screen, one.tip.id)

    deeds = {START: "start"} if one.can_begin else {}
    deeds |= {TEST: "test"} if one.trial and one.shut is None else {}
    named = [sources[name] for name in one.tip.sources if name in sources]
    reading = ReadingScreen(one.tip.theme.capitalize(), whole_tip(one, sources), named, deeds)
    screen.app.push_screen(reading, go_on)
