"""The options of ``log``: one for every field of a night, made from the list of fields."""

from __future__ import annotations

from argparse import BooleanOptionalAction
from collections.abc import Mapping

from stillnight.cli.parser import Parser
from stillnight.domain.fields import FIELDS, Choice, Kind, Several, Text, Time, Whole, YesNo

ABOUT: Mapping[str, str] = {
    "severity": "the strongest urge to move since noon, 0 none to 10 (or x) the worst",
    "onset": "when it was first felt",
    "parts": "where",
    "side": "on which side",
    "sensations": "what it feels like",
    "pain": "pain",
    "mood": "mood, 10 the best",
    "rest_latency_min": "how long at rest until it came",
    "relief_by_moving": "what moving did",
    "lights_out": "when the lights went out to sleep",
    "sol_min": "sleep onset latency: how long it took to fall asleep",
    "nwak": "how often awake in the night",
    "waso_min": "how long awake in the night in all",
    "final_wake": "when awake for the last time",
    "out_of_bed": "when out of bed for the day",
    "tasafa_min": "how long trying to sleep on after the last waking",
    "quality": "how good the sleep was, 5 the best",
    "disturbed": "how much the legs disturbed the night",
    "rested": "how rested in the morning, 5 the most",
    "kicks_seen": "did somebody see the legs kick?",
    "note": "anything else, in place of the note that is there",
    "evening_at": "when the evening's answers were first saved",
    "morning_at": "when the morning's answers were first saved",
    "source": "where the entry came from",
}
"""What each option asks, for ``--help``."""


def add_field_options(parser: Parser) -> None:
    """Give the parser an option for every field; values are checked by the journal, not here."""
    for name, kind in FIELDS.items():
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, dest=name, metavar=_takes(kind), help=ABOUT.get(name, name))


def add_deed_options(parser: Parser) -> None:
    """Give the parser what ``log`` does beside setting fields."""
    parser.add_argument("rating", nargs="?", metavar="SEVERITY", help="the same as --severity")
    parser.add_argument(
        "--night", metavar="DATE", help="another night than tonight: 2026-11-18, yesterday, mon, 18 Nov"
    )
    parser.add_argument(
        "--usual", action=BooleanOptionalAction, help="the usual medicines were taken, or after all not"
    )
    parser.add_argument("--add-note", metavar="TEXT", help="put a line under the note that is there")
    parser.add_argument(
        "--clear",
        action="append",
        default=[],
        metavar="FIELD",
        help="take an answer back to not asked: a field or a factor; can be repeated",
    )
    parser.add_argument("--delete", action="store_true", help="delete the night; undo brings it back")
    parser.add_argument("--future", action="store_true", help="take a night that is still to come")


def _takes(kind: Kind) -> str:
    if isinstance(kind, Whole):
        return f"{kind.least}-{kind.most}"
    if isinstance(kind, Choice):
        return "|".join(kind.words)
    if isinstance(kind, Several):
        return ",".join(kind.words)
    if isinstance(kind, Time):
        return "|".join(("HH:MM", *kind.words))
    return "yes|no" if isinstance(kind, YesNo) else "TEXT" if isinstance(kind, Text) else "VALUE"
