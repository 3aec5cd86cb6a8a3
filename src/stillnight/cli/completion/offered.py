"""What a shell can offer in the places where only certain words fit."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stillnight.cli.house import House
from stillnight.domain.errors import StillnightError
from stillnight.domain.factor import Factor, parse_factors
from stillnight.domain.fields import FIELDS
from stillnight.domain.lab import LAB_KINDS
from stillnight.domain.preferences import WEEKDAYS
from stillnight.domain.setting import KEYS, SETTINGS
from stillnight.insight.trials.draw import WEEKS
from stillnight.insight.trials.trial import Design, Outcome
from stillnight.resources import read_seed, read_shelf, resource_folder

Place = tuple[str, str]
"""A command and one of its arguments, by its name in the parser."""

NIGHTS = ("today", "yesterday", *WEEKDAYS)
"""Words for a night."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be offered.

    Attributes:
        factors: The factors by slug: ``+caffeine`` and ``-caffeine`` where a command takes such words.
        places: The words of a place.
        files: The places that take a file.
    """

    factors: Mapping[str, Factor]
    places: Mapping[Place, Sequence[str]]
    files: frozenset[Place] = frozenset(
        [("export", "file"), ("import", "file"), ("demo", "write"), ("use", "path"), ("move", "place")]
    )


def offered(house: House) -> Offered:
    """All of it, as things are now: with the user's own factors and themes."""
    factors = _factors(house)
    tips = _tips()
    return Offered(
        factors,
        {
            ("log", "night"): NIGHTS,
            ("log", "clear"): (*FIELDS, *factors),
            ("awake", "night"): ("yesterday",),
            ("awake", "relief"): tips,
            ("ask", "night"): NIGHTS,
            ("show", "night"): NIGHTS,
            ("compare", "left"): NIGHTS,
            ("compare", "right"): NIGHTS,
            ("triggers", "as_of"): NIGHTS,
            ("relief", "id"): _reliefs(),
            ("helped", "relief"): tips,
            ("helped", "rating"): ("1", "2", "3", "4", "5", "none"),
            ("programme", "start"): NIGHTS,
            ("tips", "id"): tips,
            ("tips", "kind"): _kinds(),
            ("claims", "id"): _ids("claims", "claim"),
            ("facts", "which"): (*read_seed("facts").get("topic", {}), *_ids("facts", "fact")),
            ("lab", "which"): LAB_KINDS,
            ("medicine", "klass"): list(read_seed("medicines").get("class", {})),
            ("flag", "flag"): list(read_seed("profile").get("flag", {})),
            ("profile", "key"): _questions(),
            ("profile", "value"): ("yes", "no", "not_asked"),
            ("factor", "slugs"): tuple(factors),
            ("trial", "which"): _trials(factors),
            ("trial", "night"): NIGHTS,
            ("trial", "design"): list(Design),
            ("trial", "outcome"): list(Outcome),
            ("trial", "weeks"): [str(weeks) for weeks in WEEKS],
            ("set", "key"): (*SETTINGS, KEYS),
            ("set", "value"): (*house.themes.documents, *WEEKDAYS),
        },
    )


def _factors(house: House) -> Mapping[str, Factor]:
    """The journal's factors; ours alone where it cannot be read: a shell that starts is no place to fail."""
    with contextlib.suppress(StillnightError):
        return house.journal.ledgers.factors()
    return parse_factors(read_seed("factors"))


def _tips() -> list[str]:
    shelf = read_shelf(resource_folder("seeds") / "tips")
    return [tip["id"] for document in shelf.documents.values() for tip in document.get("tip", ())]


def _kinds() -> list[str]:
    """The files of tips are their kinds."""
    return [name.removesuffix(".toml") for name in read_shelf(resource_folder("seeds") / "tips").documents]


def _ids(file: str, key: str) -> list[str]:
    return [one["id"] for one in read_seed(file).get(key, ())]


def _reliefs() -> list[str]:
    """The guided sessions, and the tips that have one."""
    sessions = read_seed("sessions").get("session", ())
    return list(dict.fromkeys(name for one in sessions for name in (one["id"], one["tip"])))


def _trials(factors: Iterable[str]) -> list[str]:
    """What can be tested, the factors that never are left out; and the answers to trial followed."""
    seeds = read_seed("trials")
    ready = [trial["id"] for trial in seeds.get("trial", ())]
    could = [slug for slug in factors if slug not in seeds.get("refused", {})]
    return [*dict.fromkeys((*ready, *could)), "yes", "no"]


def _questions() -> list[str]:
    from stillnight.domain.question import parse_questions

    return list(parse_questions(read_seed("profile")))
