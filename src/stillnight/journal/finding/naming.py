"""Conditions that name a field or a factor: ``severity>=6``, ``caffeine 2+``, ``missing onset``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stillnight.domain.errors import FieldError, UnknownName
from stillnight.journal.finding.conditions import (
    Amount,
    Answered,
    Condition,
    Contains,
    Missing,
    Without,
    Word,
)
from stillnight.journal.finding.folding import fold
from stillnight.journal.finding.interval import SIGNS, read_interval
from stillnight.journal.finding.searchable import Kind, Searchable
from stillnight.journal.finding.tokens import Token
from stillnight.journal.finding.vocabulary import MOST_WORDS, Vocabulary

EXAMPLE = "severity 6+ caffeine>=2 since 1 Oct flight"
"""A query that shows most of what can be asked."""

_NAMED = re.compile(rf"(?P<sign>[+-]?)(?P<name>[^\W\d][\w.-]*)(?P<value>({SIGNS}|:).*)?", re.DOTALL)
_PLAIN = re.compile(r"[^\W\d][\w.-]*")

Read = tuple[Condition, int]
"""A condition, and how many words it took."""

_MISSING, _NO, _ANY, _TEXT = "missing", "no", "any", ""
_ASKED = {
    "missing": (_MISSING, _MISSING), "unlogged": (_MISSING, _MISSING), "unasked": (_MISSING, _MISSING),
    "without": (_NO, _MISSING), "no": (_NO, _TEXT), "not": (_NO, _TEXT),
    "has": (_ANY, _ANY), "with": (_ANY, _ANY),
}  # fmt: skip
"""What a word means before a factor, and before another field."""


def read_answered(tokens: Sequence[Token], vocabulary: Vocabulary) -> Read | None:
    """``missing onset``, ``not asked stress``, ``no caffeine``, ``has note``, ``not flight``."""
    word, rest, used = tokens[0].small, tokens[1:], 1
    if word == "not" and rest and rest[0].small == "asked":
        word, rest, used = "missing", rest[1:], 2
    if word not in _ASKED or not rest:
        return None
    field, taken = vocabulary.first_of(rest) or (None, 1)
    is_factor = field is not None and field.kind is Kind.ANSWER
    if word == "not" and not is_factor:
        return Without(rest[0].text, fold(rest[0].text)), used + 1
    condition = _condition(_ASKED[word][0 if is_factor else 1], field) if field else None
    return (condition, used + taken) if condition else None


def _condition(asked: str, field: Searchable) -> Condition | None:
    if asked == _NO:
        return Answered(field, yes=False)
    if asked == _ANY:
        return Answered(field, yes=True if field.kind is Kind.ANSWER else None)
    return Missing(field) if asked == _MISSING else None


def read_named(tokens: Sequence[Token], vocabulary: Vocabulary) -> Read | None:
    """``severity>=6``, ``severity 6+``, ``medicine:iron``, ``+caffeine``, ``-alcohol``, ``late meal``.

    Raises:
        FieldError: If a field does not take what is asked of it.
        UnknownName: If a name that nothing has is compared, or is nearly that of something.
    """
    for used in range(min(MOST_WORDS, len(tokens)), 0, -1):
        smalls = [token.small for token in tokens[:used]]
        parts = _NAMED.fullmatch("_".join(smalls))
        is_name = all(_PLAIN.fullmatch(one.lstrip("+-")) for one in smalls[:-1]) and _starts_plain(smalls[1:])
        field = vocabulary.field(parts["name"]) if parts and is_name else None
        if parts and field:
            return _asked(field, parts["sign"], parts["value"] or "", tokens[used - 1 :], used)
    parts = _NAMED.fullmatch(tokens[0].small)
    return _unknown(parts, vocabulary) if parts and (parts["sign"] or parts["value"]) else None


def _starts_plain(words: Sequence[str]) -> bool:
    return all(word[:1].isalpha() for word in words)


def _asked(field: Searchable, sign: str, value: str, tokens: Sequence[Token], used: int) -> Read | None:
    """What is asked of a field.

    Args:
        field: The field.
        sign: ``+``, ``-`` or nothing, before its name.
        value: What stands behind its name in the same word.
        tokens: The word in which the name ends, and the words behind it.
        used: How many words the name took.
    """
    if value:
        typed = tokens[0].text.partition(":")[2] if value[0] == ":" else value
        return _valued(field, typed), used
    if not sign and (found := _beside(field, tokens[1:])):
        return found[0], used + found[1]
    if sign:
        is_factor = field.kind is Kind.ANSWER
        if sign == "+":
            return Answered(field, yes=True if is_factor else None), used
        return (Answered(field, yes=False) if is_factor else Missing(field)), used
    if field.kind is Kind.ANSWER:
        typed = tokens[0].text if used == 1 else field.label
        return Word(typed, fold(typed), field), used
    return None


def _valued(field: Searchable, typed: str) -> Condition:
    """``>=6`` or ``iron`` of a field.

    Raises:
        FieldError: If the field does not take it.
    """
    if field.kind is Kind.WORDS:
        words = typed.removeprefix("=").strip()
        if words and words[0] not in "<>≤≥":
            return Contains(field, words, fold(words.replace("_", " ")))
        raise FieldError(field.name, typed, f"words, for example: {field.example}")
    word = typed.removeprefix("=").strip().replace(" ", "_")
    if word in field.words:
        return Contains(field, word.replace("_", " "), word.replace("_", " "))
    if field.kind is Kind.ANSWER and word in ("yes", "no"):
        return Answered(field, yes=word == "yes")
    interval = read_interval(typed, field.number, field.is_time)
    if interval is None:
        raise FieldError(field.name, typed, f"{field.takes}, for example: {field.example}")
    return Amount(field, interval)


def _beside(field: Searchable, tokens: Sequence[Token]) -> Read | None:
    """The amount that stands in the next word, or the words that a time can be besides a time."""
    if field.kind is Kind.WORDS or not tokens or tokens[0].is_quoted:
        return None
    for used in (2, 1):
        word = "_".join(token.small for token in tokens[:used])
        if word in field.words:
            return _valued(field, word), used
    interval = read_interval(tokens[0].small, field.number, field.is_time)
    return (Amount(field, interval), 1) if interval else None


def _unknown(parts: re.Match[str], vocabulary: Vocabulary) -> Read | None:
    """A name that nothing has: said where it is compared or nearly a name, else it is text.

    Raises:
        UnknownName: If it is compared, or nearly a name.
    """
    from difflib import get_close_matches

    name, value = parts["name"], parts["value"] or ":"
    known = [one for one in vocabulary.named if "." not in one]
    if value[0] != ":" or get_close_matches(name, known, n=1, cutoff=0.7):
        raise UnknownName("field or factor", name, known, f"for example: {EXAMPLE}")
    if parts["sign"] == "-":
        return Without(name, name), 1
    return (Word(name, name), 1) if parts["sign"] else None
