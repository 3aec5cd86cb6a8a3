"""What comes before a session: the urge, and which session."""

from __future__ import annotations

from stillnight.cli.asked_lines import answers, say_lines
from stillnight.cli.console import INTERRUPTED
from stillnight.cli.relief.asking import BEFORE, Left, asked_guide, asked_urge
from stillnight.cli.relief.finding import guides_of, nothing_lines
from stillnight.cli.relief.leading import Leading, Manner
from stillnight.domain.moment import Moment
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.journal.sealing import tested_tips
from stillnight.tips.coach.guide import Guide

_TESTED = "Your trial tests this: stillnight trial tonight says whether it is for tonight."
_NOT_BEGUN = "Nothing was begun."


def begin_on_lines(reliefs: Reliefs, guide: Guide | None, moment: Moment | None, manner: Manner) -> int:
    """Ask what is needed, and lead through a session; the exit code.

    Args:
        reliefs: What there is, and where it is written down.
        guide: The session that was named; ``None`` offers what fits, or says what cannot wait.
        moment: The moment that was asked for; ``None`` goes by the clock.
        manner: How somebody wants to be led.
    """
    guides = [guide] if guide else guides_of(reliefs.choices(moment))
    if not guides:
        say_lines(*nothing_lines(reliefs.journal, reliefs.library))
        return 0
    if guide and guide.tip in tested_tips(reliefs.journal):
        say_lines(_TESTED, "")
    lines = answers()
    try:
        urge = asked_urge(lines, BEFORE)
        chosen = guide or asked_guide(lines, guides)
    except Left:
        say_lines(_NOT_BEGUN)
        return 0
    except KeyboardInterrupt:
        say_lines("", _NOT_BEGUN)
        return INTERRUPTED
    return Leading(chosen, reliefs, lines, manner).lead(urge)
