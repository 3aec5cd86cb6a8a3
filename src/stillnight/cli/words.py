"""The words ``+caffeine=2@15:30`` and ``-alcohol``: a factor's answer, said in one go."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.factor import PREFIX, Factor, Kind
from stillnight.domain.values import YES_NO_WORDS

_WORD = re.compile(
    r"(?P<sign>[+-])(?=[^=@]*[A-Za-z])(?P<name>[A-Za-z0-9_][A-Za-z0-9_.-]+)(=(?P<value>[^@]*))?(@(?P<at>.*))?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One factor's answer as it was typed.

    Attributes:
        typed: The whole word.
        yes: Does it begin with ``+``?
        name: The factor, or factor and detail: ``exercise.intensity``.
        value: What follows ``=``; ``None`` without one.
        at: What follows ``@``; ``None`` without one.
    """

    typed: str
    yes: bool
    name: str
    value: str | None = None
    at: str | None = None


def take_words(argv: Sequence[str], options: Mapping[str, bool]) -> tuple[list[str], list[Word]]:
    """Take the factor words out, before anything reads them as options.

    Args:
        argv: What follows the command.
        options: The command's options, and whether each takes a value. The value of an option is
            never a word, even where it looks like one: it is tied to its option with ``=``.
    """
    rest: list[str] = []
    words: list[Word] = []
    waiting = False
    for at, typed in enumerate(argv):
        if typed == "--":
            return rest + list(argv[at:]), words
        arg = _spelled(typed, options)
        if waiting:
            rest[-1:] = [rest[-1], arg] if arg in options else [f"{rest[-1]}={arg}"]
            waiting = False
        elif (word := read_word(arg)) and arg not in options:
            words.append(word)
        else:
            rest.append(arg)
            waiting = options.get(arg, False)
    return rest, words


def _spelled(arg: str, options: Mapping[str, bool]) -> str:
    """An option under its field's name, ``--sol_min``, is the option ``--sol-min``."""
    name, sign, value = arg.partition("=")
    hyphened = name.replace("_", "-")
    return hyphened + sign + value if name.startswith("--") and hyphened in options else arg


def read_word(arg: str) -> Word | None:
    """A factor word of two letters or more; ``None`` where it is none."""
    found = _WORD.fullmatch(arg)
    if found is None:
        return None
    name = found["name"].lower().replace("-", "_")
    return Word(arg, found["sign"] == "+", name, found["value"], found["at"])


def fields_of(
    words: Sequence[Word],
    factors: Mapping[str, Factor],
    usual: Mapping[str, float],
    options: Mapping[str, bool],
) -> dict[str, object]:
    """The fields of a night that the words answer.

    Args:
        words: What was typed.
        factors: The factors known.
        usual: The user's usual amounts: what a yes without an amount means.
        options: The command's options, to tell a mistyped one from a factor.

    Raises:
        UnknownName: If there is no such factor.
        BadInput: If a word contradicts itself or another one.
    """
    found: dict[str, object] = {}
    for word in words:
        for name, value in _answers(word, factors, usual, options).items():
            if name in found:
                raise BadInput(f"{word.typed}: {name.removeprefix(PREFIX)} is said twice, say it once")
            found[name] = value
    return found


def _answers(
    word: Word, factors: Mapping[str, Factor], usual: Mapping[str, float], options: Mapping[str, bool]
) -> dict[str, object]:
    slug, _, detail = word.name.partition(".")
    if slug not in factors:
        raise _unknown(word, slug, factors, options)
    field = PREFIX + word.name
    if not word.yes:
        if word.value is not None or word.at is not None or detail:
            raise BadInput(f"{word.typed}: a no has no amount and no time; for an amount write +{slug}=2")
        return {field: False}
    if detail:
        if not word.value or word.at is not None:
            raise BadInput(f"{word.typed}: say how much, for example +{slug}.{detail}=…")
        return {field: word.value}
    answers = {field: _amount(word, factors[slug], usual)}
    return answers | ({f"{field}.at": word.at} if word.at is not None else {})


def _amount(word: Word, factor: Factor, usual: Mapping[str, float]) -> object:
    if word.value is not None:
        return YES_NO_WORDS.get(word.value.strip().lower(), word.value)
    if factor.kind is Kind.YES_NO:
        return True
    amount = usual.get(factor.slug, factor.usual)
    if factor.kind is Kind.RATING or amount is None:
        raise BadInput(f"{word.typed}: say how much, {factor.range_words}, for example +{factor.slug}=5")
    return amount


def _unknown(
    word: Word, slug: str, factors: Mapping[str, Factor], options: Mapping[str, bool]
) -> UnknownName:
    option = f"--{slug.replace('_', '-')}"
    hint = f"for the option write {option}" if option in options else "stillnight factor list shows them all"
    return UnknownName("factor", slug, list(factors), hint)
