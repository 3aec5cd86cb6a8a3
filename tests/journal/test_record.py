"""Writing nights, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.clocks import BERLIN, LORD_HOWE, NEW_YORK

from stillnight.domain.errors import BadInput, FieldError, StoreError, UnknownName
from stillnight.domain.ids import night_id
from stillnight.domain.ports import NIGHTS
from stillnight.journal.record import MORNING

TONIGHT = date(2026, 11, 19)
LAST_NIGHT = date(2026, 11, 18)


def night(journal, day=TONIGHT):
    return dict(journal.browse.night(day).values)


def doses(journal):
    return dict(journal.desk.store.all("doses"))


def episodes(journal):
    return list(journal.desk.store.all("episodes").values())


def test_an_entry_is_kept_with_its_date_and_the_time_of_its_form(journal):
    receipt = journal.record.amend(TONIGHT, {"severity": "6", "onset": "21:30"})
    assert night(journal) == {
        "date": "2026-11-19",
        "severity": 6,
        "onset": "2026-11-19T21:30+01:00",
        "evening_at": "2026-11-19T22:40+01:00",
    }
    assert receipt.changed == 4


def test_only_what_is_named_changes(journal):
    journal.record.amend(TONIGHT, {"severity": 6, "note": "calm", "f.caffeine": 2})
    before = night(journal)
    journal.record.amend(TONIGHT, {"note": "not so calm"})
    assert night(journal) == {**before, "note": "not so calm"}


def test_saying_the_same_again_changes_nothing(journal):
    journal.record.amend(TONIGHT, {"severity": 6, "f.alcohol": False})
    assert journal.record.amend(TONIGHT, {"severity": 6, "f.alcohol": False}).changed == 0


def test_no_and_zero_are_two_answers(journal):
    journal.record.amend(TONIGHT, {"f.caffeine": 0})
    journal.record.amend(TONIGHT, {"f.caffeine": False})
    assert night(journal)["f.caffeine"] is False


@pytest.mark.parametrize("answer", [False, None])
def test_a_no_or_no_answer_takes_the_details_of_a_yes_back(journal, answer):
    journal.record.amend(TONIGHT, {"f.caffeine": 2, "f.caffeine.at": "15:30", "f.alcohol": 1})
    journal.record.amend(TONIGHT, {"f.caffeine": answer})
    assert "f.caffeine.at" not in night(journal)
    assert night(journal)["f.alcohol"] == 1


def test_none_of_it_is_an_amount_and_keeps_what_is_known_beside_it(journal):
    journal.record.amend(TONIGHT, {"f.caffeine": 2, "f.caffeine.at": "15:30"})
    journal.record.amend(TONIGHT, {"f.caffeine": 0})
    assert night(journal)["f.caffeine.at"] == "2026-11-19T15:30+01:00"


def test_a_field_is_cleared_by_nothing(journal):
    journal.record.amend(TONIGHT, {"severity": 6, "pain": 3})
    journal.record.amend(TONIGHT, {"pain": None})
    assert "pain" not in night(journal)


@pytest.mark.parametrize(
    ("before", "values", "onset"),
    [
        ({}, {"severity": 0}, "none"),
        ({"severity": 5, "onset": "21:30"}, {"severity": 0}, "none"),
        ({"severity": 0}, {"severity": 4}, None),
        ({"severity": 0}, {"severity": None, "pain": 1}, None),
        ({"severity": 0}, {"severity": 4, "onset": "20:00"}, "2026-11-19T20:00+01:00"),
        ({"severity": 3, "onset": "not_yet"}, {"severity": 4}, "not_yet"),
        ({"severity": 0}, {"pain": 1}, "none"),
    ],
)
def test_no_urge_has_no_onset_and_an_urge_takes_that_back(journal, before, values, onset):
    if before:
        journal.record.amend(TONIGHT, before)
    journal.record.amend(TONIGHT, values)
    assert night(journal).get("onset") == onset


def test_the_time_of_a_form_is_that_of_its_first_save(journal, clock):
    journal.record.amend(TONIGHT, {"severity": 6})
    clock.advance(minutes=20)
    journal.record.amend(TONIGHT, {"severity": 7})
    assert night(journal)["evening_at"] == "2026-11-19T22:40+01:00"
    assert "morning_at" not in night(journal)


def test_evening_and_morning_have_a_time_each(journal, clock):
    journal.record.amend(TONIGHT, {"severity": 6})
    clock.set("2026-11-20T08:00")
    journal.record.amend(TONIGHT, {"rested": 2}, form=MORNING)
    assert night(journal)["evening_at"] == "2026-11-19T22:40+01:00"
    assert night(journal)["morning_at"] == "2026-11-20T08:00+01:00"


def test_a_night_to_come_is_refused_and_tonight_is_named(journal):
    with pytest.raises(BadInput, match=r"2026-11-20 is still to come \(tonight is 2026-11-19\)"):
        journal.record.amend(date(2026, 11, 20), {"severity": 6})
    assert journal.browse.dates() == []


def test_a_night_to_come_is_taken_when_it_is_meant_and_can_be_mended_then(journal):
    journal.record.amend(date(2026, 11, 20), {"severity": 6}, allow_future=True)
    journal.record.amend(date(2026, 11, 20), {"severity": 7})
    assert night(journal, date(2026, 11, 20))["severity"] == 7


def test_after_midnight_it_is_still_tonight(journal, clock):
    clock.set("2026-11-20T02:30")
    journal.record.amend(TONIGHT, {"severity": 6})
    with pytest.raises(BadInput, match="tonight is 2026-11-19"):
        journal.record.amend(date(2026, 11, 20), {"severity": 6})


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"severity": 11, "note": "x"}, FieldError),
        ({"note": "x", "onset": "25:00"}, FieldError),
        ({"mode": 1}, UnknownName),
        ({"f.nosuch": 1}, UnknownName),
    ],
)
def test_one_value_that_does_not_fit_refuses_the_whole_entry(journal, values, error):
    with pytest.raises(error):
        journal.record.amend(TONIGHT, values)
    assert journal.browse.dates() == []


def test_a_skipped_time_is_refused_and_a_doubled_one_is_the_first(journal):
    with pytest.raises(FieldError, match="the clocks skip this one on 2026-03-29"):
        journal.record.amend(date(2026, 3, 28), {"onset": "02:30"})
    journal.record.amend(date(2026, 10, 24), {"onset": "02:30"})
    assert night(journal, date(2026, 10, 24))["onset"] == "2026-10-25T02:30+02:00"


def test_a_deleted_night_comes_back_with_everything_beside_it(journal):
    journal.ledgers.add_medicine("iron", usual=True)
    journal.record.amend(LAST_NIGHT, {"severity": 4}, usual=True)
    journal.record.awake(datetime(2026, 11, 19, 3, 0, tzinfo=BERLIN), {"severity": 9})
    journal.record.awake(datetime(2026, 11, 19, 14, 0, tzinfo=BERLIN), {"severity": 1})
    journal.record.delete(LAST_NIGHT)
    assert journal.browse.marks(LAST_NIGHT, LAST_NIGHT) == {}
    assert journal.browse.page(LAST_NIGHT).doses == []
    assert len(episodes(journal)) == 1
    journal.undo()
    page = journal.browse.page(LAST_NIGHT)
    assert (page.night.severity, page.worst, len(page.doses)) == (4, 9, 1)


def test_a_deleted_night_takes_its_sessions_along_and_brings_them_back(journal):
    session = {"night": LAST_NIGHT.isoformat(), "at": "2026-11-18T21:00+01:00", "relief": "foot_massager"}
    journal.desk.put("foot massager", "sessions", 7, session)
    journal.record.delete(LAST_NIGHT)
    assert journal.browse.page(LAST_NIGHT).sessions == []
    journal.undo()
    assert [one.relief for one in journal.browse.page(LAST_NIGHT).sessions] == ["foot_massager"]


def test_a_night_that_has_only_an_episode_can_be_deleted(journal):
    journal.record.awake(datetime(2026, 11, 19, 3, 0, tzinfo=BERLIN), {"severity": 9})
    journal.record.delete(LAST_NIGHT)
    assert journal.browse.marks(LAST_NIGHT, LAST_NIGHT) == {}


def test_what_is_not_there_cannot_be_deleted(journal):
    with pytest.raises(BadInput, match="no entry for the night of 2026-11-18"):
        journal.record.delete(LAST_NIGHT)


def test_a_night_written_anew_after_its_deletion_holds_nothing_old(journal):
    journal.record.amend(LAST_NIGHT, {"severity": 4, "note": "gone"})
    journal.record.delete(LAST_NIGHT)
    journal.record.amend(LAST_NIGHT, {"severity": 2})
    assert night(journal, LAST_NIGHT) == {
        "date": "2026-11-18", "severity": 2, "evening_at": "2026-11-19T22:40+01:00",
    }  # fmt: skip


def test_usual_medicines_are_noted_taken_back_and_noted_again_as_the_same_doses(journal):
    journal.ledgers.add_medicine("iron", usual=True, dose_text="1 tablet")
    journal.ledgers.add_medicine("ibuprofen")
    journal.record.amend(TONIGHT, {"severity": 3}, usual=True)
    noted = doses(journal)
    assert [dose["amount_text"] for dose in noted.values()] == ["1 tablet"]
    journal.record.amend(TONIGHT, {}, usual=True)
    assert doses(journal) == noted
    journal.record.amend(TONIGHT, {}, usual=False)
    assert doses(journal) == {}
    journal.record.amend(TONIGHT, {}, usual=True)
    assert doses(journal) == noted


@pytest.mark.parametrize("outside", [date(2026, 11, 9), date(2026, 11, 13)])
def test_a_medicine_not_yet_begun_or_ended_is_not_among_the_usual_ones(journal, outside):
    journal.ledgers.add_medicine("iron", usual=True, start=date(2026, 11, 10))
    (iron,) = journal.ledgers.medicines()
    journal.desk.put("end", "medicines", iron.id, {"to": "2026-11-12"})
    for first_and_last in (date(2026, 11, 10), date(2026, 11, 12)):
        journal.record.amend(first_and_last, {}, usual=True)
    with pytest.raises(BadInput, match="no usual medicines yet"):
        journal.record.amend(outside, {}, usual=True)
    assert len(doses(journal)) == 2


def test_entry_and_medicines_are_one_deed(journal):
    journal.ledgers.add_medicine("iron", usual=True)
    journal.record.amend(TONIGHT, {"severity": 3}, usual=True)
    journal.undo()
    assert (journal.browse.night(TONIGHT).logged, doses(journal)) == (False, {})


@pytest.mark.parametrize(
    ("began", "belongs"),
    [
        ("2026-11-20T02:30+01:00", "2026-11-19"),
        ("2026-11-20T11:59+01:00", "2026-11-19"),
        ("2026-11-19T12:00+01:00", "2026-11-19"),
        ("2026-10-25T02:30+02:00", "2026-10-24"),
        ("2026-10-25T02:30+01:00", "2026-10-24"),
        ("2026-03-29T03:05+02:00", "2026-03-28"),
        ("2026-11-19T11:30+00:00", "2026-11-19"),
        ("2026-11-19T06:30-05:00", "2026-11-19"),
    ],
)
def test_an_episode_belongs_to_the_night_in_which_it_began(journal, began, belongs):
    journal.record.awake(datetime.fromisoformat(began), {"severity": 7})
    (episode,) = episodes(journal)
    assert episode["night"] == belongs
    assert datetime.fromisoformat(episode["at"]) == datetime.fromisoformat(began)


@pytest.mark.parametrize("zone", [BERLIN, NEW_YORK, LORD_HOWE])
def test_an_episode_at_half_past_two_is_of_the_night_before_in_every_zone(journal, clock, zone):
    clock.moment = datetime(2026, 11, 20, 2, 30, tzinfo=zone)
    journal.record.awake(clock.now(), {"severity": 7})
    assert episodes(journal)[0]["night"] == "2026-11-19"


def test_the_hour_that_happens_twice_keeps_two_episodes_in_order(journal):
    for fold in (0, 1):
        journal.record.awake(datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=BERLIN), {"severity": fold})
    found = journal.browse.page(date(2026, 10, 24)).episodes
    assert [episode.severity for episode in found] == [0, 1]
    assert (found[1].at - found[0].at).total_seconds() == 3600


def test_an_episode_leaves_the_evening_alone(journal):
    journal.record.amend(LAST_NIGHT, {"severity": 2})
    before = night(journal, LAST_NIGHT)
    journal.record.awake(
        datetime(2026, 11, 19, 3, 0, tzinfo=BERLIN),
        {
            "severity": "x",
            "relief": "walking",
            "minutes": 10,
            "after": 3,
            "out_of_bed": "yes",
            "completed": None,
        },
    )
    assert night(journal, LAST_NIGHT) == before
    assert episodes(journal) == [
        {
            "night": "2026-11-18", "at": "2026-11-19T03:00+01:00", "severity": 10, "relief": "walking",
            "minutes": 10, "after": 3, "out_of_bed": True,
        }
    ]  # fmt: skip


@pytest.mark.parametrize("values", [{"severity": 11}, {"minutes": -1}, {"mood": 3}])
def test_an_episode_that_does_not_fit_is_refused(journal, values):
    with pytest.raises(BadInput):
        journal.record.awake(datetime(2026, 11, 19, 3, 0, tzinfo=BERLIN), values)
    assert episodes(journal) == []


def test_lights_out_is_kept_to_the_minute(journal, clock):
    clock.advance(seconds=59)
    journal.record.lights_out(TONIGHT, clock.now())
    assert night(journal)["lights_out"] == "2026-11-19T22:40+01:00"


def test_a_store_that_fails_leaves_everything_as_it_was(journal, store):
    journal.record.amend(TONIGHT, {"severity": 3})
    before = night(journal)
    store.broken = "the disk is full"
    with pytest.raises(StoreError, match="full"):
        journal.record.amend(TONIGHT, {"severity": 9})
    assert store.get(NIGHTS, night_id(TONIGHT)) == before
