"""The ledger of what was tried, and its words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

import pytest
from tests.journal.reliefs.conftest import library

from stillnight.domain.ports import Change
from stillnight.journal.reliefs.choosing import gates_tonight
from stillnight.journal.reliefs.helped import Helped, helped, key_of
from stillnight.journal.reliefs.words import helped_words
from stillnight.journal.trials.trials import Trials
from stillnight.resources import read_seed

TITLES = {id: tip.title for id, tip in library().tips.items()}
TRIALS = {"foot_massager": "massager", "walk": "walking"}
BANK = library().wording.helped
LAST = date(2026, 11, 19)


def use(journal, relief, *, nights_ago=0, **values):
    at = datetime(2026, 11, 20, 2, 10, tzinfo=journal.desk.clock.zone) - timedelta(days=nights_ago)
    journal.record.awake(at, {"relief": relief, **values})


def rows(journal, shut=None):
    return helped(journal, TITLES, TRIALS, shut)


def test_nothing_tried_is_an_empty_ledger(journal):
    journal.record.awake(journal.desk.clock.now(), {"severity": 6})
    assert list(rows(journal)) == []


def test_everything_about_one_relief_is_gathered(journal, reliefs):
    use(journal, "walk", severity=7, after=5, minutes=10, completed=True)
    use(journal, "walk", nights_ago=2, severity=6, after=6, minutes=4, completed=False)
    use(journal, "walk", nights_ago=1, severity=5, minutes=30)
    use(journal, "walk", nights_ago=3, severity=0, after=0)
    reliefs.rate("walk", 4)
    assert list(rows(journal)) == [
        Helped(
            "walk",
            TITLES["walk"],
            times=4,
            completed=1,
            stopped=1,
            pairs=((6, 6), (7, 5)),
            minutes=10,
            rating=4,
            last=LAST,
            trial="walking",
        )
    ]


def test_sessions_without_an_urge_count_as_times(journal, reliefs):
    reliefs.finish(reliefs.begin(reliefs.guides["walk"]), 10, completed=True)
    (one,) = rows(journal)
    assert (one.relief, one.times, one.completed, one.pairs) == ("walk", 1, 1, ())


def test_the_own_word_is_kept_where_it_is_no_tip(journal):
    use(journal, "Cold floor", severity=6, after=3)
    use(journal, "Walk", severity=6)
    assert {one.relief: one.title for one in rows(journal)} == {
        "Cold floor": "Cold floor",
        "walk": TITLES["walk"],
    }


@pytest.mark.parametrize(
    ("word", "key"),
    [("walk", "walk"), ("Foot massager", "foot_massager"), ("foot-massager", "foot_massager"),
     (TITLES["heat_pad"].upper(), "heat_pad"), (" my  dog ", "my dog")],
)  # fmt: skip
def test_a_word_of_the_users_is_the_tip_that_it_names(word, key):
    assert key_of(word, TITLES) == key


def test_a_tip_that_was_rated_by_its_title_too_has_the_rating_of_its_id(journal, reliefs):
    reliefs.rate("walk", 4)
    reliefs.rate(TITLES["walk"], 1)
    (walk,) = rows(journal)
    assert (walk.relief, walk.rating) == ("walk", 4)


def test_a_relief_without_a_word_is_none(journal, reliefs):
    use(journal, "walk", severity=7)
    (number,) = journal.desk.store.all("episodes")
    journal.desk.store.write("by hand", [Change("episodes", number, "relief", " ")])
    reliefs.rate("", 4)
    assert list(rows(journal)) == []


def test_the_order_is_the_own_rating_then_how_often_then_the_name(journal, reliefs):
    for relief, rating in (("hamstring", 5), ("quad", 3), ("yoga", 2), ("walk", 1)):
        reliefs.rate(relief, rating)
    for relief in ("zebra", "ant", "Bee", "zebra"):
        use(journal, relief, severity=9, after=0)
    order = ["hamstring", "quad", "zebra", "ant", "Bee", "yoga", "walk"]
    assert [one.relief for one in rows(journal)] == order


@pytest.mark.parametrize(("pairs", "change"), [(2, None), (3, -2.0)])
def test_fewer_than_three_times_say_no_change(journal, pairs, change):
    for nights_ago in range(pairs):
        use(journal, "walk", nights_ago=nights_ago, severity=6, after=4)
    (one,) = rows(journal)
    assert one.change == change
    assert ("on average" in helped_words(one, BANK).urge) is (change is not None)


def test_a_gate_that_is_shut_stands_where_the_trial_would(journal):
    journal.ledgers.set_profile({"conditions": ["falls"]})
    use(journal, "walk", severity=6)
    (one,) = rows(journal, gates_tonight(journal, library()))
    assert one.shut.id == "G08"
    assert helped_words(one, BANK).trial.startswith("no trial for now: a fall in the last year")


def test_what_a_running_trial_tests_shows_no_numbers_until_it_ends(journal):
    for nights_ago in range(3):
        use(journal, "foot_massager", nights_ago=nights_ago, severity=6, after=3)
        use(journal, "walk", nights_ago=nights_ago, severity=6, after=3)
    trials = Trials(journal, library(), read_seed("trials"), Random(1))
    trials.start(trials.propose("massager"))
    tested, other = rows(journal)
    assert (tested.relief, tested.is_tested, tested.times, tested.pairs) == ("foot_massager", True, 3, ())
    assert helped_words(tested, BANK).trial.startswith("your trial tests it")
    assert "→" not in "".join(helped_words(tested, BANK).lines())
    assert (other.is_tested, other.change) == (False, -3)
    trials.stop()
    assert [one.change for one in rows(journal)] == [-3, -3]


def test_one_entry_in_words():
    pairs = ((7, 5), (6, 3), (6, 6), (5, 4), (8, 3), (6, 5))
    one = Helped("walk", "Walking", 9, 4, 2, pairs, 10, 4, LAST, "walking")
    assert list(helped_words(one, BANK).lines()) == [
        "Walking · your rating 4 of 5",
        "9 times, 4 to the end, 2 stopped early, 10 min as a rule, last on Thu 19 Nov 2026",
        "urge before and after: 6→3, 6→6, 5→4, 8→3, 6→5 (the latest of 6); 2 lower on average, 6 times",
        "to test it: stillnight trial start walking",
    ]


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (((5, 6), (5, 6), (4, 6)), "1.3 higher on average, 3 times"),
        (((5, 5), (5, 6), (5, 4)), "the same on average, 3 times"),
        (((5, 1), (5, 1)), "too few to say more"),
    ],
)
def test_the_mean_is_told_whichever_way_it_goes(pairs, words):
    assert helped_words(Helped("walk", "Walking", 3, pairs=pairs), BANK).urge.endswith(f"; {words}")


def test_what_was_only_rated_says_no_more():
    assert list(helped_words(Helped("walk", "Walking", rating=2), BANK).lines()) == [
        "Walking · your rating 2 of 5"
    ]


FORBIDDEN = ("works", "effective", "proven", "helps", "better", "cure", "success", "best", "improve")


@pytest.mark.parametrize("change", [-3, 0, 3])
@pytest.mark.parametrize("word", FORBIDDEN)
def test_nothing_is_claimed(change, word):
    pairs = ((5, 5 + change),) * 6
    one = Helped("walk", "Walking", 9, 4, 2, pairs, 10, 5, LAST, "walking")
    said = " ".join([*helped_words(one, BANK).lines(), *BANK.values(), *library().wording.programme.values()])
    assert word not in said.casefold()


def test_beside_the_numbers_it_says_that_they_are_no_proof():
    assert "no proof: urge falls by itself too" in BANK["proof"]
    assert "That is no proof" in library().wording.programme["proof"]
