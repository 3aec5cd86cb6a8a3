"""Lines become nights, or problems with a line number."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.reports.worlds import new_journal

from stillnight.journal.intake import plan_intake, take_in
from stillnight.reports.importing import Reader
from stillnight.reports.new_factors import factors_of


def _read(*shapes: object, **allowed: bool) -> tuple[list, list[str]]:
    reader = Reader(new_journal(), **allowed)
    arrivals = reader.read(json.dumps(shape).encode() for shape in shapes)
    return arrivals, list(reader.problems)


def test_a_line_is_checked_and_kept_as_the_journal_keeps_it():
    arrivals, problems = _read(
        {
            "night": "2026-11-18",
            "severity": 6,
            "onset": "21:30",
            "factors": {"caffeine": 2, "stress": 7},
            "note": " n ",
        }
    )
    assert problems == []
    assert (arrivals[0].night, arrivals[0].values) == (
        date(2026, 11, 18),
        {"severity": 6, "onset": "2026-11-18T21:30+01:00", "note": "n", "f.caffeine": 2, "f.stress": 7},
    )


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ({"severity": 6}, "night: None does not fit"),
        ({"night": "19.11.2026"}, "night: '19.11.2026' does not fit"),
        ({"night": "20261119"}, "night: '20261119' does not fit"),
        ({"night": "0026-11-19"}, "night: '0026-11-19' does not fit"),
        ({"night": 20261119}, "night: 20261119 does not fit"),
        ({"night": "2026-11-20"}, "still to come (tonight is 2026-11-19)"),
        ({"night": "2026-11-18", "severity": 12}, "severity: 12 does not fit"),
        ({"night": "2026-11-18", "severity": 6.5}, "severity: 6.5 does not fit"),
        ({"night": "2026-11-18", "severity": True}, "severity: True does not fit"),
        ({"night": "2026-11-18", "severity": [6]}, "severity: [6] does not fit"),
        ({"night": "2026-11-18", "onset": "21:30+01:00"}, "onset: "),
        ({"night": "2026-11-18", "onset": "2026-11-30T21:30+01:00"}, "onset: "),
        ({"night": "2026-11-18", "severty": 3}, "did you mean severity"),
        ({"night": "2026-11-18", "severty": None}, "did you mean severity"),
        ({"night": "2026-11-18", "note": "\ud800"}, "note: "),
        ({"night": "2026-11-18", "factors": {"cafeine": 2}}, "--new-factors"),
        ({"night": "2026-11-18", "factors": {"cafeine": None}}, "--new-factors"),
        ({"night": "2026-11-18", "factors": {"caffeine": 99}}, "f.caffeine: 99 does not fit"),
        ({"night": "2026-11-18", "factors": {"caffeine.colour": "red"}}, "colour"),
        ({"night": "2026-11-18", "factors": 3}, "factors: 3 does not fit"),
        ({"night": "2026-11-18", "episodes": 3}, "an episode is an object"),
        ({"night": "2026-11-18", "episodes": [{"severity": 3}]}, "an episode is an object"),
        ({"night": "2026-11-18", "episodes": [{"at": "02:10", "severity": 12}]}, "severity: 12 does not fit"),
        ({"night": "2026-11-18", "episodes": [{"at": "02:10", "colour": 1}]}, "colour"),
    ],
)
def test_a_mistake_is_named_with_its_line(shape, words):
    _, problems = _read({"night": "2026-11-01", "severity": 1}, shape)
    assert len(problems) == 1
    assert problems[0].startswith("line 2: ")
    assert words in problems[0]


def test_every_mistake_of_a_line_is_told():
    _, problems = _read({"night": "2026-11-18", "severity": 12, "pain": 11})
    assert len(problems) == 2


def test_the_same_night_twice_names_both_lines():
    _, problems = _read({"night": "2026-11-18", "severity": 1}, {"night": "2026-11-18", "severity": 2})
    assert problems == ["line 2: the night of 2026-11-18 stands in line 1 already"]


def test_a_night_to_come_is_taken_when_it_is_meant():
    arrivals, problems = _read({"night": "2026-12-24", "severity": 1}, future=True)
    assert (len(arrivals), problems) == (1, [])


def test_a_null_says_nothing_and_clears_nothing():
    journal = new_journal({date(2026, 11, 18): {"severity": 6, "note": "mine", "source": "hand"}})
    reader = Reader(journal)
    arrivals = reader.read([b'{"night": "2026-11-18", "severity": 4, "note": null, "source": null}'])
    take_in(journal, plan_intake(journal, arrivals))
    assert dict(journal.browse.night(date(2026, 11, 18)).values) == {
        "date": "2026-11-18", "severity": 4, "note": "mine", "source": "hand",
    }  # fmt: skip


def test_new_factors_are_defined_by_their_answers():
    journal = new_journal()
    reader = Reader(journal, new_factors=True)
    arrivals = reader.read(
        [
            b'{"night": "2026-11-17", "factors": {"chocolate": 3, "full_moon": true}}',
            b'{"night": "2026-11-18", "factors": {"chocolate": 12.5, "full_moon": false}}',
        ]
    )
    assert list(reader.problems) == []
    take_in(journal, plan_intake(journal, arrivals, reader.new_factors))
    factors = journal.ledgers.factors()
    assert (factors["chocolate"].kind, factors["chocolate"].most, factors["full_moon"].kind) == (
        "amount",
        12.5,
        "yes_no",
    )
    assert not factors["chocolate"].shown
    assert journal.browse.night(date(2026, 11, 18)).get("f.chocolate") == 12.5


@pytest.mark.parametrize(
    ("answers", "compared"),
    [
        ([1, 2, 2, 3, 4, 4, 5, 6, 7, 9], (2, 6)),
        ([0, 0, 0, 0, 0, 0, 0, 0, 0, 2], (0, 2)),
        ([0, 1, 1, 0, 1, 0, 0, 0, 0, 0], (0, 1)),
        ([False, False, False, 3, 3], (0, 3)),
        ([3, 3], (0, 3)),
        ([0], (0, 1)),
    ],
)
def test_the_days_that_are_compared_are_read_off_the_answers(answers, compared):
    lines = [{"factors": {"steps": answer}} for answer in answers]
    found = factors_of(lines, {})["steps"]
    assert (found.low, found.high) == compared


@pytest.mark.parametrize("factors", [{"Choco": 1}, {"a b": 1}, {"ch": "much"}, {"x": {}}, {"": 1}])
def test_a_new_factor_that_cannot_be_one_is_still_a_mistake(factors):
    _, problems = _read({"night": "2026-11-18", "factors": factors}, new_factors=True)
    assert len(problems) == 1
