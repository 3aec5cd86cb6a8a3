"""The red flags as a list to tick."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.rules.seeds import seed_library

from stillnight.domain.flag import Tick
from stillnight.journal.red_flags import NO_CARD, OLD_TICK, finding_of, flag_rows, silence_words
from stillnight.journal.suggestions.knowledge import suggestions

LIBRARY = seed_library()
TODAY = date(2026, 11, 19)


def test_every_flag_of_the_seeds_is_there_once():
    assert sorted(row.flag for row in flag_rows(LIBRARY, [])) == sorted(LIBRARY.flags)


def test_the_most_urgent_come_first():
    levels = [row.level for row in flag_rows(LIBRARY, [])]
    order = ["emergency", "urgent, today", "soon", ""]
    assert levels == sorted(levels, key=order.index)
    assert set(levels) == set(order)


def test_a_row_knows_its_newest_tick():
    ticks = [Tick(date(2026, 11, 3), "self_harm"), Tick(date(2026, 11, 1), "self_harm")]
    ticked = {row.flag: row.ticked for row in flag_rows(LIBRARY, ticks) if row.ticked}
    assert ticked == {"self_harm": date(2026, 11, 3)}


@pytest.mark.parametrize("flag", [flag for flag in LIBRARY.flags if flag != "skin_wound"])
def test_a_tick_has_a_card_at_once_whatever_else_is_known(journal, flag):
    journal.ledgers.tick(flag, TODAY)
    found = suggestions(journal, LIBRARY).red_flags
    finding = finding_of(LIBRARY, found, flag)
    assert finding is not None
    assert LIBRARY.flags[flag] in " ".join(finding.seen)


def test_of_two_ticks_each_has_its_own_card(journal):
    journal.ledgers.tick("one_leg_hot", TODAY)
    journal.ledgers.tick("chest_pain", TODAY)
    found = suggestions(journal, LIBRARY).red_flags
    assert finding_of(LIBRARY, found, "one_leg_hot").rule.id == "RF01"
    assert finding_of(LIBRARY, found, "chest_pain").rule.id == "RF01E"


def test_nobody_meets_silence(journal):
    said = silence_words(LIBRARY, "skin_wound")
    assert said.startswith(
        "While it is ticked these are not offered: massage, roller or vibration over the spot;"
    )
    assert said.endswith(NO_CARD)
    journal.ledgers.tick("one_leg_hot", TODAY - timedelta(days=30))
    assert finding_of(LIBRARY, suggestions(journal, LIBRARY).red_flags, "one_leg_hot") is None
    assert silence_words(LIBRARY, "one_leg_hot") == OLD_TICK
