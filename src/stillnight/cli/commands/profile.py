"""``stillnight profile``: what suggestions and tips should know about their reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.values import YES_NO_WORDS, Record, Value
from stillnight.resources import read_seed

CONDITIONS = "conditions"


def add_arguments(parser: Parser) -> None:
    """Key and value; a condition is a key, too."""
    parser.add_argument("key", nargs="?", metavar="KEY", help="what to note; without it everything is shown")
    parser.add_argument("value", nargs="?", metavar="VALUE", help="yes, no, a number of weeks, or not_asked")
    parser.add_json()


def run(call: Call) -> int:
    """Note one thing, or show what is noted and what could be."""
    journal, args = call.house.journal, call.args
    labels = {name: str(spec["label"]) for name, spec in read_seed("profile").get("condition", {}).items()}
    profile = journal.ledgers.profile()
    if args.key is None:
        _show(profile, labels, args.json)
        return 0
    if args.value is None:
        raise BadInput(f"profile {args.key}: say what, for example: stillnight profile {args.key} yes")
    key = args.key.lower().replace("-", "_")
    values = _read(key, args.value.strip().lower(), profile, labels)
    receipt = journal.ledgers.set_profile(values)
    say_saved(receipt, journal.desk.clock, "profile", f"{key} {args.value}")
    return 0


def _read(key: str, typed: str, profile: Record, labels: Mapping[str, str]) -> dict[str, Value]:
    """The profile's field and value.

    Raises:
        UnknownName: If there is no such key.
        FieldError: If the value does not fit.
    """
    if key in labels:
        had = [name for name in profile.get(CONDITIONS) or () if name != key]
        return {CONDITIONS: [*had, key] if typed != "not_asked" and _yes_no(key, typed) else had}
    if key not in _KEYS:
        raise UnknownName("part of the profile", key, [*_KEYS, *labels], "stillnight profile shows them all")
    return {key: None if typed == "not_asked" else _KEYS[key](key, typed)}


def _show(profile: Record, labels: Mapping[str, str], as_json: bool) -> None:
    if as_json:
        say_json(dict(profile))
        return
    for key in _KEYS:
        value = profile.get(key)
        say(f"{key:<24} {'not asked' if value is None else {True: 'yes', False: 'no'}.get(value, value)}")
    noted = profile.get(CONDITIONS) or ()
    for name, label in labels.items():
        say(f"{name:<24} {'yes' if name in noted else '-':<4} {label}")


def _yes_no(key: str, typed: str) -> bool:
    if typed not in YES_NO_WORDS:
        raise FieldError(key, typed, "yes, no or not_asked")
    return YES_NO_WORDS[typed]


def _weeks(most: int) -> Callable[[str, str], Value]:
    def read(key: str, typed: str) -> Value:
        if not (typed.isascii() and typed.isdigit() and len(typed) < 4 and int(typed) <= most):
            raise FieldError(key, typed, f"a number of weeks from 0 to {most}, or not_asked")
        return int(typed)

    return read


_KEYS: Mapping[str, Callable[[str, str], Value]] = {
    "pregnant_week": _weeks(42),
    "postpartum_weeks": _weeks(104),
    "snore": _yes_no,
    "witnessed_apnoea": _yes_no,
}
