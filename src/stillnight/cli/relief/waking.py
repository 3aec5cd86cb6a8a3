"""Awake in the night, on plain lines: the urge is noted at once, then something is done about it."""

from __future__ import annotations

from stillnight.cli.asked_lines import Answers, answers, say_lines
from stillnight.cli.call import Call
from stillnight.cli.console import INTERRUPTED
from stillnight.cli.relief.asking import BEFORE, Left, asked_guide, asked_urge
from stillnight.cli.relief.leading import Leading, Manner, asks_for_bell
from stillnight.cli.said import say_saved
from stillnight.domain.ids import timed_id
from stillnight.domain.moment import Moment
from stillnight.journal.journal import Journal
from stillnight.tips.coach.guide import Guide

_NOTHING = "Nothing was noted."
_REST = "That is noted. Sleep well."


def wake_on_lines(call: Call) -> int:
    """Ask how strong it is, note it, offer a relief and lead through it; no line tells the time.

    Raises:
        StoreError: If the episode could not be made safe.
    """
    lines = answers()
    try:
        urge = asked_urge(lines, BEFORE)
    except Left:
        say_lines(_NOTHING)
        return 0
    except KeyboardInterrupt:
        say_lines("", _NOTHING)
        return INTERRUPTED
    number = _note(call.house.journal, urge)
    # a zero is no bout to be relieved
    return 0 if urge == 0 else _offer(call, lines, urge, number)


def _note(journal: Journal, urge: int | None) -> int:
    """Write the episode and say it; its id."""
    at = journal.desk.clock.now()
    number = timed_id(at)
    receipt = journal.record.awake(at, {} if urge is None else {"severity": urge}, number)
    say_saved(receipt, None, "awake", "" if urge is None else f"urge {urge}")
    return number


def _offer(call: Call, lines: Answers, urge: int | None, number: int) -> int:
    # what is noted is safe already: the library may take its time
    from stillnight.cli.relief.finding import guides_of, nothing_lines
    from stillnight.cli.wiring import knowledge_of, reliefs_of

    reliefs = reliefs_of(call.house, knowledge_of(call.house).library)
    guides = guides_of(reliefs.choices(Moment(call.args.moment) if call.args.moment else None))
    if not guides:
        say_lines(*nothing_lines(reliefs.journal, reliefs.library))
        return 0
    try:
        guide = _chosen(lines, guides)
    except KeyboardInterrupt:
        say_lines("", _REST)
        return INTERRUPTED
    manner = Manner(rings=asks_for_bell(reliefs.journal))
    return Leading(guide, reliefs, lines, manner).lead(urge, number) if guide else 0


def _chosen(lines: Answers, guides: list[Guide]) -> Guide | None:
    try:
        return asked_guide(lines, guides)
    except Left:
        say_lines(_REST)
        return None
