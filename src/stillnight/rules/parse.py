"""From parsed rule files to rules; a slip is named with file, rule and key before anything is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from stillnight.domain.document import Table
from stillnight.domain.question import Question
from stillnight.rules.conditions import Condition
from stillnight.rules.errors import RuleError
from stillnight.rules.gate import Gate
from stillnight.rules.handed_in import Stands
from stillnight.rules.parts import questions_of
from stillnight.rules.pattern import EFFECTS, EVERY
from stillnight.rules.rule import Mode, Rule
from stillnight.rules.schema import read_condition
from stillnight.rules.vocabulary import Vocabulary

_KEYS = (
    "id", "title", "mode", "level", "grade", "badges", "population", "basis", "lag", "check", "safety",
    "closing", "disproof", "sources", "rank", "red_flag", "replaces", "missing", "gates", "when", "factor",
    "effect", "otherwise",
)  # fmt: skip

_LAST_RANK = 1000
"""Where a rule without a rank stands: after all of ours."""


def parse_rules(documents: Mapping[str, Mapping[str, Any]], words: Vocabulary) -> list[Rule]:
    """Read rule files, the user's own ones included.

    Args:
        documents: File name to its parsed TOML, each with a list ``rule``.
        words: What rules may name.

    Returns:
        The rules in their order of precedence.

    Raises:
        RuleError: At the first slip: a key, field, operator, source, level or grade that is not known, an
            id used twice.
    """
    rules: dict[str, Rule] = {}
    files: dict[str, str] = {}
    tables = [table for file, document in documents.items() for table in _tables(file, document)]
    for table in _spread(tables, words):
        rule = _rule(table, words)
        if rule.id in rules:
            table.fail("id", f"{files[rule.id]} has a rule {rule.id} already")
        rules[rule.id], files[rule.id] = rule, table.file
    _check_replaced(rules, files)
    return sorted(rules.values(), key=lambda rule: rule.order)


def _tables(file: str, document: Mapping[str, Any]) -> list[Table]:
    for key in document:
        if key != "rule":
            raise RuleError(file, "-", key, "a file of rules holds only [[rule]] tables")
    rows = document.get("rule", [])
    if not isinstance(rows, list) or any(not isinstance(row, Mapping) for row in rows):
        raise RuleError(file, "-", "rule", "each rule begins with [[rule]]")
    return [Table(file, str(row.get("id", f"number {at}")), row, RuleError) for at, row in enumerate(rows, 1)]


def _spread(tables: Sequence[Table], words: Vocabulary) -> Iterator[Table]:
    """The tables, one about *every* factor made into one for each factor that no other pattern is about."""
    named = [_pattern_of(table.data) for table in tables]
    taken = {name for name in named if isinstance(name, str)}
    for table, name in zip(tables, named, strict=True):
        if name != EVERY:
            yield table
            continue
        for slug in words.factors:
            if slug not in taken:
                yield replace(table, data=_about(table, slug, words.factor_labels.get(slug, slug)))


def _pattern_of(row: Mapping[str, Any]) -> object:
    when = row.get("when")
    return when.get("pattern") if isinstance(when, Mapping) else None


def _about(table: Table, slug: str, label: str) -> dict[str, Any]:
    """A rule about every factor, as it is about one of them."""
    title = table.text("title").replace("{factor}", label)
    when = {**table.data["when"], "pattern": slug}
    return {**table.data, "id": f"{table.text('id')}:{slug}", "title": title, "when": when}


def _rule(table: Table, words: Vocabulary) -> Rule:
    table.only(_KEYS)
    wording = words.wording
    level, grade = table.choice("level", wording.levels), table.choice("grade", wording.grades)
    when, gates = read_condition(table.inner("when"), words), _gates(table, words)
    return Rule(
        id=table.text("id"),
        title=table.text("title"),
        mode=Mode(table.choice("mode", list(Mode))),
        level=level,
        level_words=wording.levels[level],
        urgency=list(wording.levels).index(level),
        lead=wording.leads[level],
        grade=grade,
        grade_words=wording.grades[grade],
        badges=_badges(table, words),
        basis=table.text("basis"),
        lag=table.text("lag", ""),
        check=wording.filled(table.text("check")),
        safety=wording.filled(table.text("safety", "")),
        closings=_closings(table, words),
        disproof=table.text("disproof", ""),
        sources=_sources(table, words),
        rank=table.whole("rank", _LAST_RANK),
        red_flag=table.switch("red_flag"),
        replaces=table.words("replaces"),
        when=when,
        missing=_missing(table, words),
        gates=gates,
        questions=_questions(when, gates, words),
        factor=_factor(table, when, words),
        effect=when.effect if isinstance(when, Stands) else table.choice("effect", EFFECTS, "worse"),
        otherwise=table.text("otherwise", ""),
        numbers=wording.numbers_for(level, table.text("check")),
    )


def _closings(table: Table, words: Vocabulary) -> tuple[str, ...]:
    """The closing line, or several of them."""
    closings, named = words.wording.closings, table.data.get("closing")
    if isinstance(named, list):
        return tuple(closings[name] for name in table.words("closing", closings))
    return (closings[table.choice("closing", closings)],) if named is not None else ()


def _factor(table: Table, when: Condition, words: Vocabulary) -> str:
    """The factor a rule names, or the one whose pattern sets it off."""
    if "factor" in table.data:
        return table.choice("factor", words.factors)
    return when.factor if isinstance(when, Stands) else ""


def _gates(table: Table, words: Vocabulary) -> tuple[Gate, ...]:
    names = table.words("gates", words.gates)
    if names and table.switch("red_flag"):
        table.fail("gates", "nothing takes a red flag away")
    return tuple(words.gates[name] for name in names)


def _questions(when: Condition, gates: tuple[Gate, ...], words: Vocabulary) -> dict[str, Question]:
    """The questions of the profile that a rule and its gates look at, with those that come first."""
    found: dict[str, Question] = {}
    wanted = [*questions_of(when), *(id for gate in gates for id in gate.questions)]
    while wanted:
        question = words.questions.get(wanted.pop(0))
        if question is not None and question.id not in found:
            found[question.id] = question
            wanted.append(question.after)
    return found


def _badges(table: Table, words: Vocabulary) -> tuple[str, ...]:
    badges = tuple(words.wording.badges[name] for name in table.words("badges", words.wording.badges))
    population = table.text("population", "")
    return (*badges, f"studied in {population}") if population else badges


def _sources(table: Table, words: Vocabulary) -> tuple[str, ...]:
    sources = table.words("sources", words.sources)
    if not sources:
        table.fail("sources", "at least one source belongs here")
    return sources


def _missing(table: Table, words: Vocabulary) -> dict[str, str]:
    if "missing" not in table.data:
        return {}
    asked = table.inner("missing")
    for name in asked.data:
        if words.kind_of(name, of_night=True) is None and words.kind_of(name, of_night=False) is None:
            asked.fail(name, "there is no such field")
    return {name: asked.text(name) for name in asked.data}


def _check_replaced(rules: Mapping[str, Rule], files: Mapping[str, str]) -> None:
    for rule in rules.values():
        for replaced in rule.replaces:
            if replaced not in rules or rules[replaced].red_flag:
                problem = f"{replaced!r} is no rule, or a red flag, which nothing replaces"
                raise RuleError(files[rule.id], rule.id, "replaces", problem)
