"""What a slow change tells has a sentence, and every slot of a sentence is filled."""

from __future__ import annotations

from tests.insight.drift.nights import TONIGHT, ago, stretch, watched

from stillnight.insight.drift.augmentation import augmentation
from stillnight.insight.drift.worse_after import worse_after
from stillnight.rules.vocabulary import DRIFTS

GOOD = {"severity": 2, "onset": "21:30", "parts": ["calves"], "rest": 40}
BAD = {"severity": 7, "onset": "17:00", "parts": ["arms"], "rest": 10}


def test_every_sign_of_augmentation_fills_the_slots_that_a_sentence_may_have():
    rows = watched(stretch(200, 45, **GOOD), stretch(44, 0, **BAD))
    signs = {sign.name: sign for sign in augmentation(rows, ago(300), TONIGHT)}
    slots = DRIFTS["augmentation"]
    assert {*signs, "on_it"} == set(slots)
    assert [name for name, sign in signs.items() if not set(slots[name]) <= set(sign.values)] == []


def test_what_is_worse_after_a_change_fills_them_too():
    rows = watched(stretch(34, 20, severity=3), stretch(19, 0, severity=6))
    assert set(DRIFTS["worse_after"]["severity"]) <= set(worse_after(rows, ago(20)).values)
