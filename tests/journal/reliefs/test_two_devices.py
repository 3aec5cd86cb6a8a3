"""Reliefs in a file that two devices share: nothing is lost, nothing is half."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.clocks import FixedClock
from tests.journal.conftest import FACTORS
from tests.journal.reliefs.conftest import guide, library

from stillnight.domain.night import episode_of
from stillnight.domain.ports import Deletion
from stillnight.journal.desk import Desk
from stillnight.journal.disagreeing import Disagreeing
from stillnight.journal.finding.folio import read_folios
from stillnight.journal.journal import Journal, open_journal
from stillnight.journal.purging import doomed_night, purge
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.storage import open_store

CALF, PAD = guide("calf_stretch"), guide("foot_massager")


class Device:
    """A machine with its own copy of the cloud folder."""

    def __init__(self, home: Path, clock: FixedClock) -> None:
        self.file, self.state, self.clock = home / "cloud" / "journal.json", home / "state", clock
        self.file.parent.mkdir(parents=True)

    def journal(self) -> Journal:
        return open_journal(
            Desk(open_store(self.file, self.state, self.clock, lambda _: None), self.clock, FACTORS)
        )

    def reliefs(self) -> Reliefs:
        return Reliefs(self.journal(), library(), {})

    def receive(self, other: Device) -> None:
        """The service brings the other's file as a conflict copy, and the journal is opened."""
        shutil.copy2(other.file, self.file.with_name("journal (conflicted copy).json"))
        self.journal()

    def episodes(self) -> list[dict]:
        return [dict(one) for one in self.journal().desk.store.all("episodes").values()]


@pytest.fixture
def pair(tmp_path: Path, clock: FixedClock) -> tuple[Device, Device]:
    desk, laptop = Device(tmp_path / "desk", clock), Device(tmp_path / "laptop", clock)
    desk.journal().record.amend(desk.journal().tonight, {"pain": 1})
    shutil.copy2(desk.file, laptop.file)
    return desk, laptop


def test_ratings_made_on_two_devices_meet_in_one_record_and_are_named(pair, clock):
    desk, laptop = pair
    desk.reliefs().rate("walk", 4)
    clock.advance(minutes=1)
    laptop.reliefs().rate("walk", 2)
    laptop.reliefs().rate("yoga", 3)
    desk.receive(laptop)
    journal = desk.journal()
    assert len(journal.desk.store.all("reliefs")) == 2
    assert desk.reliefs().ratings() == {"walk": 2, "yoga": 3}
    some = Disagreeing(journal)
    assert [some.where(one) for one in some.open()] == ["reliefs: walk"]


def test_what_both_know_of_a_session_stays(pair, clock):
    desk, laptop = pair
    begun = laptop.reliefs().begin(CALF, severity=6)
    shutil.copy2(laptop.file, desk.file)
    clock.advance(minutes=1)
    desk.journal().desk.put("elsewhere", "episodes", begun.number, {"out_of_bed": True, "severity": 8})
    clock.advance(minutes=1)
    laptop.reliefs().finish(begun, 4, completed=True, after=3)
    laptop.receive(desk)
    (kept,) = laptop.episodes()
    assert (kept["severity"], kept["out_of_bed"], kept["minutes"], kept["after"]) == (8, True, 4, 3)


def test_a_session_that_another_device_deleted_meanwhile_ends_whole(pair, clock):
    desk, laptop = pair
    begun = laptop.reliefs().begin(CALF, severity=6)
    shutil.copy2(laptop.file, desk.file)
    clock.advance(minutes=1)
    desk.journal().desk.store.write("delete", [Deletion("episodes", begun.number)])
    clock.advance(minutes=1)
    laptop.reliefs().finish(begun, 4, completed=True, after=3)
    for one, other in ((laptop, desk), (desk, laptop)):
        one.receive(other)
        (kept,) = one.episodes()
        assert episode_of(kept) is not None
        assert (kept["severity"], kept["relief"], kept["minutes"]) == (6, "calf_stretch", 4)


@pytest.mark.parametrize("is_purged", [False, True])
def test_a_session_that_another_program_took_away_meanwhile_ends_whole(pair, clock, is_purged):
    desk, _ = pair
    here = desk.reliefs()
    begun = here.begin(CALF, severity=6)
    elsewhere = desk.journal()
    if is_purged:
        keeping = elsewhere.desk.store.keeping
        purge(keeping, doomed_night(keeping, elsewhere.tonight))
    else:
        elsewhere.undo()
    here.finish(begun, 4, completed=False)
    assert [episode_of(one) is not None for one in desk.episodes()] == [True]
    here.finish(begun, 4, completed=False, after=3)
    (kept,) = desk.episodes()
    assert (kept["at"], kept["relief"], kept["severity"]) == ("2026-11-19T22:40+01:00", "calf_stretch", 6)
    assert (kept["minutes"], kept["completed"], kept["after"]) == (4, False, 3)


def test_an_undo_leaves_what_another_device_wrote_since(pair, clock):
    desk, laptop = pair
    begun = laptop.reliefs().begin(CALF, severity=6)
    laptop.reliefs().finish(begun, 4, completed=True, after=3)
    shutil.copy2(laptop.file, desk.file)
    clock.advance(minutes=1)
    desk.journal().desk.put("elsewhere", "episodes", begun.number, {"after": 5})
    laptop.receive(desk)
    undone = laptop.journal().undo()
    assert [field for _, _, field in undone.kept] == ["after"]
    (kept,) = laptop.episodes()
    assert (kept.get("minutes"), kept["completed"], kept["after"]) == (None, False, 5)


def test_a_session_belongs_to_its_night_where_that_is_purged_searched_and_brought_back(pair):
    desk, _ = pair
    some = desk.reliefs()
    some.finish(some.begin(PAD), 15, completed=True)
    journal = desk.journal()
    keeping, night = journal.desk.store.keeping, journal.tonight
    assert "sessions" in [table for (table, _), _ in keeping.belonging(night)]
    (folio,) = read_folios(journal, night, night)
    assert ("relief", "foot massager") in folio.passages
    since = keeping.compare(keeping.kept()[-1]).differing
    assert [one.night for one in since if one.table == "sessions"] == [night]
    journal.record.delete(night)
    assert journal.browse.page(night).sessions == []
    journal.undo()
    assert [one.relief for one in journal.browse.page(night).sessions] == ["foot_massager"]
