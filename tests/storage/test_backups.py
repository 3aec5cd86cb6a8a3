from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.storage.conftest import Machine, changes

from stillnight.storage.backups import DAYS, HOURS, MONTHS, keep_before, worth_keeping

NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)


def test_the_first_state_of_an_hour_is_kept(tmp_path: Path):
    folder = tmp_path / "backups"
    keep_before(folder, b"first", NOON)
    keep_before(folder, b"second", NOON + timedelta(minutes=59))
    keep_before(folder, b"third", NOON + timedelta(minutes=60))

    kept = {image.name: image.read_bytes() for image in folder.iterdir()}

    assert kept == {"20261119T12.json": b"first", "20261119T13.json": b"third"}


def test_images_are_thinned_with_age():
    hours = [NOON - timedelta(hours=number) for number in range(24 * 600)]
    names = sorted(f"{hour:%Y%m%dT%H}.json" for hour in hours)

    kept = worth_keeping(names)

    assert set(names[-HOURS:]) <= kept
    assert len({name[:8] for name in kept}) >= DAYS
    assert len({name[:6] for name in kept}) == MONTHS
    assert len(kept) <= HOURS + DAYS + MONTHS


def test_thinning_an_hour_at_a_time_keeps_as_much():
    kept: set[str] = set()
    for number in range(24 * 100):
        hour = NOON + timedelta(hours=number)
        kept = worth_keeping(sorted({*kept, f"{hour:%Y%m%dT%H}.json"}))

    assert len({name[:8] for name in kept}) >= DAYS


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

    assert before in [image.read_bytes() for image in (machine.own / "backups").iterdir()]


def test_a_backup_that_fails_stops_no_save(machine: Machine):
    store = machine.open()
    (machine.own / "backups").write_text("in the way")

    assert store.write("log", changes(severity=6)).published
