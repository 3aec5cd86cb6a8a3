"""What is known tonight, put together."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reports.worlds import new_journal

from stillnight.journal.shelf import Shelf
from stillnight.journal.suggestions.knowledge import SEEDS, Knowledge, facts_of, read_knowledge, suggestions
from stillnight.resources import read_seed, read_shelf, resource_folder

RULE = {
    "id": "MINE",
    "title": "Mine",
    "mode": "fact",
    "level": "tip",
    "grade": "D",
    "basis": "My idea.",
    "check": "Look.",
    "sources": ["nhs_rls"],
    "rank": 1,
    "when": {
        "nights": {"field": "severity", "op": ">=", "value": 1},
        "last": 3,
        "at_least": 1,
        "seen": "A night.",
    },
}


def _knowledge(journal, **own: object) -> Knowledge:
    seeds = resource_folder("seeds")
    shelf = Shelf({name: {"rule": [rule]} for name, rule in own.items()})
    return read_knowledge(journal, read_seed, read_shelf(seeds / "rules"), shelf, read_shelf(seeds / "tips"))


def test_every_seed_that_is_needed_is_there():
    assert all(read_seed(name) for name in SEEDS)


def test_facts_hold_what_is_on_record_up_to_tonight():
    journal = new_journal({date(2026, 11, 18): {"severity": 6}, date(2026, 12, 1): {"severity": 9}})
    journal.ledgers.add_lab(date(2026, 11, 2), "ferritin", 42)
    journal.ledgers.add_medicine("iron", "iron", usual=True)
    journal.ledgers.tick("one_leg_hot", date(2026, 11, 19))
    journal.ledgers.set_profile({"pregnant_week": 20})
    journal.record.amend(date(2026, 11, 18), {"pain": 1}, usual=True)
    journal.desk.put("mark", "marks", 1, {"date": "2026-11-01", "kind": "donation"})
    facts = facts_of(journal, _knowledge(journal).library)
    assert [night.date for night in facts.nights] == [date(2026, 11, 18)]
    assert [lab.value for lab in facts.labs] == [42]
    assert [medicine.name for medicine in facts.taken_on(date(2026, 11, 18))] == ["iron"]
    assert [tick.flag for tick in facts.ticks] == ["one_leg_hot"]
    assert [mark.kind for mark in facts.marks] == ["donation"]
    assert facts.profile["pregnant_week"] == 20


def test_a_mark_without_a_date_is_passed_over():
    journal = new_journal()
    journal.desk.put("mark", "marks", 1, {"kind": "donation"})
    assert facts_of(journal, _knowledge(journal).library).marks == []


def test_an_own_rule_speaks_and_can_be_put_off():
    journal = new_journal({date(2026, 11, 18): {"severity": 6}})
    knowledge = _knowledge(journal, mine=RULE)
    assert suggestions(journal, knowledge.library).rule.rule.id == "MINE"
    journal.ledgers.snooze("MINE", None)
    assert suggestions(journal, knowledge.library).rule.rule.id != "MINE"


@pytest.mark.parametrize("slip", [{"grade": "Z"}, {"sources": ["nobody"]}, {"id": "I00"}, {"colour": "red"}])
def test_a_slip_costs_its_own_file_alone(slip):
    knowledge = _knowledge(new_journal(), bad={**RULE, **slip}, good={**RULE, "id": "GOOD"})
    assert len(knowledge.problems) == 1
    assert "bad" in knowledge.problems[0]
    ids = {rule.id for rule in knowledge.library.rules}
    assert "GOOD" in ids
    assert "I00" in ids


def test_a_night_of_which_only_a_bout_was_noted_counts_as_a_night():
    """Who logs at 3 am alone has restless legs too."""
    journal = new_journal({date(2026, 11, 17): {"severity": 0}})
    for day in (16, 18):
        values = {"night": f"2026-11-{day}", "at": f"2026-11-{day}T23:50:00+01:00", "severity": 7}
        journal.desk.put("bout", "episodes", day, values)
    facts = facts_of(journal, _knowledge(journal).library)
    assert [night.date.day for night in facts.nights] == [16, 17, 18]
    found = suggestions(journal, _knowledge(journal).library).rule
    assert (found.rule.id, found.seen[1]) == (
        "I00",
        "Nights with restless legs in the last year: 2 of 3 logged.",
    )


def test_what_the_user_rated_high_is_what_is_offered_and_what_they_rated_low_comes_last():
    journal = new_journal({date(2026, 11, 19): {"severity": 6}})
    library = _knowledge(journal).library
    offered = suggestions(journal, library)
    last = offered.more_tips[-1]
    journal.desk.put("rating", "reliefs", 1, {"relief": last.id, "rating": 5})
    journal.desk.put("rating", "reliefs", 2, {"relief": offered.tip.id, "rating": 1})
    now = suggestions(journal, library)
    assert now.tip.id == last.id
    assert now.more_tips[-1].id == offered.tip.id


def test_a_guided_session_without_an_urge_counts_as_a_try():
    journal = new_journal({date(2026, 11, 19): {"severity": 6}})
    library = _knowledge(journal).library
    first = suggestions(journal, library).tip
    values = {"night": "2026-11-18", "at": "2026-11-18T22:50:00+01:00", "relief": first.id, "minutes": 5}
    journal.desk.put("session", "sessions", 1, {**values, "minutes": 0, "completed": False})
    assert suggestions(journal, library).tip.id == first.id
    journal.desk.put("session", "sessions", 1, values)
    assert suggestions(journal, library).tip.id != first.id


def test_what_is_for_the_parts_felt_tonight_is_offered_first():
    journal = new_journal({date(2026, 11, 19): {"severity": 6, "parts": ["thighs"]}})
    assert "thighs" in suggestions(journal, _knowledge(journal).library).tip.areas
