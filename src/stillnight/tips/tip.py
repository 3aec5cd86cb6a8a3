"""Tips: things to try, each with its dose, its evidence and an honest line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from stillnight.domain.document import Table
from stillnight.domain.moment import Moment
from stillnight.domain.picks import PARTS
from stillnight.tips.badges import badges_of, grade_of
from stillnight.tips.entry import entries
from stillnight.tips.gate import Gate
from stillnight.tips.known import Known
from stillnight.tips.occasion import Occasion, moments_of

DOSE_UNITS = (
    "minutes", "hold_s", "reps", "per", "sessions", "sessions_per_week", "weeks", "home_minutes",
    "every_minutes", "hours", "days",
)  # fmt: skip
"""What a dose is made of: minutes at a time, seconds held, how often, on what (``leg``), sessions in
all, sessions a week, weeks to go on, minutes at home on other days, minutes between two, hours before bed,
days to go on."""

_KEYS = (
    "id", "title", "moment", "when", "dose", "grade", "badges", "population", "honest", "steps", "sources",
    "gates", "info_only", "factor", "areas", "version_of",
)  # fmt: skip


OWN_PEOPLE = "restless legs"
"""How a population begins that is people with restless legs in general; any other, such as ``dialysis`` or
``pregnancy``, is somebody else."""


@dataclass(frozen=True, slots=True)
class Tip:
    """One thing to try.

    Attributes:
        id: Its id; an episode's ``relief`` and a journal's answers name it.
        title: What it is, in a few words.
        theme: The file it stands in, without its ending.
        occasions: When it has its place.
        when: The same in words.
        dose: How much, by :data:`DOSE_UNITS`; empty where there is nothing to count.
        grade: Strength of the evidence, A the best to D.
        grade_words: The grade in words.
        badges: What must be said beside the grade, in words.
        honest: What is not known, or speaks against expecting much.
        steps: What to do.
        sources: The ids of its sources.
        gates: What speaks against it.
        info_only: Is it only told about, never suggested (it needs a prescription or a clinician)?
        factor: The factor that it is about leaving out; empty where it is about none.
        discounted: Was its grade earned in other people (on dialysis), or with the maker involved?
        areas: Where on the body, words of :data:`stillnight.domain.picks.PARTS`; empty where it does not
            matter.
        version_of: The tip that it is another version of, such as one for sitting; empty where it is none.
            It is offered by itself only where a gate takes that one away.
    """

    id: str
    title: str
    theme: str
    occasions: tuple[Occasion, ...]
    when: str
    grade: str
    grade_words: str
    badges: tuple[str, ...]
    honest: str
    steps: tuple[str, ...]
    sources: tuple[str, ...]
    gates: tuple[Gate, ...] = ()
    dose: Mapping[str, int | str] = field(default_factory=dict)
    info_only: bool = False
    factor: str = ""
    discounted: bool = False
    areas: tuple[str, ...] = ()
    version_of: str = ""

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The moments in which it is offered."""
        return moments_of(self.occasions)


def parse_tips(
    documents: Mapping[str, Mapping[str, Any]], gates: Mapping[str, Gate], known: Known
) -> dict[str, Tip]:
    """Read tip files.

    Args:
        documents: File name to its parsed TOML, each with a list ``tip``.
        gates: The gates by id.
        known: What else tips may name.

    Raises:
        TipError: At the first slip: a key, occasion, unit, grade, gate, area or source that is not known,
            an id used twice, another version of what is no tip.
    """
    tips: dict[str, Tip] = {}
    for file, document in documents.items():
        for entry in entries(file, document, "tip"):
            if entry.id in tips:
                entry.fail("id", "there is one with this id already")
            tips[entry.id] = _tip(entry, gates, known)
    _check_versions(documents, tips)
    return tips


def _check_versions(documents: Mapping[str, Mapping[str, Any]], tips: Mapping[str, Tip]) -> None:
    """A tip may stand before the one that it is a version of, so this is looked at last."""
    for file, document in documents.items():
        for entry in entries(file, document, "tip"):
            first = tips[entry.id].version_of
            if first and (first not in tips or tips[first].version_of):
                entry.fail("version_of", f"{first!r} is no tip that stands for itself")


def _tip(entry: Table, gates: Mapping[str, Gate], known: Known) -> Tip:
    entry.only(_KEYS)
    grade, grade_words = grade_of(entry, known)
    return Tip(
        id=entry.text("id"),
        title=entry.text("title"),
        theme=entry.file.rpartition("/")[2].removesuffix(".toml"),
        occasions=tuple(map(Occasion, entry.words("moment", list(Occasion), least=1))),
        when=entry.text("when"),
        dose=_dose(entry),
        grade=grade,
        grade_words=grade_words,
        badges=badges_of(entry, known),
        honest=entry.text("honest"),
        steps=entry.words("steps", least=2),
        sources=entry.words("sources", known.sources, least=1),
        gates=tuple(gates[name] for name in entry.words("gates", gates)),
        info_only=entry.switch("info_only"),
        factor=entry.text("factor", ""),
        discounted=_is_discounted(entry),
        areas=entry.words("areas", PARTS),
        version_of=entry.text("version_of", ""),
    )


def _is_discounted(entry: Table) -> bool:
    elsewhere = not entry.text("population", OWN_PEOPLE).startswith(OWN_PEOPLE)
    return elsewhere or "conflict" in entry.words("badges")


def _dose(entry: Table) -> dict[str, int | str]:
    dose = entry.data.get("dose", {})
    if not isinstance(dose, Mapping):
        entry.fail("dose", "a table of units belongs here")
    for unit, value in dose.items():
        if unit not in DOSE_UNITS:
            entry.fail(f"dose.{unit}", f"no such unit, there are {', '.join(DOSE_UNITS)}")
        if not (isinstance(value, str) if unit == "per" else type(value) is int and value > 0):
            entry.fail(f"dose.{unit}", "a whole number above 0 belongs here, with per a word")
    return dict(dose)
