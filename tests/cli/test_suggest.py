"""What is worth checking, from the command line: the literature and the own nights on one card."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random

import pytest

LAST = date(2026, 11, 19)


def diary(nights, tell):
    """So many nights up to the last, one JSON line each."""
    chance = Random(4)
    days = (LAST - timedelta(days=at) for at in range(nights - 1, -1, -1))
    rows = ({"night": day.isoformat(), **tell(at, chance)} for at, day in enumerate(days))
    return "\n".join(map(json.dumps, rows))


def coffee(at, chance):
    """Every cup is followed by a worse evening."""
    cups = chance.choice([0, 0, 1, 2, 3, 4])
    urge = min(max(round(3 + 0.9 * cups + chance.gauss(0, 0.8)), 0), 10)
    return {"severity": urge, "factors": {"caffeine": cups}}


def creeping(at, chance):
    """From the hundredth night on earlier and stronger, over six weeks."""
    share = min(max((at - 100) / 40, 0), 1)
    begun = round(21.5 * 60 - 180 * share + chance.gauss(0, 20))
    return {
        "severity": round(2 + 4 * share + chance.gauss(0, 0.8)),
        "onset": f"{begun // 60:02}:{begun % 60:02}",
    }


@pytest.fixture
def kept(sn, tmp_path):
    def keep(nights, tell):
        file = tmp_path / "nights.jsonl"
        file.write_text(diary(nights, tell))
        assert sn("import", str(file)).code == 0

    return keep


def test_what_the_own_nights_carry_is_a_card_of_its_own(sn, kept):
    kept(90, coffee)
    found = json.loads(sn("suggest", "--json").out)
    assert found["rule"]["id"] == "I01"
    assert (found["pattern"]["id"], found["pattern"]["tier"]) == ("C01", "likely")
    assert found["pattern"]["seen"][0].startswith("Likely: goes with worse nights, about +")
    assert found["pattern"]["otherwise"]


def test_a_rule_about_the_same_factor_stands_on_the_same_card(sn, kept):
    kept(90, coffee)
    for day in (17, 18):
        sn("log", "--night", f"2026-11-{day}", "+caffeine=3", "+caffeine.at=16:00")
    found = json.loads(sn("suggest", "--json").out)["pattern"]
    assert (found["id"], [other["id"] for other in found["others"]]) == ("C06", ["C01"])
    assert found["own_nights"][0].startswith("Likely: ")
    out = sn("suggest").out
    assert out.count("Caffeine after midday") == 1
    assert "Your own nights\n" in out
    assert "  Literature: C: " in out


def test_without_enough_nights_there_is_no_pattern(sn, kept):
    kept(10, coffee)
    assert json.loads(sn("suggest", "--json").out)["pattern"] is None


def test_a_slow_change_on_a_dopamine_medicine_is_told(sn, kept):
    kept(220, creeping)
    sn("medicine", "add", "ropinirole", "--usual", "--from", "2026-01-10")
    found = json.loads(sn("suggest", "--json").out)["rule"]
    assert (found["id"], found["level"]) == ("M01", "soon")
    assert "earlier" in found["seen"][0]
    assert "on your own" in found["safety"]


def test_the_same_nights_without_such_a_medicine_are_no_such_card(sn, kept):
    kept(220, creeping)
    sn("medicine", "add", "iron", "--usual", "--from", "2026-01-10")
    assert json.loads(sn("suggest", "--json").out)["rule"]["id"] != "M01"
