"""Which night a line goes to, what is told of it, and what stays in the inbox and why."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.ids import night_id
from stillnight.domain.ports import INBOX
from stillnight.journal.inbox import taking
from stillnight.journal.inbox.taking import take_in

NO_KEY = "'zz9': no key of the form; a word is one answer, such as 6 2130 c2 s7 n u L"
THURSDAY, WEDNESDAY = date(2026, 11, 19), date(2026, 11, 18)


@pytest.fixture
def night(journal):
    def read(day: date = THURSDAY):
        return dict(journal.browse.night(day).values)

    return read


@pytest.fixture
def standing(box):
    """The lines of the inbox, without the first."""

    def read():
        return (box.text or "").splitlines()[1:]

    return read


def bouts(journal, day):
    return [(f"{one.at:%d %H:%M}", one.severity) for one in journal.browse.episodes(day, day).get(day, [])]


# -- taken ----------------------------------------------------------------------------------------------


def test_three_lines_are_three_entries_each_told_with_its_night(deliver, journal, night, box):
    told = deliver("6 c2 s7", "03:10 awake 7", "2026-11-18 4 note slept well").sentences
    assert told == [
        "from inbox.txt: night of Wed 18 → Thu 19 Nov: awake 03:10, urge 7, urge 4, note 'slept well'",
        "from inbox.txt: night of Thu 19 → Fri 20 Nov: urge 6, caffeine 2, stress 7",
    ]
    assert (night()["severity"], night()["f.caffeine"], night()["f.stress"]) == (6, 2, 7)
    assert (night(WEDNESDAY)["severity"], night(WEDNESDAY)["note"]) == (4, "slept well")
    assert bouts(journal, WEDNESDAY) == [("19 03:10", 7)]
    assert len(box.text.splitlines()) == 1
    assert box.text.startswith("# stillnight inbox ")


def test_an_entry_was_made_when_the_file_was_changed_and_has_no_other_source(deliver, night):
    deliver("6", at="2026-11-19T21:15")
    assert night()["evening_at"] == "2026-11-19T21:15+01:00"
    assert "source" not in night()


def test_a_rating_sent_in_the_afternoon_was_made_then_and_is_no_evening(deliver, night):
    deliver("s6", at="2026-11-19T15:04")
    assert night() == {"date": "2026-11-19", "f.stress": 6, "f.stress.at": "2026-11-19T15:04+01:00"}


def test_a_line_says_the_same_twice_and_changes_nothing(deliver, journal, store):
    journal.record.amend(THURSDAY, {"severity": 6, "f.caffeine": 2})
    before = dict(store.records["nights", night_id(THURSDAY)])
    delivery = deliver("6 c2")
    assert [slot.words for slot in delivery.taken] == [[]]
    assert delivery.sentences == []
    assert store.records["nights", night_id(THURSDAY)] == before


def test_a_later_statement_wins_and_the_former_value_is_kept(deliver, journal, night):
    journal.record.amend(THURSDAY, {"severity": 4})
    deliver("6")
    assert night()["severity"] == 6
    assert [earlier.value for earlier in journal.browse.earlier(THURSDAY) if earlier.field == "severity"] == [
        4
    ]


def test_notes_of_several_lines_stand_below_each_other(deliver, night):
    deliver("note tired", "Note long drive", "note tired")
    assert night()["note"] == "tired\nlong drive"


@pytest.mark.parametrize(
    ("at", "typed", "day"),
    [
        ("2026-11-19T22:40", "6", "2026-11-19"),
        ("2026-11-19T11:59", "6", "2026-11-18"),
        ("2026-11-19T12:00", "6", "2026-11-19"),
        ("2026-11-19T01:30", "evening 6", "2026-11-18"),
        ("2026-11-19T08:00", "morning 4 3 2", "2026-11-18"),
        ("2026-11-19T19:00", "morning 4 3 2", "2026-11-18"),
        ("2026-11-18T19:00", "6", "2026-11-18"),
        # a phone whose clock is ahead
        ("2026-12-24T19:00", "6", "2026-11-19"),
    ],
)
def test_a_line_without_a_date_is_of_the_night_in_which_the_file_was_changed(deliver, at, typed, day):
    (slot,) = deliver(typed, at=at).taken
    assert slot.night == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("at", "typed", "begun"),
    [
        ("2026-11-19T22:40", "03:10 awake 7", "19 03:10"),
        ("2026-11-19T02:30", "03:10 awake 7", "18 03:10"),
        ("2026-11-19T03:12", "03:10 awake 7", "19 03:10"),
        # people round up
        ("2026-11-19T03:05", "03:10 awake 7", "19 03:10"),
        ("2026-11-19T22:40", "22:10 awake 7", "19 22:10"),
        ("2026-11-19T22:40", "23:10 awake 7", "18 23:10"),
        ("2026-11-19T22:40", "2026-11-17 03:10 awake 7", "18 03:10"),
        ("2026-11-19T03:12", "awake 7", "19 03:12"),
        # in the night a rating alone is an awakening
        ("2026-11-19T03:12", "7", "19 03:12"),
    ],
)
def test_an_awakening_is_the_last_one_at_its_time(deliver, journal, at, typed, begun):
    (slot,) = deliver(typed, at=at).taken
    assert bouts(journal, slot.night) == [(begun, 7)]


def test_two_devices_that_take_the_same_awakening_make_the_same_record(deliver, journal, store, box):
    line = "03:10 awake 7 relief walk minutes 10 after 3 note cramps"
    deliver(line)
    first = {place for place in store.records if place[0] == "episodes"}
    store.records.clear()
    box.text = ""
    deliver(line)
    assert first == {place for place in store.records if place[0] == "episodes"}
    assert store.records[first.pop()] == {
        "night": "2026-11-18",
        "at": "2026-11-19T03:10+01:00",
        "severity": 7,
        "relief": "walk",
        "minutes": 10,
        "after": 3,
    }
    assert journal.browse.night(WEDNESDAY).note == "cramps"


def test_lights_out_is_the_moment_of_the_last_line(deliver, night, standing):
    deliver("6 L", at="2026-11-19T22:31")
    assert night()["lights_out"] == "2026-11-19T22:31+01:00"
    assert standing() == []


def test_a_morning_saves_no_guess(deliver, journal, night):
    journal.record.amend(WEDNESDAY, {"lights_out": "23:00"})
    deliver("morning 4 3 2 20", at="2026-11-19T06:10")
    answers = night(WEDNESDAY)
    assert (answers["quality"], answers["sol_min"]) == (4, 20)
    assert answers["morning_at"] == "2026-11-19T06:10+01:00"
    assert "final_wake" not in answers


def test_a_lower_line_sees_what_a_higher_one_said(deliver, night):
    deliver("c2", "n")
    assert (night()["f.caffeine"], night()["f.alcohol"]) == (2, False)


# -- kept -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "stays", "reason"),
    [
        ("severty 6", "2026-11-19 severty 6", "'severty'"),
        ("2026-11-18 severty 6", "2026-11-18 severty 6", "'severty'"),
        ("yesterday zz9", "2026-11-18 zz9", "'zz9'"),
        ("Buy milk!", "2026-11-19 Buy milk!", "'buy'"),
        ("12", "2026-11-19 12", "'12'"),
        ("2026-11-25 6", "2026-11-25 6", "still to come"),
        ("2026-13-45 6", "2026-11-19 2026-13-45 6", "'2026-13-45'"),
        ("03:10 awake 12", "2026-11-18 03:10 awake 12", "severity"),
        ("25:10 awake 7", "2026-11-19 25:10 awake 7", "00:00 to 23:59"),
        ("6 u", "2026-11-19 6 u", "no usual medicines"),
        ("2026-11-18 6 L", "2026-11-18 6 L", "L is for the moment"),
        ("2026-11-18", "2026-11-18", "nothing stands behind it"),
        ("note", "2026-11-19 note", "say what"),
        ("+caffeine=2", "2026-11-19 +caffeine=2", "stillnight log"),
        ("2026-11-18 awake 7", "? 2026-11-18 awake 7", "when?"),
    ],
)
def test_a_line_that_is_not_understood_stays_below_its_reason(deliver, standing, store, typed, stays, reason):
    delivery = deliver(typed)
    above, line = standing()[-2:] if len(standing()) > 1 else (delivery.kept[0].reason, standing()[-1])
    assert line == stays
    assert reason in above
    assert not [place for place in store.records if place[0] != INBOX]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["zz9"], "'2026-11-19 zz9' was not taken"),
        (["zz9", "zz8"], "'2026-11-19 zz9' and one more line were not taken"),
        (["zz9", "zz8", "zz7"], "'2026-11-19 zz9' and 2 more lines were not taken"),
    ],
)
def test_what_stays_is_told_once_and_shortly(deliver, lines, sentence):
    assert deliver("# stillnight inbox 0123456789ab", *lines).sentences == [
        f"inbox.txt: {sentence}: stillnight inbox says why"
    ]
    assert deliver("6").sentences == ["from inbox.txt: night of Thu 19 → Fri 20 Nov: urge 6"]


def test_a_reason_is_written_once_and_goes_with_the_line_that_is_mended(deliver, box, night, standing):
    deliver("severty 6", at="2026-11-18T22:00")
    first = box.text
    assert deliver().sentences == []
    assert box.text == first
    box.text = first.replace("severty 6", "6")
    deliver()
    assert standing() == []
    assert night(WEDNESDAY)["severity"] == 6


def test_remarks_stay_and_taken_lines_go_around_them(deliver, standing):
    deliver("# my own", "6", "", "zz9", "#c2 not this")
    assert standing() == [
        "# my own",
        "#? 'zz9': no key of the form; a word is one answer, such as 6 2130 c2 s7 n u L",
        "2026-11-19 zz9",
        "#c2 not this",
    ]


def test_two_evenings_cannot_be_one_night_so_the_earlier_waits_for_its_date(deliver, box, night, standing):
    deliver("6 c2", "note tired", "5 s3")
    assert (night()["severity"], night()["note"]) == (5, "tired")
    assert "f.caffeine" not in night()
    assert standing()[1] == "? 6 c2"
    assert standing()[0].startswith("#? which night? a later line says something else")
    box.text = box.text.replace("? 6 c2", "2026-11-18 6 c2")
    deliver()
    assert (night(WEDNESDAY)["severity"], night()["severity"]) == (6, 5)
    assert standing() == []


def test_the_same_words_on_several_evenings_are_not_one_evening(deliver, box, night, standing):
    deliver("0", "0", "0")
    assert night()["severity"] == 0
    assert [line for line in standing() if not line.startswith("#")] == ["? 0", "? 0"]
    assert "a later line says the same" in standing()[0]
    above = box.text.splitlines()[0]
    box.text = f"{above}\n2026-11-17 0\n2026-11-18 0\n"
    deliver()
    assert [night(date(2026, 11, day))["severity"] for day in (17, 18, 19)] == [0, 0, 0]
    assert standing() == []


def test_two_mornings_are_not_one_morning(deliver, night, standing):
    deliver("morning 4 3 2", "morning 2 2", at="2026-11-19T08:00")
    assert (night(WEDNESDAY)["quality"], night(WEDNESDAY)["rested"]) == (2, 2)
    assert "disturbed" not in night(WEDNESDAY)
    assert standing()[1] == "? morning 4 3 2"


def test_the_same_line_in_the_inbox_and_in_its_copy_is_one_line(deliver, box, night, standing):
    box.copies = {"inbox (conflicted copy).txt": "6 c2\n"}
    deliver("6 c2")
    assert night()["severity"] == 6
    assert standing() == []


def test_what_waits_for_its_date_is_never_taken_without_it(deliver, box, night):
    deliver("6", "5")
    deliver("c2")
    deliver("note late", at="2026-11-20T22:00")
    assert "? 6" in box.text.splitlines()
    assert night()["severity"] == 5


def test_lines_that_do_not_contradict_are_one_evening(deliver, night):
    deliver("6", "c2", "s7", "6 note x")
    assert (night()["severity"], night()["f.caffeine"], night()["f.stress"], night()["note"]) == (
        6,
        2,
        7,
        "x",
    )


def test_a_rating_in_the_night_before_another_line_may_be_of_the_evening(deliver, journal, night, standing):
    deliver("7", "8", at="2026-11-19T03:12")
    assert bouts(journal, WEDNESDAY) == [("19 03:12", 8)]
    assert night(WEDNESDAY) == {}
    assert standing()[1] == "? 7"


def test_a_rating_in_the_morning_takes_no_evenings_place(deliver, journal, night, standing):
    journal.record.amend(WEDNESDAY, {"severity": 6})
    deliver("4", at="2026-11-19T07:00")
    assert night(WEDNESDAY)["severity"] == 6
    assert standing()[1] == "? 4"


def test_answers_of_a_morning_without_the_word_are_told_about_it(deliver, standing):
    deliver("4 3 2 20", at="2026-11-19T07:00")
    assert "begins with that word: morning 4 3 2" in standing()[0]


def test_a_night_that_was_still_to_come_is_taken_when_it_is_there(deliver, box, clock, night):
    deliver("2026-11-20 6", at="2026-11-19T22:00")
    assert night(date(2026, 11, 20)) == {}
    clock.set("2026-11-20T20:00")
    deliver()
    assert night(date(2026, 11, 20))["severity"] == 6


# -- old copies of the file -----------------------------------------------------------------------------


def test_an_old_file_with_one_more_line_brings_only_that_line(deliver, box, night):
    deliver("6")
    deliver("c2")
    old = box.archive[1]
    deliver("s7")
    box.text = old + "note from the train\n"
    deliver()
    assert night()["note"] == "from the train"
    box.text = old + "note from the train\n"
    box.clock.set("2026-11-20T22:40")
    assert deliver().sentences == []
    assert night(date(2026, 11, 20)) == {}


def test_the_same_words_below_a_new_token_are_a_new_line(deliver, box, clock, night):
    deliver("6")
    deliver("c2")
    for evening in ("2026-11-20", "2026-11-21", "2026-11-22"):
        clock.set(f"{evening}T22:40")
        deliver("6")
        assert night(date.fromisoformat(evening))["severity"] == 6


def test_no_token_comes_twice_though_the_same_old_file_does(deliver, box, clock):
    deliver("6")
    deliver("c2")
    old = box.archive[1]
    tokens = set()
    for day in range(20, 27):
        clock.set(f"2026-11-{day}T22:40")
        box.text = old
        deliver()
        tokens.add(box.text.split()[3])
    assert len(tokens) == 7


def test_a_taken_line_that_stands_there_again_without_a_token_is_not_misdated(deliver, box, clock, night):
    deliver("6", "2026-11-17 4")
    clock.set("2026-11-20T22:40")
    box.text = "6\n2026-11-17 4\n"
    deliver()
    assert night(date(2026, 11, 20)) == {}
    above, line = box.text.splitlines()[1:]
    assert line == "? 6"
    assert "was taken before, for the night of Thu 19 → Fri 20 Nov" in above


def test_a_crash_behind_the_write_takes_the_line_again_without_effect(deliver, box, journal, night):
    deliver("6", "03:10 awake 7")
    box.text = "6\n03:10 awake 7\n"
    assert deliver().sentences == []
    assert box.text.splitlines()[1:] == []
    assert bouts(journal, WEDNESDAY) == [("19 03:10", 7)]


def test_a_dated_line_of_an_old_file_does_not_undo_what_was_changed_since(deliver, box, journal, night):
    deliver("2026-11-18 4")
    journal.record.amend(WEDNESDAY, {"severity": 5})
    box.text = "2026-11-18 4\n"
    deliver()
    assert night(WEDNESDAY)["severity"] == 5
    assert box.text.splitlines()[2] == "? 2026-11-18 4"


def test_a_copy_brings_what_the_inbox_has_not(deliver, box, night):
    deliver("6")
    base = box.text
    box.text = base + "c2\n"
    box.copies = {"copy.txt": base + "c2\ns7\nzz9\n"}
    deliver()
    assert (night()["f.caffeine"], night()["f.stress"]) == (2, 7)
    assert box.copies == {}
    assert "2026-11-19 zz9" in box.text.splitlines()


def test_what_is_perhaps_a_copy_counts_only_with_a_token(deliver, box, night):
    deliver("6")
    box.copies = {"weak 2.txt": "s7\n", "weak 3.txt": box.text + "c2\n"}
    deliver()
    assert night()["f.caffeine"] == 2
    assert "f.stress" not in night()
    assert len(box.copies) == 2


def test_copies_alone_make_an_inbox_again(journal, box, night):
    box.text, box.copies = None, {"copy.txt": "6\nzz9\n"}
    take_in(journal, box)
    assert night()["severity"] == 6
    assert box.text.splitlines()[-1] == "2026-11-19 zz9"


def test_what_is_remembered_is_one_record_a_token_and_only_grows(deliver, store, box):
    deliver("6", "zz9")
    (kept,) = (record for place, record in store.records.items() if place[0] == INBOX)
    assert sorted(kept.values()) == ["2026-11-19", "?"]
    deliver("c2")
    assert len([place for place in store.records if place[0] == INBOX]) == 2


# -- what else may happen -------------------------------------------------------------------------------


def test_a_line_without_an_end_waits_until_the_file_is_quiet(deliver, box, night):
    box.text, box.is_quiet = "6\nnote slept we", False
    delivery = deliver()
    assert delivery.waiting == ["note slept we"]
    assert (night(), box.text) == ({}, "6\nnote slept we")
    box.text, box.is_quiet = "6\nnote slept well", True
    deliver()
    assert night()["note"] == "slept well"


def test_a_phone_that_writes_meanwhile_is_looked_at_again(deliver, box, night):
    def append() -> None:
        box.text += "c2\n"
        box.meanwhile = lambda: None

    box.meanwhile = append
    deliver("6")
    assert (night()["severity"], night()["f.caffeine"]) == (6, 2)
    assert len(box.text.splitlines()) == 1


def test_a_night_that_is_saved_while_lines_are_read_is_read_again(deliver, journal, night, monkeypatch):
    class SlowLooking(taking.Looking):
        def look(self, sources):
            found = super().look(sources)
            if "note" not in night():
                journal.record.amend(THURSDAY, {"note": "typed"})
            return found

    monkeypatch.setattr(taking, "Looking", SlowLooking)
    deliver("note from the phone")
    assert night()["note"] == "typed\nfrom the phone"


def test_an_inbox_that_may_not_be_written_is_taken_once_and_left(deliver, box, night, clock):
    box.may_rewrite = False
    sentences = deliver("6", "zz9").sentences
    assert "may not be written" in sentences[1]
    assert box.text == "6\nzz9\n"
    assert box.owed == [f"#? {NO_KEY}", "2026-11-19 zz9"]
    clock.set("2026-11-20T22:40")
    deliver("c2")
    assert night(date(2026, 11, 20)).keys() & {"severity", "f.caffeine"} == {"f.caffeine"}
    box.may_rewrite = True
    deliver()
    assert box.text.splitlines()[1:] == [
        "#? 'zz9': no key of the form; a word is one answer, such as 6 2130 c2 s7 n u L",
        "2026-11-19 zz9",
    ]
    assert (box.owed, box.standing[1:]) == ([], [f"#? {NO_KEY}", "2026-11-19 zz9"])


def test_what_is_no_text_is_left_alone_and_said(deliver, box, store):
    box.text = "\x00\x01\x02"
    assert deliver().problems == ["inbox.txt is no text, so nothing was taken from it"]
    assert box.text == "\x00\x01\x02"
    assert store.records == {}


ERRANDS = ("Buy milk", "x 2026-11-18 call Bob @phone", "2026-11-18 pay the rent", "+garden rake leaves")


def test_somebodys_list_of_errands_is_left_alone_and_said(deliver, box, store):
    assert deliver(*ERRANDS).sentences == [
        "inbox.txt: hardly a line of it is for the journal, so it was left as it is "
        "(stillnight inbox --example says what it takes)"
    ]
    assert box.text.splitlines() == list(ERRANDS)
    assert store.records == {}


def test_a_copy_beside_somebodys_list_is_taken_in_and_what_stays_of_it_is_owed(deliver, box, night):
    box.copies = {"copy.txt": "# stillnight inbox 0123456789ab\n6\nzz9\n"}
    deliver(*ERRANDS)
    assert night()["severity"] == 6
    assert box.text.splitlines() == list(ERRANDS)
    assert box.owed == [f"#? {NO_KEY}", "2026-11-19 zz9"]
    deliver()
    assert box.owed == [f"#? {NO_KEY}", "2026-11-19 zz9"]


def test_one_line_in_five_is_enough_to_be_an_inbox(deliver, box, night):
    deliver(*ERRANDS, "6 c2")
    assert night()["severity"] == 6
    assert len(box.text.splitlines()) == 1 + 2 * len(ERRANDS)


def test_with_our_first_line_it_is_an_inbox_whatever_stands_in_it(deliver, box):
    deliver("# stillnight inbox 0123456789ab", *ERRANDS)
    assert len(box.text.splitlines()) == 1 + 2 * len(ERRANDS)


def test_a_trial_changes_nothing(box, journal, store):
    box.text = "6\nzz9\n"
    delivery = take_in(journal, box, is_trial=True)
    assert [slot.words for slot in delivery.taken] == [["urge 6"]]
    assert (box.text, store.records) == ("6\nzz9\n", {})
