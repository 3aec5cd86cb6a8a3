"""The words a rule may use: which fields there are, of what kind, and which ids are known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from stillnight.domain.factor import DETAILS
from stillnight.domain.lab import LAB_KINDS
from stillnight.domain.question import Question
from stillnight.rules.gate import Gate
from stillnight.rules.wording import Wording


class Kind(StrEnum):
    """What a field holds; it decides which operators fit."""

    NUMBER = "number"
    TIME = "time"
    YES_NO = "yes or no"
    WORD = "word"
    WORDS = "list of words"


NIGHT_FIELDS: Mapping[str, Kind] = {
    **dict.fromkeys(
        ("severity", "worst", "pain", "mood", "rest_latency_min", "sol_min", "nwak", "waso_min", "tasafa_min",
         "quality", "disturbed", "rested", "tib", "tst", "se_tib", "se_dse", "awakenings_legs"),
        Kind.NUMBER,
    ),
    **dict.fromkeys(("onset", "lights_out", "final_wake", "out_of_bed"), Kind.TIME),
    **dict.fromkeys(("side", "relief_by_moving", "onset_word"), Kind.WORD),
    **dict.fromkeys(("parts", "sensations", "medicine.taken"), Kind.WORDS),
    "kicks_seen": Kind.YES_NO,
}  # fmt: skip
"""What can be asked of one night, besides its factors.

``tib tst se_tib se_dse`` are computed (minutes, percent); ``worst`` and ``awakenings_legs`` (number of
episodes that are awakenings, else ``nwak``) look at the episodes too; ``medicine.taken`` is the classes of
the doses taken.
"""

_DETAIL_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(DETAILS, Kind.NUMBER),
    "at": Kind.TIME,
    "end": Kind.TIME,
    "intensity": Kind.WORD,
    "before_bed_min": Kind.NUMBER,
}

_PROFILE_KINDS: Mapping[str, Kind] = {
    "conditions": Kind.WORDS,
    "pregnant": Kind.YES_NO,
    "pregnant_week": Kind.NUMBER,
    "postpartum_weeks": Kind.NUMBER,
    "snore": Kind.YES_NO,
    "witnessed_apnoea": Kind.YES_NO,
    "late_caffeine": Kind.YES_NO,
}


_FROM_TO = ("then", "now", "by", "n", "m", "since")
"""What a measure was in the earlier nights and is now, by how much; nights with an answer now and then; since
when the earlier ones run."""

DRIFTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "augmentation": {
        "on_it": ("names", "days"),
        "onset": _FROM_TO,
        "parts": ("names", "n", "m"),
        "rest_latency": _FROM_TO,
        "severity": _FROM_TO,
    },
    "worse_after": {
        "changed": ("names", "day"),
        "severity": ("then", "now", "by", "n", "m"),
    },
}
"""The slow changes that are measured, the signs of each, and what a sentence about a sign can say."""


PLANS = ("long_sit",)
"""What can be dated so that a rule speaks before it; what is said of it is handed in."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The ids that rules may name, gathered from the other seeds.

    Attributes:
        wording: Levels, grades, badges and closing lines.
        sources: The ids of ``sources.toml``.
        factors: The slugs of the factors.
        factor_labels: Slug to what it is called on the screen.
        flags: Red flag id to its words.
        questions: The questions of the profile by id.
        gates: The gates by id.
        classes: Medicine class id to its words.
        marks: Kinds of dated marks, to their words.
    """

    wording: Wording
    sources: Collection[str] = ()
    factors: Collection[str] = ()
    flags: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    gates: Mapping[str, Gate] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    factor_labels: Mapping[str, str] = field(default_factory=dict)

    def kind_of(self, name: str, of_night: bool) -> Kind | None:
        """What a field holds; ``None`` where there is no such field.

        Args:
            name: The field.
            of_night: Is one night asked, or everything that is known?
        """
        if not of_night:
            return self._fact_kind(name)
        if name.startswith("f."):
            return self._factor_kind(name)
        return NIGHT_FIELDS.get(name)

    def operands(self, name: str) -> Mapping[str, str] | None:
        """The words a list field can hold, with how they are said; ``None`` where any will do."""
        if name in _MEDICINE_LISTS:
            return self.classes
        if name == "profile.conditions":
            return {id: question.label for id, question in self.questions.items() if question.is_condition}
        return self.flags if name == "flags" else None

    def _factor_kind(self, name: str) -> Kind | None:
        slug, _, detail = name.removeprefix("f.").partition(".")
        if slug not in self.factors:
            return None
        return _DETAIL_KINDS.get(detail) if detail else Kind.NUMBER

    def _fact_kind(self, name: str) -> Kind | None:
        room, _, rest = name.partition(".")
        if room == "profile":
            return _PROFILE_KINDS.get(rest)
        if name == "flags":
            return Kind.WORDS
        thing, _, what = rest.partition(".")
        known = {"lab": LAB_KINDS, "medicine": self.classes, "mark": self.marks}.get(room, ())
        if name in _MEDICINE_LISTS:
            return Kind.WORDS
        return _PER_THING.get((room, what)) if thing in known else None


_MEDICINE_LISTS = ("medicine.active", "medicine.changed", "medicine.undated", "medicine.taken")
"""The classes of what is taken now; of what was begun or changed lately; of what is taken since nobody
knows when; of the doses taken, usual medicines included."""

_PER_THING: Mapping[tuple[str, str], Kind] = {
    ("lab", ""): Kind.NUMBER,
    ("lab", "age_days"): Kind.NUMBER,
    ("lab", "ill"): Kind.YES_NO,
    ("medicine", "days"): Kind.NUMBER,
    ("mark", "age_days"): Kind.NUMBER,
    ("mark", "count"): Kind.NUMBER,
    ("mark", "spells"): Kind.NUMBER,
}
"""``lab.ferritin`` is the newest value, ``.age_days`` its age, ``.ill`` whether it was taken while ill;
``medicine.iron.days`` the days since a medicine of that class was begun that is still taken;
``mark.donation.age_days`` the days since the newest mark of a kind, ``.count`` how many, ``.spells`` how
many where those of one spell count once, see :data:`stillnight.rules.reading.SPELL_DAYS`."""
