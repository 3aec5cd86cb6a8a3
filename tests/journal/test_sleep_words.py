"""Sleep measures as anybody reads them, the standard term behind each."""

from __future__ import annotations

from stillnight.domain.sleep import SleepMeasures
from stillnight.journal.sleep_words import all_measures, efficiency, worked_out

WHOLE = SleepMeasures(tib=500, sol=20, waso=65, tasafa=30, tst=385, se_tib=77.0, se_dse=80.2)


def test_what_was_answered_is_left_out_of_what_follows_from_it():
    assert worked_out(WHOLE) == [
        "asleep 6 h 25 (TST)", "in bed 8 h 20 (TIB)", "up 30 min after waking (TASAFA)",
        "77 % of the time in bed (SE)", "80.2 % of the time meant for sleep",
    ]  # fmt: skip


def test_everything_known_is_said_with_its_standard_term():
    assert all_measures(WHOLE) == [
        "asleep 6 h 25 (TST)", "in bed 8 h 20 (TIB)", "20 min until asleep (SOL)",
        "awake 65 min in the night (WASO)", "up 30 min after waking (TASAFA)",
    ]  # fmt: skip


def test_two_efficiencies_that_are_the_same_are_said_once():
    assert efficiency(WHOLE._replace(se_dse=77.0)) == ["77 % of the time in bed (SE)"]
    assert efficiency(WHOLE._replace(se_dse=None)) == ["77 % of the time in bed (SE)"]


def test_what_is_not_known_is_not_said():
    assert worked_out(SleepMeasures()) == all_measures(SleepMeasures()) == efficiency(SleepMeasures()) == []
