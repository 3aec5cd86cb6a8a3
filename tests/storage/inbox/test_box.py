"""An inbox on the disk: what is read, what is left alone, what is kept and for how long."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.clocks import FixedClock
from tests.journal.conftest import FACTORS
from tests.journal.memory_store import MemoryStore

from stillnight.domain.errors import StoreError
from stillnight.journal.desk import Desk
from stillnight.journal.inbox.taking import Delivery, take_in
from stillnight.journal.journal import Journal, open_journal
from stillnight.storage.disk.folder import folder_path
from stillnight.storage.inbox.box import MOST_BYTES, FileBox


@pytest.fixture
def journal(clock: FixedClock) -> Journal:
    return open_journal(Desk(MemoryStore(clock), clock, FACTORS))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The cloud folder, with a journal that this machine knows."""
    folder = tmp_path / "cloud"
    folder.mkdir()
    folder_path(tmp_path / "state", folder / "journal.json").mkdir(parents=True)
    return folder


@pytest.fixture
def own(folder: Path) -> Path:
    """What this machine keeps of the inbox."""
    return folder_path(folder.parent / "state", folder / "journal.json") / "inbox"


@pytest.fixture
def look(journal: Journal, folder: Path) -> Callable[[], Delivery]:
    def run() -> Delivery:
        box = FileBox(folder / "journal.json", folder.parent / "state", journal.desk.clock)
        with box.open():
            delivery = take_in(journal, box)
            box.remember(is_over=not delivery.waiting)
        return delivery

    return run


@pytest.fixture
def has_mail(journal: Journal, folder: Path) -> Callable[[], bool]:
    return lambda: FileBox(folder / "journal.json", folder.parent / "state", journal.desk.clock).has_mail()


@pytest.fixture
def note(journal: Journal) -> Callable[[], str]:
    return lambda: journal.browse.night(journal.tonight).note


def texts(folder: Path) -> list[str]:
    return [path.read_text() for path in sorted(folder.glob("*.txt"))]


# -- what is read ---------------------------------------------------------------------------------------


def test_nothing_is_looked_at_twice(folder, look, has_mail, clock):
    inbox = folder / "inbox.txt"
    assert not has_mail()
    inbox.write_text("6\nzz\n")
    assert has_mail()
    look()
    assert not has_mail()
    with inbox.open("a") as file:
        file.write("c2\n")
    assert has_mail()
    look()
    assert not has_mail()
    # a line may have waited for its night
    clock.set("2026-11-20T12:10")
    assert has_mail()


def test_a_phone_may_write_the_name_in_capitals(folder, look, note):
    (folder / "Inbox.txt").write_text("note a\n")
    look()
    assert note() == "a"
    assert [path.name for path in folder.iterdir()] == ["Inbox.txt"]


def test_windows_bytes_stay_windows_bytes(folder, look, note):
    (folder / "inbox.txt").write_bytes("note für\r\nzz\r\n".encode("utf-16"))
    look()
    text = (folder / "inbox.txt").read_bytes().decode("utf-16")
    assert note() == "für"
    assert text.splitlines()[-1] == "2026-11-19 zz"
    assert text.count("\r\n") == text.count("\n") == 3


def test_an_inbox_keeps_its_mode_and_what_this_machine_keeps_is_its_users_alone(folder, look, own):
    inbox = folder / "inbox.txt"
    inbox.write_text("6\nzz\n")
    inbox.chmod(0o664)
    look()
    assert stat.S_IMODE(inbox.stat().st_mode) == 0o664
    assert {stat.S_IMODE(path.stat().st_mode) for path in own.iterdir()} == {0o600}
    assert stat.S_IMODE(own.stat().st_mode) == 0o700


@pytest.mark.parametrize("kind", ["folder", "link", "large", "binary"])
def test_what_is_no_inbox_is_left_alone_and_said_once(folder, look, has_mail, journal, kind):
    inbox = folder / "inbox.txt"
    if kind == "folder":
        inbox.mkdir()
    elif kind == "link":
        (folder / "elsewhere").write_text("6\n")
        inbox.symlink_to(folder / "elsewhere")
    else:
        inbox.write_bytes(b"6\n" * MOST_BYTES if kind == "large" else b"\x89PNG\0\0\0\1")
    before = inbox.lstat()
    (problem,) = look().sentences
    assert "nothing was taken from it" in problem
    assert not has_mail()
    assert (inbox.lstat().st_ino, inbox.lstat().st_size) == (before.st_ino, before.st_size)
    assert journal.desk.store.records == {}


@pytest.mark.parametrize("what", ["file", "folder"])
def test_where_nothing_may_be_written_lines_are_taken_once(folder, look, has_mail, note, clock, what):
    inbox = folder / "inbox.txt"
    inbox.write_text("note a\nzz\n")
    guarded, mode = (inbox, 0o444) if what == "file" else (folder, 0o555)
    guarded.chmod(mode)
    assert "may not be written" in " ".join(look().sentences)
    assert note() == "a"
    assert inbox.read_text() == "note a\nzz\n"
    assert not has_mail()
    clock.set("2026-11-20T22:40")
    delivery = look()
    assert (note(), delivery.sentences) == ("", [])
    assert [slot.stays_as for slot in delivery.kept] == ["2026-11-19 zz"]
    guarded.chmod(0o755)
    look()
    assert inbox.read_text().splitlines()[2:] == ["2026-11-19 zz"]
    assert note() == ""


# -- copies ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "inbox (Sam's conflicted copy 2026-11-19).txt",
        "inbox.sync-conflict-20261119-092838-GUWA7SG.txt",
        "inbox (conflicted copy 2026-11-19 071502).txt",
        "inbox (SFConflict sam@x 2026-11-19-07-15-02).txt",
        "inbox.txt.conflict1",
        "~inbox.txt.0a1b2c3d.aside",
    ],
)
def test_a_services_copy_is_taken_in_and_put_away(folder, look, note, own, name):
    (folder / "inbox.txt").write_text("note a\n")
    look()
    (folder / name).write_text("note a\nnote b\nzz\n")
    look()
    assert note() == "a\nb"
    assert [path.name for path in folder.iterdir()] == ["inbox.txt"]
    assert "2026-11-19 zz" in (folder / "inbox.txt").read_text()
    assert "note a\nnote b\nzz\n" in texts(own)


@pytest.mark.parametrize("name", ["inbox (1).txt", "inbox 2.txt", "inbox - Copy.txt"])
def test_what_may_be_somebodys_own_counts_with_our_first_line_only(folder, look, has_mail, note, name):
    (folder / "inbox.txt").write_text("note a\n")
    look()
    copy = folder / name
    copy.write_text("note mine\n")
    look()
    assert (note(), copy.read_text()) == ("a", "note mine\n")
    copy.write_text((folder / "inbox.txt").read_text() + "note b\n")
    assert has_mail()
    look()
    assert (note(), copy.exists(), has_mail()) == ("a\nb", True, False)


def test_a_copy_whose_last_line_is_still_written_stays(folder, look, note, clock):
    copy = folder / "inbox (conflicted copy).txt"
    copy.write_text("note a\nnote b")
    seconds = clock.now().timestamp()
    os.utime(copy, (seconds, seconds))
    delivery = look()
    assert (delivery.waiting, note(), copy.exists()) == (["note b"], "", True)
    look()
    assert (note(), copy.exists()) == ("a\nb", False)


def test_a_last_line_without_an_end_is_taken_after_two_minutes(folder, look, has_mail, note, clock):
    inbox = folder / "inbox.txt"
    inbox.write_text("note a")
    os.utime(inbox, (clock.now().timestamp() - 119,) * 2)
    assert look().waiting == ["note a"]
    assert has_mail()
    inbox.write_text("note a b")
    os.utime(inbox, (clock.now().timestamp() - 120,) * 2)
    look()
    assert note() == "a b"


# -- what is kept ---------------------------------------------------------------------------------------


def test_what_was_written_anew_is_kept_for_a_month(folder, look, own, clock):
    (folder / "inbox.txt").write_text("note a\n")
    look()
    assert "note a\n" in texts(own)
    clock.set("2026-12-19T22:40")
    (folder / "inbox.txt").write_text("note b\n")
    look()
    assert "note a\n" in texts(own)
    clock.set("2026-12-19T22:50")
    (folder / "inbox.txt").write_text("note c\n")
    look()
    assert "note a\n" not in texts(own)
    assert "note b\n" in texts(own)


def test_a_line_that_stays_comes_back_when_an_older_file_takes_its_place(folder, look):
    inbox = folder / "inbox.txt"
    inbox.write_text("6\n")
    look()
    old = inbox.read_text()
    inbox.write_text(old + "zz\n")
    look()
    inbox.write_text(old + "c2\n")
    look()
    assert inbox.read_text().splitlines()[-1] == "2026-11-19 zz"


def test_a_line_that_somebody_took_out_does_not_come_back(folder, look):
    inbox = folder / "inbox.txt"
    inbox.write_text("6\nzz\n")
    look()
    inbox.write_text(inbox.read_text().splitlines()[0] + "\nc2\n")
    look()
    assert len(inbox.read_text().splitlines()) == 1


def test_a_dated_line_that_is_mended_does_not_come_back(folder, look, journal):
    inbox = folder / "inbox.txt"
    inbox.write_text("2026-11-18 zz\n")
    look()
    inbox.write_text(inbox.read_text().replace("zz", "4"))
    look()
    assert "zz" not in inbox.read_text().splitlines()[-1]
    assert len(inbox.read_text().splitlines()) == 1


def test_on_a_file_system_without_second_names_it_is_written_all_the_same(folder, look, note, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    (folder / "inbox.txt").write_text("note a\nzz\n")
    look()
    assert note() == "a"
    assert (folder / "inbox.txt").read_text().splitlines()[-1] == "2026-11-19 zz"
    assert [path.name for path in folder.iterdir()] == ["inbox.txt"]


def test_where_the_archive_is_on_another_disk_a_copy_is_kept(folder, look, own, monkeypatch):
    rename = Path.rename

    def on_one_disk(path: Path, target: Path) -> Path:
        if Path(target).parent == own and path.parent == folder:
            raise OSError(18, "Invalid cross-device link")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", on_one_disk)
    (folder / "inbox.txt").write_text("note a\n")
    look()
    assert "note a\n" in texts(own)
    assert [path.name for path in folder.iterdir()] == ["inbox.txt"]


def test_where_nothing_can_be_kept_nothing_is_taken_and_the_way_out_is_said(folder, look, own):
    own.write_text("somebody's file where the folder belongs")
    (folder / "inbox.txt").write_text("note a\n")

    with pytest.raises(StoreError, match=r"nothing can be kept safe in .*, then run stillnight inbox$"):
        look()

    assert (folder / "inbox.txt").read_text() == "note a\n"


def test_a_file_of_the_archive_whose_moment_no_clock_has_is_left_alone(folder, look, own, note):
    (folder / "inbox.txt").write_text("note a\n")
    look()
    odd = own / "20261399T091500-0-0123abcd.txt"
    odd.write_text("note b\n")
    (folder / "inbox.txt").write_text("note c\n")

    look()

    assert note() == "a\nc"
    assert odd.read_text() == "note b\n"


def test_without_a_journal_a_look_makes_nothing(tmp_path, journal):
    (tmp_path / "inbox.txt").write_text("# nothing yet\n")
    box = FileBox(tmp_path / "journal.json", tmp_path / "state", journal.desk.clock)
    with box.open():
        take_in(journal, box)
        box.remember(is_over=True)
    assert [path.name for path in tmp_path.iterdir()] == ["inbox.txt"]
