"""Claims: whole and honest as they come, and every slip in their file is named."""

from __future__ import annotations

import tomllib

import pytest

from stillnight.tips.card import claim_text
from stillnight.tips.claim import Verdict, parse_claims
from stillnight.tips.errors import TipError
from stillnight.tips.known import Known
from tests.rules.seeds import seed_library

LIBRARY = seed_library()
CLAIMS = LIBRARY.claims.values()
KNOWN = Known(sources=("one",), grades={"D": "untested"}, badges={"mixed": "mixed findings"})

FILE = """
[verdict]
holds = "holds"
partly = "holds in part"
unclear = "nobody knows"
"does not hold" = "does not hold"
sold = "sold with it"

[topic]
touch = "Touch"

[[claim]]
id = "c"
topic = "touch"
claim = "It is said."
verdict = "sold"
found = "Nothing was found."
grade = "D"
sources = ["one"]
"""


def parsed(text):
    return parse_claims(tomllib.loads(text), KNOWN, ("walk",))


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_is_whole(claim):
    assert claim.claim.endswith(".")
    assert claim.found.endswith(".")
    assert claim.tip in ("", *LIBRARY.tips)
    assert set(claim.sources) <= set(LIBRARY.sources)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_what_is_only_sold_has_the_lowest_grade(claim):
    assert claim.verdict is not Verdict.SOLD or claim.grade == "D"


def test_every_verdict_is_met_and_topics_keep_together():
    assert {claim.verdict for claim in CLAIMS} == set(Verdict)
    topics = [claim.topic for claim in CLAIMS]
    assert topics == sorted(topics, key=list(dict.fromkeys(topics)).index)


def test_medicine_is_not_talked_down():
    """Said of the one claim that steers away from it, and of the one that ranks it."""
    assert "Keep taking yours as prescribed" in LIBRARY.claims["avoid_medicine"].found
    assert LIBRARY.claims["as_good_as_medicine"].verdict is Verdict.DOES_NOT_HOLD
    assert "there is help tonight" in LIBRARY.claims["not_dangerous"].found


def test_a_claim_says_what_is_said_what_is_left_and_what_was_found():
    claim = parsed(FILE.replace('grade = "D"', 'grade = "D"\nbadges = ["mixed"]\npopulation = "dialysis"'))[
        "c"
    ]
    assert claim_text(claim, ["A source."]) == [
        "One may read: It is said.",
        "Verdict: sold with it",
        "What we found",
        "  Nothing was found.",
        "How sure",
        "  D: untested · mixed findings · studied in dialysis",
        "Sources",
        "  A source.",
    ]
    assert (claim.heading, claim.tip) == ("Touch", "")


@pytest.mark.parametrize(
    ("old", "new", "id", "key"),
    [
        ('topic = "touch"', 'topic = "heat"', "c", "topic"),
        ('verdict = "sold"', 'verdict = "bought"', "c", "verdict"),
        ('grade = "D"', 'grade = "E"', "c", "grade"),
        ('grade = "D"', 'grade = "D"\nbadges = ["x"]', "c", "badges"),
        ('grade = "D"', 'grade = "D"\ntip = "run"', "c", "tip"),
        ('grade = "D"', 'grade = "D"\nprice = 1', "c", "price"),
        ('sources = ["one"]', "sources = []", "c", "sources"),
        ('sources = ["one"]', 'sources = ["two"]', "c", "sources"),
        ('found = "Nothing was found."', "", "c", "found"),
        ('claim = "It is said."', "", "c", "claim"),
        ('sold = "sold with it"', "", "-", "verdict"),
        ('touch = "Touch"', "touch = 1", "-", "topic.touch"),
        ("[[claim]]", "[[claims]]", "-", "claims"),
    ],
)
def test_a_slip_is_named_with_its_place(old, new, id, key):
    with pytest.raises(TipError) as caught:
        parsed(FILE.replace(old, new, 1))
    assert (caught.value.file, caught.value.id, caught.value.key) == ("claims.toml", id, key)


def test_an_id_used_twice_is_named():
    with pytest.raises(TipError) as caught:
        parsed(FILE + FILE[FILE.index("[[claim]]") :])
    assert caught.value.key == "id"
