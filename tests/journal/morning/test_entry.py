"""One morning's entry from first key to safe: Friday 20 November 2026, 06:50."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.form.drafts import MemoryDrafts
from tests.journal.form.keyboard import typed as typed_in_the_evening
from tests.journal.morning.mornings import typed

from stillnight.domain.errors import BadInput, StoreError
from stillnight.journal.form.entry import Entries
from stillnight.journal.form.keys import with_note as note_of_the_evening
from stillnight.journal.morning.entry import Mornings
from stillnight.journal.morning.keys import with_note as note_of_the_morning
from stillnight.journal.morning.rows import Row
from stillnight.journal.morning.state import MorningState

NIGHT = date(2026, 11, 19)
WOKE = "2026-11-20T06:50+01:00"


@pytest.fixture
def drafts() -> MemoryDrafts:
    return MemoryDrafts()


@pytest.fixture
def mornings(journal, drafts, clock) -> Mornings:
    """The evening was logged and the lights went out; an episode in the night."""
    journal.record.amend(NIGHT, {"severity": 4, "lights_out": "22:50"})
    clock.set("2026-11-20T03:10")
    journal.record.awake(clock.now(), {"severity": 6, "minutes": 5})
    clock.set("2026-11-20T06:50")
    return Mornings(journal, drafts)


def values(journal):
    return dict(journal.browse.night(NIGHT).values)


def form(mornings, keys):
    """Keys typed into the morning's form, kept after each as the screen does."""
    state = typed(keys, mornings.sheet(NIGHT), mornings.unsaved(NIGHT))
    mornings.keep(NIGHT, state)
    return state


def save(mornings, keys=""):
    return mornings.save(mornings.sheet(NIGHT), form(mornings, keys))


def test_the_sheet_holds_what_is_known_guessed_and_offered(mornings):
    sheet = mornings.sheet(NIGHT)
    assert sheet.night.get("lights_out") == "2026-11-19T22:50+01:00"
    assert [one.severity for one in sheet.episodes] == [6]
    assert sheet.guesses == {"final_wake": WOKE, "nwak": 1}
    assert sheet.offers == {"final_wake": WOKE, "out_of_bed": WOKE, "waso_min": 5}
    assert (sheet.has_evening, sheet.is_confirmed, sheet.is_brief) == (True, False, False)


def test_the_guess_of_the_waking_stays_where_it_was_when_the_form_was_first_opened(mornings, clock):
    mornings.sheet(NIGHT)
    clock.set("2026-11-20T09:30")
    sheet = mornings.sheet(NIGHT)
    assert sheet.guesses["final_wake"] == WOKE
    assert sheet.offers["out_of_bed"] == "2026-11-20T09:30+01:00"


def test_saving_writes_answers_and_guesses_and_confirms_the_night(mornings, journal, drafts):
    before = values(journal)
    assert save(mornings, "3 2 6").published
    assert values(journal) == {
        **before,
        "quality": 3, "rested": 2, "disturbed": 6, "nwak": 1, "final_wake": WOKE, "morning_at": WOKE,
    }  # fmt: skip
    assert drafts.texts == {}
    journal.undo()
    assert values(journal) == before


def test_a_plain_enter_confirms_what_is_known(mornings, journal):
    save(mornings)
    assert values(journal)["morning_at"] == WOKE
    assert values(journal)["final_wake"] == WOKE


def test_a_guess_that_was_turned_down_is_not_stored(mornings, journal):
    save(mornings, "w <backspace> a <backspace>")
    assert "final_wake" not in values(journal)
    assert "nwak" not in values(journal)
    assert values(journal)["morning_at"] == WOKE


def test_a_confirmed_night_is_not_guessed_at_again_and_keeps_its_first_save(mornings, journal, clock):
    save(mornings, "w <backspace> q 3")
    clock.set("2026-11-20T08:00")
    assert mornings.sheet(NIGHT).guesses == {}
    save(mornings, "q 4")
    assert (values(journal)["quality"], values(journal)["morning_at"]) == (4, WOKE)
    assert "final_wake" not in values(journal)


def test_nothing_known_and_nothing_typed_is_nothing_to_save(journal, drafts, clock):
    clock.set("2026-11-20T15:00")
    mornings = Mornings(journal, drafts)
    with pytest.raises(BadInput, match="nothing is known of this night yet"):
        save(mornings)
    assert values(journal) == {}


def test_half_a_time_is_not_dropped_without_a_word(mornings, journal):
    with pytest.raises(BadInput, match="063… is no whole time"):
        save(mornings, "w 063")
    assert "morning_at" not in values(journal)


def test_the_two_forms_keep_what_is_typed_side_by_side(mornings, journal, drafts):
    evening = Entries(journal, drafts)
    form(mornings, "3 2")
    evening.keep(NIGHT, typed_in_the_evening("7 -", evening.sheet(NIGHT)))
    assert dict(Mornings(journal, drafts).unsaved(NIGHT).draft) == {"quality": 3, "rested": 2}
    assert dict(Entries(journal, drafts).unsaved(NIGHT).draft) == {"severity": 7, "onset": "not_yet"}
    evening.save(NIGHT, evening.unsaved(NIGHT))
    assert dict(mornings.unsaved(NIGHT).draft) == {"quality": 3, "rested": 2}
    save(mornings)
    assert drafts.texts == {}


def noted(opened, text):
    """A note typed into a form and kept, not saved."""
    if isinstance(opened, Mornings):
        opened.keep(NIGHT, note_of_the_morning(opened.unsaved(NIGHT), opened.sheet(NIGHT), text))
    else:
        opened.keep(NIGHT, note_of_the_evening(opened.unsaved(NIGHT), opened.sheet(NIGHT), text))


def test_notes_typed_into_both_forms_both_stay(mornings, journal, drafts):
    evening = Entries(journal, drafts)
    noted(evening, "long day")
    noted(mornings, "bad dreams")
    mornings.save(mornings.sheet(NIGHT), mornings.unsaved(NIGHT))
    assert evening.unsaved(NIGHT).draft["note"] == "bad dreams\nlong day"
    evening.save(NIGHT, evening.unsaved(NIGHT))
    assert journal.browse.night(NIGHT).note == "bad dreams\nlong day"
    assert drafts.texts == {}


def test_words_that_came_from_elsewhere_stay_beside_a_note_that_is_being_mended(journal, drafts):
    journal.record.amend(NIGHT, {"note": "long day"})
    evening = Entries(journal, drafts)
    noted(evening, "long day, tea")
    noted(evening, "a long day, tea")
    journal.record.amend(NIGHT, {"note": "long day\nrain"})
    assert evening.unsaved(NIGHT).draft["note"] == "long day\nrain\na long day, tea"


@pytest.mark.parametrize("text", ["short day", "", "long day, tea"])
def test_a_note_that_was_changed_here_alone_is_as_it_was_typed(journal, drafts, text):
    journal.record.amend(NIGHT, {"note": "long day"})
    evening = Entries(journal, drafts)
    noted(evening, "long")
    noted(evening, text)
    assert evening.unsaved(NIGHT).draft["note"] == (text or None)


def test_a_note_taken_away_leaves_words_that_came_since(journal, drafts):
    journal.record.amend(NIGHT, {"note": "long day"})
    evening = Entries(journal, drafts)
    noted(evening, "")
    journal.record.amend(NIGHT, {"note": "long day\nrain"})
    assert not evening.unsaved(NIGHT).is_dirty


def test_what_is_typed_is_there_again_after_a_crash_with_the_cursor_where_it_goes_on(
    mornings, journal, drafts
):
    form(mornings, "3 2 w <backspace>")
    back = Mornings(journal, drafts).unsaved(NIGHT)
    assert dict(back.draft) == {"quality": 3, "rested": 2, "final_wake": None}
    assert back.row is Row.DISTURBED
    assert typed("<backspace>", mornings.sheet(NIGHT), back).row is Row.RESTED


def test_what_is_saved_by_now_and_what_cannot_be_is_left_out(mornings, journal, drafts):
    drafts.keep(
        NIGHT, {"morning.quality": 3, "morning.rested": 9, "morning.nosuch": 1, "morning.waso_min": None}
    )
    journal.record.amend(NIGHT, {"quality": 3})
    assert mornings.unsaved(NIGHT).draft == {}


def test_a_note_that_is_too_long_is_never_dropped(mornings):
    mornings.keep(NIGHT, MorningState(draft={"note": "x" * 5000}))
    back = mornings.unsaved(NIGHT)
    assert back.draft == {"note": "x" * 5000}
    with pytest.raises(BadInput, match="at most 4000"):
        mornings.save(mornings.sheet(NIGHT), back)
    assert mornings.unsaved(NIGHT) == back


def test_a_store_that_fails_keeps_the_draft(mornings, store):
    state = form(mornings, "3 2")
    store.broken = "the disk is full"
    with pytest.raises(StoreError, match="full"):
        mornings.save(mornings.sheet(NIGHT), state)
    store.broken = None
    assert dict(mornings.unsaved(NIGHT).draft) == {"quality": 3, "rested": 2}


@pytest.mark.parametrize(
    ("known", "is_brief"),
    [
        ({"severity": 8}, True),
        ({"severity": 7}, False),
        ({"severity": 8, "quality": 2}, False),
        ({"severity": 8, "disturbed": 9, "morning_at": "2026-11-20T06:00+01:00"}, True),
    ],
)
def test_after_a_very_bad_night_the_form_asks_little(mornings, journal, known, is_brief):
    journal.record.amend(NIGHT, known)
    assert mornings.sheet(NIGHT).is_brief is is_brief


def test_an_episode_can_make_a_night_very_bad(mornings, journal, clock):
    clock.set("2026-11-20T04:10")
    journal.record.awake(clock.now(), {"severity": 9})
    assert mornings.sheet(NIGHT).is_brief
    assert mornings.unsaved(NIGHT).row is Row.DISTURBED


def test_after_a_very_bad_night_a_draft_of_more_than_the_one_question_is_shown_whole(mornings, journal):
    journal.record.amend(NIGHT, {"severity": 9})
    mornings.keep(NIGHT, MorningState(draft={"disturbed": 7}))
    assert mornings.unsaved(NIGHT).is_brief(mornings.sheet(NIGHT))
    mornings.keep(NIGHT, MorningState(draft={"disturbed": 7, "quality": 2}))
    assert not mornings.unsaved(NIGHT).is_brief(mornings.sheet(NIGHT))


def test_a_night_waits_once_something_was_logged_until_it_is_confirmed(mornings, journal):
    assert journal.browse.is_unconfirmed(NIGHT)
    save(mornings)
    assert not journal.browse.is_unconfirmed(NIGHT)


def test_a_night_with_an_episode_alone_waits_too(journal, clock):
    clock.set("2026-11-19T03:10")
    journal.record.awake(clock.now(), {"severity": 5})
    assert journal.browse.is_unconfirmed(date(2026, 11, 18))


def test_a_night_of_which_nothing_was_logged_and_an_imported_one_wait_for_nothing(journal):
    assert not journal.browse.is_unconfirmed(NIGHT)
    journal.record.amend(NIGHT, {"severity": 4, "source": "import"})
    assert not journal.browse.is_unconfirmed(NIGHT)
