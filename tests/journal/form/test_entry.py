"""One night's entry from first key to safe."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.clocks import BERLIN
from tests.journal.form.drafts import MemoryDrafts
from tests.journal.form.keyboard import typed

from stillnight.domain.errors import BadInput, StoreError
from stillnight.journal.form.entry import Entries
from stillnight.journal.form.state import FormState

TONIGHT = date(2026, 11, 19)


@pytest.fixture
def drafts() -> MemoryDrafts:
    return MemoryDrafts()


@pytest.fixture
def entries(journal, drafts) -> Entries:
    return Entries(journal, drafts)


def values(journal):
    return dict(journal.browse.night(TONIGHT).values)


def form(entries, keys):
    """Keys typed into tonight's form, kept after each as the screen does."""
    state = typed(keys, entries.sheet(TONIGHT), entries.unsaved(TONIGHT))
    entries.keep(TONIGHT, state)
    return state


def test_the_sheet_holds_what_the_form_needs_to_know(entries, journal):
    journal.ledgers.add_medicine("iron", usual=True)
    journal.record.amend(date(2026, 11, 18), {"onset": "21:45", "f.caffeine": 3})
    journal.record.amend(TONIGHT, {"severity": 4}, usual=True)
    sheet = entries.sheet(TONIGHT, is_awake=True)
    assert sheet.night.severity == 4
    assert [factor.slug for factor in sheet.factors][:2] == ["caffeine", "alcohol"]
    assert sheet.usual_amounts == {"caffeine": 3}
    assert sheet.last_onset == datetime(2026, 11, 18, 21, 45, tzinfo=BERLIN)
    assert (sheet.medicines, sheet.usual_taken, sheet.is_awake) == (("iron",), True, True)
    assert (sheet.frame.date, sheet.frame.zone) == (TONIGHT, BERLIN)


def test_what_is_typed_is_there_again_after_a_crash(journal, drafts):
    journal.ledgers.add_medicine("iron", usual=True)
    form(Entries(journal, drafts), "6 . - c3 u")
    back = Entries(journal, drafts).unsaved(TONIGHT)
    assert dict(back.draft) == {"severity": 6, "onset": "not_yet", "f.caffeine": 3}
    assert (back.usual, back.is_dirty) == (True, True)


def test_backspace_takes_back_what_came_back_after_a_crash(entries):
    form(entries, "6 - c")
    assert dict(form(entries, "<down><down><backspace>").draft) == {"severity": 6, "onset": "not_yet"}


def test_a_night_has_its_own_draft(entries):
    form(entries, "6")
    assert entries.unsaved(date(2026, 11, 18)) == FormState()


def test_saving_writes_the_draft_and_empties_it(entries, journal, drafts):
    receipt = entries.save(TONIGHT, form(entries, "6 - c"))
    assert receipt.published
    assert values(journal) == {
        "date": "2026-11-19", "severity": 6, "onset": "not_yet", "f.caffeine": 2,
        "evening_at": "2026-11-19T22:40+01:00",
    }  # fmt: skip
    assert drafts.texts == {}


def test_lights_out_is_saved_with_the_rest(entries, journal, clock):
    entries.save(TONIGHT, form(entries, "0"), clock.now())
    assert values(journal)["lights_out"] == "2026-11-19T22:40+01:00"
    journal.undo()
    assert values(journal) == {}


def test_a_store_that_fails_keeps_the_draft(entries, journal, store):
    state = form(entries, "6 -")
    store.broken = "the disk is full"
    with pytest.raises(StoreError, match="full"):
        entries.save(TONIGHT, state)
    store.broken = None
    assert dict(entries.unsaved(TONIGHT).draft) == {"severity": 6, "onset": "not_yet"}


def test_a_night_to_come_is_refused_and_keeps_the_draft(entries, drafts):
    later = date(2026, 11, 20)
    entries.keep(later, FormState(draft={"severity": 6}))
    with pytest.raises(BadInput, match="still to come"):
        entries.save(later, FormState(draft={"severity": 6}))
    assert later in drafts.texts


@pytest.mark.parametrize(("keys", "digits"), [("6 213", "213"), ("c@15", "15")])
def test_half_a_time_is_not_dropped_without_a_word(entries, journal, keys, digits):
    state = form(entries, keys)
    with pytest.raises(BadInput, match=f"{digits}… is no whole time"):
        entries.save(TONIGHT, state)
    assert values(journal) == {}


def test_what_is_saved_by_now_is_no_longer_unsaved(entries, journal):
    journal.ledgers.add_medicine("iron", usual=True)
    form(entries, "6 - c u")
    journal.record.amend(TONIGHT, {"severity": 6, "onset": "not_yet"}, usual=True)
    back = entries.unsaved(TONIGHT)
    assert (dict(back.draft), back.usual) == ({"f.caffeine": 2}, None)


@pytest.mark.parametrize(
    "slip",
    [
        {"severity": 12},
        {"f.nosuch": 1},
        {"mode": 1},
        {"onset": "2026-11-25T21:00+01:00"},
        {"usual_medicines": True},
    ],
)
def test_a_draft_that_the_journal_could_not_take_does_not_stand_in_the_way(entries, journal, drafts, slip):
    drafts.keep(TONIGHT, {"pain": 3, **slip})
    entries.save(TONIGHT, entries.unsaved(TONIGHT))
    assert values(journal)["pain"] == 3


def test_a_note_that_is_too_long_is_never_dropped(entries):
    entries.keep(TONIGHT, FormState(draft={"note": "x" * 5000}))

    back = entries.unsaved(TONIGHT)

    assert back.draft == {"note": "x" * 5000}
    with pytest.raises(BadInput, match="at most 4000"):
        entries.save(TONIGHT, back)
    assert entries.unsaved(TONIGHT) == back


def test_clearing_a_saved_answer_survives_a_crash_too(entries, journal):
    journal.record.amend(TONIGHT, {"severity": 6, "f.caffeine": 2})
    entries.save(TONIGHT, form(entries, "c c"))
    assert "f.caffeine" not in values(journal)


@pytest.mark.parametrize(
    ("last_night", "tonight", "expected"),
    [
        ({"severity": 8}, {}, True),
        ({"severity": 7}, {}, False),
        ({"severity": 8}, {"severity": 4, "lights_out": "22:50"}, True),
        ({"severity": 8}, {"severity": 4, "f.caffeine": 2}, False),
        ({"lights_out": "23:00", "sol_min": 60, "waso_min": 200, "final_wake": "06:00"}, {}, True),
        ({"lights_out": "23:00", "sol_min": 60, "waso_min": 20, "final_wake": "06:00"}, {}, False),
        ({"final_wake": "06:00"}, {}, False),
    ],
)
def test_after_a_very_bad_night_the_form_asks_little(entries, journal, last_night, tonight, expected):
    journal.record.amend(date(2026, 11, 18), last_night)
    if tonight:
        journal.record.amend(TONIGHT, tonight)
    assert entries.sheet(TONIGHT).is_brief is expected


def test_an_episode_of_last_night_is_enough_and_neither_the_night_nor_a_past_one_asks_little(
    entries, journal, clock
):
    clock.set("2026-11-19T03:10")
    journal.record.awake(clock.now(), {"severity": 9})
    clock.set("2026-11-19T22:40")
    assert entries.sheet(TONIGHT).is_brief
    assert not entries.sheet(TONIGHT, is_awake=True).is_brief
    journal.record.amend(date(2026, 11, 17), {"severity": 9})
    assert not entries.sheet(date(2026, 11, 18)).is_brief


def test_a_draft_of_more_than_the_rating_is_shown_whole(entries, journal):
    journal.record.amend(date(2026, 11, 18), {"severity": 9})
    form(entries, "6")
    assert entries.unsaved(TONIGHT).is_brief(entries.sheet(TONIGHT))
    form(entries, "c")
    assert not entries.unsaved(TONIGHT).is_brief(entries.sheet(TONIGHT))
