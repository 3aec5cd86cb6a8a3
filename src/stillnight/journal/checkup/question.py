"""The questions of the check-up, as ``seeds/checkup.toml`` has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from stillnight.domain.values import Value

LEFT_OUT = ""
"""The answer of a question that was passed over: it is not asked again by itself."""

OTHER = "other"
"""The class of a medicine that is none of those asked about."""


class Kind(StrEnum):
    """What a question takes."""

    CHOICE = "choice"
    RESULT = "result"
    DAY = "day"
    WEEKS = "weeks"
    NAME = "name"
    CLASS = "class"


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        id: Its name; its answer is kept under it.
        ask: What is asked.
        help: Why, or how; may be empty.
        kind: What it takes.
        choices: Of a choice, each answer and its words.
        stores: Of a choice, for an answer what the profile then holds.
        profile: Of weeks, the question of the profile that they answer.
        most: Of weeks, the most that is taken.
        lab: The kind of blood test that it is about.
        medicine: What the medicine that it is about is called, as long as its name is not known.
        classes: Of a class, the classes that it asks for.
        after: The question that comes first; empty for none.
        answers: The answers to that one after which it is asked; empty for any that says something.
        feeds: The rules that read the answer.
        grade: The grade of what ``help`` claims, empty where it claims nothing.
        sources: Where that stands.
    """

    id: str
    ask: str
    kind: Kind
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    stores: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    profile: str = ""
    most: int = 0
    lab: str = ""
    medicine: str = ""
    classes: tuple[str, ...] = ()
    after: str = ""
    answers: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    grade: str = ""
    sources: tuple[str, ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        """Of a choice, every question of the profile that an answer may store."""
        return frozenset(name for stored in self.stores.values() for name in stored)


def parse_questions(data: Mapping[str, Any], labels: Mapping[str, str]) -> tuple[Question, ...]:
    """Read the parsed ``checkup.toml``.

    Args:
        data: The file.
        labels: Class of medicines to its words.
    """
    return tuple(_question(spec, labels) for spec in data.get("question", ()))


def fed_by(questions: Iterable[Question]) -> frozenset[str]:
    """The rules that read the answers."""
    return frozenset(rule for question in questions for rule in question.feeds)


def _question(spec: Mapping[str, Any], labels: Mapping[str, str]) -> Question:
    listed: dict[str, Any] = {name: tuple(spec.get(name, ())) for name in ("classes", "feeds", "sources")}
    plain = {name: value for name, value in spec.items() if name not in ("kind", "if", *listed)}
    classes = listed["classes"]
    if classes:
        plain["choices"] = {name: labels[name] for name in classes} | {
            OTHER: "something else, or I do not know"
        }
    return Question(**plain, **listed, kind=Kind(spec["kind"]), answers=tuple(spec.get("if", ())))
