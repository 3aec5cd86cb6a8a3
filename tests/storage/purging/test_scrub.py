"""What was purged stands nowhere: not here, not on another device, not after a scrub that broke off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.storage.conftest import TONIGHT, Machine, changes
from tests.storage.states import STATES

from stillnight.domain.keeping import Purging
from stillnight.domain.ports import Change, Deletion
from stillnight.storage.deeds.plan import purging
from stillnight.storage.disk.drafts import FileDrafts
from stillnight.storage.disk.kept_looks import KeptLooks
from stillnight.storage.disk.last_seen import LastSeen
from stillnight.storage.layout.lines import dump
from stillnight.storage.layout.reading import load
from stillnight.storage.purging import scrub
from stillnight.storage.purging.what_is_left import purges_in, scrubbed
from stillnight.storage.store import FileStore
from stillnight.storage.writes.state import State

SECRET, SECOND = "ein Geständnis über 🌙", "a second thought"
NIGHT = 20261110


def _filled(machine: Machine) -> FileStore:
    """A night with a secret in every place where this machine keeps anything."""
    store = machine.open()
    store.write("log", changes(NIGHT, severity=6, note=SECRET))
    store.write(
        "awake", [Change("episodes", 77, "night", "2026-11-10"), Change("episodes", 77, "note", SECRET)]
    )
    store.write("log", changes(TONIGHT, severity=1, note="of another night"))
    machine.clock.advance(hours=1)
    store.write("log", changes(NIGHT, note=SECOND))
    store.undo()
    machine.clock.advance(hours=1)
    store.write("log", [*changes(NIGHT, pain=2), *changes(TONIGHT, pain=2)])
    data = machine.journal.read_bytes()
    store.vault.folder.keep_damaged(data[: data.index(b'"nights"') + 200])
    (machine.own / "backups" / "moved-20261101T101010.json").write_bytes(data)
    (machine.own / "backups" / "moved-20261101T101010.log").write_bytes(
        (machine.own / "log.jsonl").read_bytes()
    )
    (machine.own / "copies").mkdir(exist_ok=True)
    (machine.own / "copies" / f"{'a' * 32}.json").write_bytes(json.dumps(json.loads(data)).encode())
    (machine.own / "~replica.json.1.0a0b0c0d.tmp").write_bytes(data)
    (machine.journal.parent / "~journal.json.1.0a0b0c0d.tmp").write_bytes(data)
    FileDrafts(machine.state, machine.journal).keep(date(2026, 11, 10), {"note": SECRET})
    FileDrafts(machine.state, machine.journal).keep(date(2026, 11, 11), {"note": "still typing"})
    (machine.own / "inbox").mkdir(exist_ok=True)
    line = f"# stillnight\n2026-11-10 6 note {SECRET}\n".encode()
    (machine.own / "inbox" / f"20261119T214000-{len(line)}-0a0b0c0d.txt").write_bytes(line + b"5 note late")
    LastSeen(machine.state, machine.journal).keep({"tonight": SECRET})
    KeptLooks(machine.state, machine.journal).keep([SECRET])
    return store


def _holding(*folders: Path) -> list[str]:
    """The files in which any of the secrets stands, as it is or as JSON spells it."""
    needles = [way.encode() for text in (SECRET, SECOND) for way in (text, json.dumps(text)[1:-1])]
    needles.append("Geständnis".encode("ascii", "backslashreplace").replace(b"\\xe4", b"\\u00e4"))
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in paths if any(needle in path.read_bytes() for needle in needles)]


def _purge(store: FileStore) -> Purging:
    places = [place for place, _ in store.keeping.belonging(date(2026, 11, 10))]
    return store.keeping.purge("purge of 2026-11-10", places)


def test_a_night_belongs_with_its_episodes_in_the_bin_or_not(machine: Machine):
    store = _filled(machine)
    store.write("delete", [Deletion("episodes", 77)])

    assert [place for place, _ in store.keeping.belonging(date(2026, 11, 10))] == [
        ("nights", NIGHT),
        ("episodes", 77),
    ]


def test_after_a_purge_its_words_stand_nowhere(machine: Machine):
    store = _filled(machine)
    assert len(_holding(machine.journal.parent, machine.state)) > 9

    done = _purge(store)

    assert (done.receipt.published, done.receipt.changed, list(done.left)) == (True, 2, [])
    assert _holding(machine.journal.parent, machine.state) == []
    assert store.get("nights", NIGHT) is None
    assert store.get("episodes", 77) is None
    assert store.earlier("nights", NIGHT) == []
    assert store.keeping.belonging(date(2026, 11, 10)) == []
    assert not (machine.own / "scrub").exists()


def test_an_old_inbox_keeps_its_token_its_length_and_what_came_late(machine: Machine):
    store = _filled(machine)
    (path,) = (machine.own / "inbox").glob("*.txt")
    size = path.stat().st_size

    _purge(store)

    assert path.stat().st_size == size
    assert path.read_bytes().split() == [b"#", b"stillnight", b"5", b"note", b"late"]


def test_what_is_kept_for_a_place_that_is_gone_is_scrubbed_too(machine: Machine, tmp_path: Path):
    _filled(machine)
    there = Machine(tmp_path / "renamed" / "journal.json", machine.state, machine.clock)
    machine.journal.parent.rename(there.journal.parent)

    _purge(there.open())

    assert _holding(there.journal.parent, machine.state) == []


def test_a_journal_that_is_away_loses_nothing_to_a_purge_in_a_copy_of_it(machine: Machine, tmp_path: Path):
    _filled(machine)
    copy = Machine(tmp_path / "tried" / "journal.json", machine.state, machine.clock)
    copy.journal.parent.mkdir()
    copy.journal.write_bytes(machine.journal.read_bytes())
    tried = copy.open()
    machine.journal.parent.rename(tmp_path / "pulled out")

    _purge(tried)

    assert _holding(machine.state) == []
    (tmp_path / "pulled out").rename(machine.journal.parent)
    assert (machine.open().get("nights", NIGHT) or {})["note"] == SECRET
    assert (copy.open().get("nights", NIGHT) or {}) == {}


def test_what_is_of_other_nights_stays_in_all_of_it(machine: Machine):
    store = _filled(machine)
    before = {Path(one.file): load(Path(one.file).read_bytes()) for one in store.keeping.kept()}
    assert len(before) > 4

    _purge(store)

    for path, held in before.items():
        left = load(path.read_bytes())
        assert left.text("nights", str(TONIGHT)) == held.text("nights", str(TONIGHT))
        assert left.tables["meta"] == held.tables["meta"]
    assert [Path(one.file) for one in store.keeping.kept()] == list(before)
    assert FileDrafts(machine.state, machine.journal).nights() == [date(2026, 11, 11)]
    assert (store.get("nights", TONIGHT) or {})["note"] == "of another night"


def test_other_deeds_can_still_be_undone(machine: Machine):
    store = _filled(machine)
    _purge(store)

    undone = store.undo()

    assert undone.label == "log"
    assert undone.touched == (("nights", TONIGHT),)
    assert "pain" not in (store.get("nights", TONIGHT) or {})
    assert store.undo().touched == (("nights", TONIGHT),)
    assert store.undo().receipt is None
    assert store.get("nights", NIGHT) is None


def test_a_purged_night_can_be_logged_anew(machine: Machine, desk: Machine):
    store = _filled(machine)
    _purge(store)

    store.write("log", changes(NIGHT, severity=3))

    assert store.get("nights", NIGHT) == {"date": "2026-11-10", "severity": 3}
    assert store.earlier("nights", NIGHT) == []
    assert (desk.open().get("nights", NIGHT) or {})["severity"] == 3
    store.undo()
    assert store.get("nights", NIGHT) is None


def test_another_device_scrubs_when_it_meets_the_purge(machine: Machine, desk: Machine):
    store = _filled(machine)
    there = desk.open()
    there.write("log", changes(NIGHT, mood=2))
    desk.clock.advance(hours=1)
    there.write("log", changes(TONIGHT, mood=2))
    there.vault.folder.keep_damaged(desk.journal.read_bytes()[:-9])
    store.refresh()
    _purge(store)
    assert len(_holding(desk.state)) > 2

    there.refresh()

    assert _holding(desk.state, desk.journal.parent, machine.state) == []
    assert there.get("nights", NIGHT) is None
    assert there.undo().touched == (("nights", TONIGHT),)


def test_a_device_that_was_offline_brings_nothing_back(machine: Machine, desk: Machine, tmp_path: Path):
    store = _filled(machine)
    away = Machine(tmp_path / "away" / "journal.json", desk.state, desk.clock)
    away.journal.parent.mkdir()
    away.journal.write_bytes(machine.journal.read_bytes())
    away.log(TONIGHT, mood=4)
    _purge(store)

    machine.journal.write_bytes(away.journal.read_bytes())  # the service lets its file win
    store.refresh()
    away.journal.write_bytes(machine.journal.read_bytes())
    away.open()

    assert _holding(machine.journal.parent, away.journal.parent, machine.state, away.state) == []
    assert (store.get("nights", TONIGHT) or {})["mood"] == 4


def test_what_is_typed_of_a_purged_night_since_stays_through_later_purges_and_repairs(machine: Machine):
    store = _filled(machine)
    _purge(store)
    drafts = FileDrafts(machine.state, machine.journal)
    drafts.keep(date(2026, 11, 10), {"note": "typed anew"})

    store.keeping.purge("purge of another night", [("nights", TONIGHT)])
    store.repair()

    assert drafts.load(date(2026, 11, 10)) == {"note": "typed anew"}


def test_a_damaged_file_that_comes_after_the_purge_is_scrubbed_too(machine: Machine):
    store = _filled(machine)
    old = machine.journal.read_bytes()
    _purge(store)
    (machine.journal).write_bytes(old[: old.index(b'"nights"') + 300])

    store = machine.open()

    assert _holding(machine.journal.parent, machine.state) == []
    assert len(list((machine.own / "damaged").glob("*.json"))) == 2


def test_nothing_is_scrubbed_twice(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    store = _filled(machine)
    _purge(store)
    looked: list[str] = []
    monkeypatch.setattr(scrub, "_scrub", lambda path, *_: looked.append(path.name))

    store.write("log", changes(TONIGHT, severity=4))
    machine.open()

    assert looked == []


def test_a_scrub_that_broke_off_is_finished_at_the_next_open(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    """Broken at each of the files that it writes, in turn."""
    store = _filled(machine)
    real, calls = scrub.replace_file, 0

    class Killed(BaseException):
        pass

    for number in range(1, 30):
        calls = 0

        def replaced(path: Path, data: bytes, *, number: int = number, **options: bool) -> bool:
            nonlocal calls
            calls += 1
            if calls == number:
                raise Killed
            return real(path, data, **options)

        monkeypatch.setattr(scrub, "replace_file", replaced)
        try:
            _purge(store)
        except Killed:
            assert (machine.own / "scrub").exists()
            monkeypatch.undo()
            store = machine.open()
            assert _holding(machine.journal.parent, machine.state) == []
            store = _again(machine, number)
        else:
            break
    assert number > 6


def _again(machine: Machine, number: int) -> FileStore:
    """The same once more, by a device that never purged."""
    fresh = Machine(
        machine.journal.parent.parent / f"{number}" / "journal.json",
        machine.state.parent / f"state{number}",
        machine.clock,
    )
    machine.journal, machine.state = fresh.journal, fresh.state
    return _filled(machine)


def test_a_file_that_cannot_be_scrubbed_is_told_and_tried_again(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    store = _filled(machine)

    def refuse(path: Path, data: bytes, **_: bool) -> bool:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(scrub, "replace_file", refuse)
    done = _purge(store)

    assert any("cannot be written; that is tried again" in notice for notice in store.notices())
    assert done.left
    monkeypatch.undo()
    assert not any("tried again" in notice for notice in machine.open().notices())
    assert _holding(machine.journal.parent, machine.state) == []


def test_a_file_beside_the_journal_that_only_its_owner_may_touch_is_named(machine: Machine):
    store = _filled(machine)
    copy = machine.journal.with_name("journal of spring, my own copy.txt")
    copy.write_bytes(machine.journal.read_bytes())

    assert _purge(store).left == [str(copy)]


def test_where_the_file_cannot_be_written_it_is_gone_here_and_goes_there_later(machine: Machine):
    store = _filled(machine)
    away = machine.journal.with_name("away.json")
    machine.journal.rename(away)
    machine.journal.mkdir()

    done = _purge(store)

    assert not done.receipt.published
    assert _holding(machine.state) == []
    machine.journal.rmdir()
    away.rename(machine.journal)
    store.vault.settle()
    assert _holding(machine.journal.parent, machine.state) == []


def test_the_whole_bin_can_be_purged(machine: Machine):
    store = machine.open()
    for night in (20261101, 20261102, 20261103):
        store.write("log", changes(night, severity=1, note=SECRET))
    store.write("delete", [Deletion("nights", 20261101), Deletion("nights", 20261102)])

    assert [place for place, _ in store.keeping.deleted()] == [("nights", 20261101), ("nights", 20261102)]
    store.keeping.purge("purge of the bin", [place for place, _ in store.keeping.deleted()])

    assert store.keeping.deleted() == []
    assert [night.day for night in store.dates()] == [3]


def test_a_purge_of_nothing_is_no_deed(machine: Machine):
    store = machine.log(severity=1)
    before = (machine.own / "log.jsonl").read_bytes()

    assert store.keeping.purge("purge", [("nights", NIGHT)]).receipt.changed == 0

    assert (machine.own / "log.jsonl").read_bytes() == before


def _keys(state: State) -> Iterator[tuple[str, str]]:
    yield from (key for key in state.keys() if key[0] in ("nights", "episodes"))  # noqa: SIM118


@settings(max_examples=100, deadline=None)
@given(STATES, STATES)
def test_a_scrubbed_file_holds_what_the_join_with_the_purge_would(now: State, image: State):
    from stillnight.storage.deeds.deed import Deed, apply
    from stillnight.storage.joining.join import join

    base = "500000000000-0000-cccccccc"
    after = apply(now, [Deed(base, "", tuple(purging(now, _keys(now), base, "cccccccc")))])
    purges = purges_in(after)

    left = load(scrubbed(dump(image), purges, now) or dump(image))

    for key in image.keys():  # noqa: SIM118
        if key in purges:
            left_over, at = list(left.rec(*key).writes()), purges[key]
            assert all(write.field == "_p" or write.stamp > at for write in left_over)
            later = {write.stamp for write in image.rec(*key).writes() if write.stamp > at}
            assert later <= {write.stamp for write in left_over}
            assert join(left, after).text(*key) == join(image, after).text(*key)
        else:
            assert left.text(*key) == image.text(*key)
    assert scrubbed(dump(left), purges, now) is None
