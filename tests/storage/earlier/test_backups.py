from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.storage.conftest import Machine, changes

from stillnight.storage.earlier import backups
from stillnight.storage.earlier.backups import (
    DAYS,
    HOURS,
    MONTHS,
    Image,
    image_of,
    images_in,
    keep_before,
    worth_keeping,
)

NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)


def _kept(machine: Machine) -> list[bytes]:
    folder = machine.own / "backups"
    return [(folder / image.name).read_bytes() for image in images_in(folder)]


def _made(hours: list[datetime]) -> list[Image]:
    """Images of these moments, thinned each time one is made, as on a machine in use."""
    kept: list[Image] = []
    for number, moment in enumerate(hours, 1):
        image = image_of(f"{moment:%Y%m%dT%H}00-{number:05}.json")
        if image and (not kept or kept[-1].hour != image.hour):
            kept = sorted(worth_keeping([*kept, image]))
    return kept


def test_the_first_state_of_an_hour_is_kept(tmp_path: Path):
    folder = tmp_path / "backups"
    keep_before(folder, b"first", NOON)
    keep_before(folder, b"second", NOON + timedelta(minutes=59))
    keep_before(folder, b"third", NOON + timedelta(minutes=60))

    kept = {image.name: image.read_bytes() for image in folder.iterdir()}

    assert kept == {"20261119T1200-00001.json": b"first", "20261119T1300-00002.json": b"third"}


def test_an_image_knows_when_it_was_made():
    name, at = "20261119T2140-00012.json", datetime(2026, 11, 19, 21, 40, tzinfo=UTC)
    assert image_of(name) == Image(12, "20261119T21", name, at)


def test_images_of_the_first_kind_are_the_oldest(tmp_path: Path):
    for name in ("20261119T22.json", "20261118T09.json", "moved-20261118T090000.json", "20261399T09.json"):
        (tmp_path / name).write_bytes(b"x")

    keep_before(tmp_path, b"new", NOON - timedelta(days=9))

    assert [image.name for image in images_in(tmp_path)] == [
        "20261118T09.json",
        "20261119T22.json",
        "20261110T1200-00001.json",
    ]


def test_images_are_thinned_with_age():
    made = _made([NOON + timedelta(hours=number) for number in range(24 * 600)])

    assert made[-HOURS:] == sorted(made, key=lambda image: image.hour)[-HOURS:]
    assert len({image.hour[:8] for image in made}) >= DAYS
    assert len({image.hour[:6] for image in made}) == MONTHS
    assert len(made) <= HOURS + DAYS + MONTHS


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 24 * 40), min_size=1, max_size=250))
def test_over_years_each_hour_day_and_month_keeps_its_first_image(gaps: list[int]):
    moments, at = [], NOON
    for gap in gaps:
        at += timedelta(hours=gap)
        moments.append(at)
    every = [Image(number, f"{at:%Y%m%dT%H}", "", at) for number, at in enumerate(moments, 1)]

    kept = {image.number for image in _made(moments)}

    assert {image.number for image in every[-HOURS:]} <= kept
    for label, most in ((8, DAYS), (6, MONTHS)):
        firsts = {image.hour[:label]: image.number for image in reversed(every)}
        assert set(sorted(firsts.values())[-most:]) <= kept
    assert kept == {image.number for image in worth_keeping(every)}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-24 * 4000, 24 * 400), min_size=1, max_size=250))
def test_a_clock_that_jumps_loses_no_newer_image(jumps: list[int]):
    moments, at = [], NOON
    for jump in jumps:
        at = max(at + timedelta(hours=jump), datetime(1970, 1, 1, tzinfo=UTC))
        moments.append(at)

    made = _made(moments)

    newest = [number for number, at in enumerate(moments, 1) if number < 2 or moments[number - 2] != at]
    assert [image.number for image in made][-HOURS:] == newest[-HOURS:]
    assert len(made) <= HOURS + DAYS + MONTHS


def test_with_the_clock_put_back_ten_years_images_are_still_made(machine: Machine):
    store = machine.log(severity=1)
    for hours in range(1, 80):
        machine.clock.advance(hours=1)
        store.write("log", changes(severity=hours % 10))
    machine.clock.set("2016-01-01T12:00")
    before = machine.journal.read_bytes()

    store.write("log", changes(note="in the wrong year"))

    assert _kept(machine)[-1] == before


def test_images_of_others_are_left_alone(tmp_path: Path):
    (tmp_path / "mine.json").write_bytes(b"x")

    for number in range(HOURS + 80):
        keep_before(tmp_path, b"x", NOON + timedelta(hours=number))

    assert (tmp_path / "mine.json").exists()
    assert len(list(tmp_path.iterdir())) < HOURS + 20


def test_a_save_keeps_what_the_file_held(machine: Machine):
    store = machine.log(severity=6)
    before = machine.journal.read_bytes()
    machine.clock.advance(hours=1)

    store.write("log", changes(severity=7))
    store.write("log", changes(severity=8))

    assert _kept(machine)[-1] == before


def test_what_another_device_wrote_over_is_kept_too(machine: Machine, desk: Machine):
    machine.log(severity=6)
    before = machine.journal.read_bytes()
    machine.clock.advance(hours=1)
    desk.log(severity=7)

    machine.open()

    assert _kept(machine) == [before]


@pytest.mark.parametrize("left", [b"", b'{"meta":{"1":{"jour', None])
def test_a_damaged_file_is_no_image_of_the_journal(machine: Machine, left: bytes | None):
    store = machine.log(severity=6)
    before = machine.journal.read_bytes()
    machine.clock.advance(hours=1)
    machine.journal.unlink() if left is None else machine.journal.write_bytes(left)

    store.write("log", changes(severity=7))

    assert _kept(machine) == [before]


def test_a_new_device_keeps_the_file_it_found(machine: Machine, desk: Machine):
    machine.log(severity=6)
    before = machine.journal.read_bytes()

    desk.open().write("log", changes(severity=7))

    assert _kept(desk) == [before]


def test_a_new_device_keeps_no_damaged_file_as_an_image(machine: Machine, desk: Machine):
    machine.log(severity=6)
    machine.journal.write_bytes(machine.journal.read_bytes()[:-9])

    desk.log(severity=7)

    assert all(image.endswith(b"}}\n") for image in _kept(desk))


def test_a_backup_that_fails_stops_no_save(machine: Machine):
    store = machine.open()
    (machine.own / "backups").write_text("in the way")

    assert store.write("log", changes(severity=6)).published


def test_a_backup_that_broke_off_is_none_and_is_made_again(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    store = machine.log(severity=6)
    before = machine.journal.read_bytes()
    machine.clock.advance(hours=1)
    folder = machine.own / "backups"
    folder.mkdir()
    (folder / "~20261119T2240-00001.json.77.0a0b0c0d.tmp").write_bytes(before[:100])

    def refuse(*_: object, **__: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "replace_file", refuse)
    assert store.write("log", changes(severity=7)).published
    assert images_in(folder) == []

    monkeypatch.undo()
    before = machine.journal.read_bytes()
    store.write("log", changes(severity=8))
    assert [path.read_bytes() for path in folder.iterdir()] == [before]


def test_an_empty_image_does_not_stand_for_its_hour(tmp_path: Path):
    (tmp_path / "20261119T1200-00001.json").write_bytes(b"")

    keep_before(tmp_path, b"real", NOON)

    assert (tmp_path / "20261119T1200-00002.json").read_bytes() == b"real"
