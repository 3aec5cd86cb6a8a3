"""Sessions on their way into the journal."""

from __future__ import annotations

import pytest
from tests.journal.reliefs.conftest import guide, library

from stillnight.domain.errors import FieldError
from stillnight.domain.ports import Change
from stillnight.journal.reliefs.tables import used_in

CALF = guide("calf_stretch")
TITLE = library().tips["calf_stretch"].title.lower()
AT_TWO = "2026-11-20T02:10"


def episodes(journal):
    return list(journal.desk.store.all("episodes").values())


def sessions(journal):
    return list(journal.desk.store.all("sessions").values())


def test_a_session_with_an_urge_is_an_episode_from_its_first_second(reliefs, journal, clock):
    clock.set(AT_TWO)
    reliefs.begin(CALF, severity=6)
    assert episodes(journal) == [
        {
            "night": "2026-11-19",
            "at": "2026-11-20T02:10+01:00",
            "severity": 6,
            "relief": "calf_stretch",
            "completed": False,
        }
    ]
    assert sessions(journal) == []


@pytest.mark.parametrize("severity", [None, 0])
def test_a_session_without_an_urge_is_no_episode(reliefs, journal, severity):
    begun = reliefs.begin(CALF, severity)
    reliefs.finish(begun, 3, completed=True)
    assert episodes(journal) == []
    (kept,) = sessions(journal)
    assert (kept["relief"], kept["minutes"], kept["completed"]) == ("calf_stretch", 3, True)


def test_how_it_ended_is_added_and_can_be_mended(reliefs, journal):
    begun = reliefs.begin(CALF, severity=6)
    reliefs.finish(begun, 4, completed=True)
    reliefs.finish(begun, 4, completed=True, after=2)
    (kept,) = episodes(journal)
    assert (kept["minutes"], kept["completed"], kept["after"]) == (4, True, 2)
    reliefs.finish(begun, 5, completed=True)
    assert episodes(journal)[0]["after"] == 2


def test_a_session_of_a_bout_that_was_logged_is_the_relief_of_that_bout(reliefs, journal, clock):
    clock.set(AT_TWO)
    journal.record.awake(clock.now(), {"severity": 7}, number=5)
    clock.advance(minutes=3)
    begun = reliefs.begin(CALF, bout=5)
    reliefs.finish(begun, 4, completed=False, after=4)
    (kept,) = episodes(journal)
    assert kept["at"] == "2026-11-20T02:10+01:00"
    assert (kept["severity"], kept["relief"], kept["completed"], kept["after"]) == (
        7,
        "calf_stretch",
        False,
        4,
    )


@pytest.mark.parametrize(("field", "value"), [("at", "in the night"), ("at", 5), ("night", "never")])
def test_a_bout_that_something_else_garbled_is_no_hindrance(reliefs, journal, clock, field, value):
    clock.set(AT_TWO)
    journal.record.awake(clock.now(), {"severity": 7}, number=5)
    journal.desk.store.write("by hand", [Change("episodes", 5, field, value)])
    reliefs.finish(reliefs.begin(CALF, severity=6, bout=5), 4, completed=True)
    garbled, own = episodes(journal)
    assert "relief" not in garbled
    assert (own["at"], own["severity"], own["minutes"]) == ("2026-11-20T02:10+01:00", 6, 4)


def test_a_bout_whose_urge_is_garbled_has_none(reliefs, journal, clock):
    clock.set(AT_TWO)
    journal.record.awake(clock.now(), {"severity": 7}, number=5)
    journal.desk.store.write("by hand", [Change("episodes", 5, "severity", 70)])
    assert reliefs.begin(CALF, bout=5).severity is None


def test_a_second_relief_of_a_bout_makes_no_second_awakening_and_hides_nothing(reliefs, journal, clock):
    clock.set(AT_TWO)
    journal.record.awake(clock.now(), {"severity": 7, "relief": "walk", "after": 5}, number=5)
    reliefs.finish(reliefs.begin(CALF, severity=5, bout=5), 4, completed=True, after=3)
    (bout,) = episodes(journal)
    assert (bout["relief"], bout["after"]) == ("walk", 5)
    (beside,) = sessions(journal)
    assert (beside["relief"], beside["severity"], beside["after"]) == ("calf_stretch", 5, 3)


def test_the_same_relief_once_more_hides_nothing_of_the_first(reliefs, journal, clock):
    clock.set(AT_TWO)
    journal.record.awake(clock.now(), {"severity": 7}, number=5)
    reliefs.finish(reliefs.begin(CALF, bout=5), 4, completed=True, after=3)
    clock.advance(minutes=5)
    reliefs.finish(reliefs.begin(CALF, bout=5), 1, completed=False)
    (bout,) = episodes(journal)
    assert (bout["minutes"], bout["completed"], bout["after"]) == (4, True, 3)
    (beside,) = sessions(journal)
    assert (beside["relief"], beside["minutes"], beside["completed"]) == ("calf_stretch", 1, False)


def test_what_was_only_begun_of_a_bout_is_begun_again(reliefs, journal, clock):
    clock.set(AT_TWO)
    journal.record.awake(clock.now(), {"severity": 7}, number=5)
    # the lights went out in the first, and a key too many ended the second
    reliefs.begin(CALF, bout=5)
    reliefs.finish(reliefs.begin(CALF, bout=5), 0, completed=False)
    reliefs.finish(reliefs.begin(CALF, bout=5), 4, completed=True, after=3)
    (bout,) = episodes(journal)
    assert (bout["minutes"], bout["completed"], bout["after"]) == (4, True, 3)
    assert sessions(journal) == []


def test_a_bout_that_is_gone_is_no_hindrance(reliefs, journal):
    reliefs.begin(CALF, severity=5, bout=99)
    assert [one["relief"] for one in episodes(journal)] == ["calf_stretch"]


def test_an_urge_given_later_makes_an_episode_of_it(reliefs, journal):
    begun = reliefs.begin(CALF)
    begun = reliefs.rate_before(begun, 6)
    reliefs.finish(begun, 4, completed=True, after=2)
    (kept,) = episodes(journal)
    assert (kept["severity"], kept["relief"], kept["after"]) == (6, "calf_stretch", 2)
    assert sessions(journal) == []


def test_an_urge_given_after_the_end_keeps_the_end(reliefs, journal):
    begun = reliefs.begin(CALF)
    reliefs.finish(begun, 4, completed=True, after=2)
    reliefs.rate_before(begun, 6)
    (kept,) = episodes(journal)
    assert (kept["severity"], kept["minutes"], kept["completed"], kept["after"]) == (6, 4, True, 2)


def test_no_urge_given_later_stays_a_session(reliefs, journal):
    reliefs.rate_before(reliefs.begin(CALF), 0)
    assert (episodes(journal), [one["severity"] for one in sessions(journal)]) == ([], [0])


def test_one_undo_takes_back_how_it_ended_and_the_next_that_it_was_begun(reliefs, journal):
    begun = reliefs.begin(CALF, severity=6)
    reliefs.finish(begun, 4, completed=True, after=2)
    assert journal.undo().label == f"end of {TITLE} at 22:40"
    (kept,) = episodes(journal)
    assert (kept["completed"], kept.get("after"), kept["severity"]) == (False, None, 6)
    journal.undo()
    assert episodes(journal) == []
    journal.redo()
    journal.redo()
    assert episodes(journal)[0]["after"] == 2


def test_what_another_device_changed_meanwhile_stays(reliefs, journal):
    begun = reliefs.begin(CALF, severity=6)
    journal.desk.put("elsewhere", "episodes", begun.number, {"severity": 8, "out_of_bed": True})
    reliefs.finish(begun, 4, completed=True)
    (kept,) = episodes(journal)
    assert (kept["severity"], kept["out_of_bed"], kept["minutes"]) == (8, True, 4)


def test_one_that_was_deleted_meanwhile_comes_back_whole(reliefs, journal):
    begun = reliefs.begin(CALF, severity=6)
    journal.undo()
    reliefs.finish(begun, 4, completed=True, after=2)
    (kept,) = episodes(journal)
    assert kept == {
        "night": "2026-11-19",
        "at": "2026-11-19T22:40+01:00",
        "severity": 6,
        "relief": "calf_stretch",
        "minutes": 4,
        "completed": True,
        "after": 2,
    }


@pytest.mark.parametrize(("field", "values"), [("minutes", (241, True, 1)), ("after", (4, True, 11))])
def test_what_cannot_be_is_refused(reliefs, journal, field, values):
    begun = reliefs.begin(CALF, severity=6)
    minutes, completed, after = values
    with pytest.raises(FieldError, match=field):
        reliefs.finish(begun, minutes, completed, after)
    assert "minutes" not in episodes(journal)[0]


def test_an_urge_that_cannot_be_is_refused(reliefs, journal):
    with pytest.raises(FieldError, match="severity"):
        reliefs.begin(CALF, severity=11)
    assert (episodes(journal), sessions(journal)) == ([], [])


def test_a_rating_is_kept_changed_and_taken_back(reliefs, journal):
    reliefs.rate("walk", 4)
    reliefs.rate("walk", 5)
    assert reliefs.ratings() == {"walk": 5}
    reliefs.rate("walk", None)
    assert reliefs.ratings() == {}
    journal.undo()
    assert reliefs.ratings() == {"walk": 5}


@pytest.mark.parametrize("rating", [0, 6, True])
def test_a_rating_out_of_range_is_refused(reliefs, rating):
    with pytest.raises(FieldError, match=r"1 \(no use\) to 5"):
        reliefs.rate("walk", rating)


def test_uses_are_read_from_both_tables_in_order(reliefs, journal, clock):
    reliefs.finish(reliefs.begin(guide("walk")), 10, completed=False)
    clock.set(AT_TWO)
    reliefs.finish(reliefs.begin(CALF, severity=6), 4, completed=True, after=2)
    journal.desk.put("another program", "sessions", 9, {"relief": "walk", "night": "soon"})
    walk, calf = used_in(journal.desk.store)
    assert (walk.relief, walk.minutes, walk.completed, walk.severity) == ("walk", 10, False, None)
    assert (calf.relief, calf.at, calf.severity, calf.after) == ("calf_stretch", clock.now(), 6, 2)
