"""Where the journal lives: listing, using and moving, on real files in a made-up home."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest


@pytest.fixture
def old(home) -> Path:
    """The journal where it lies unless somebody says otherwise."""
    return home / ".local/share/stillnight/journal.json"


@pytest.fixture
def dropbox(home) -> Path:
    (home / "Dropbox").mkdir()
    return home / "Dropbox"


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "lock"}


def test_without_a_path_the_places_are_listed_and_nothing_is_changed(run, home, dropbox):
    (home / "Nextcloud").mkdir()
    run("--journal", str(home / "Nextcloud/journal.json"), "log", "3")
    before = files(home)

    code, out, _ = run("use")

    assert code == 0
    assert "in use: ~/.local/share/stillnight/journal.json (the usual folder)" in out
    assert "Nextcloud  ~/Nextcloud/journal.json" in out
    assert "Dropbox  ~/Dropbox\n" in out
    assert "stillnight use nextcloud" in out
    assert "stillnight move dropbox" in out
    assert files(home) == before


def test_the_list_for_programs(run, home, dropbox):
    code, out, _ = run("use", "--json")
    assert code == 0
    assert json.loads(out) == {
        "journal": str(home / ".local/share/stillnight/journal.json"),
        "folders": [
            {
                "service": "Dropbox",
                "path": str(dropbox),
                "is_there": True,
                "is_writable": True,
                "journals": [],
                "coming": [],
            }
        ],
    }


def test_without_cloud_folders_it_says_so(run):
    assert "no cloud folders found" in run("use")[1]


def test_a_service_can_be_named(run, dropbox, old):
    run("log", "6")
    code, out, _ = run("move", "dropbox")
    assert code == 0
    new = dropbox / "stillnight/journal.json"
    assert str(new) in out
    assert json.loads(run("paths", "--json")[1])["journal"] == str(new)
    assert json.loads(run("show", "--json")[1])["severity"] == 6
    assert not old.exists()


def test_the_journal_in_use_is_not_offered_again_and_its_own_folder_goes_with_it(run, home, dropbox):
    run("log", "6")
    run("move", "dropbox")
    assert run("use")[1].count("Dropbox") == 1
    run("move", str(home))
    assert list(dropbox.iterdir()) == []


def test_the_old_file_is_named_and_can_be_read(run, dropbox, old):
    run("log", "6")
    before = old.read_bytes()
    out = run("move", str(dropbox))[1]
    (kept,) = [
        line.removeprefix("the old file is kept in ") for line in out.splitlines() if "kept in" in line
    ]
    assert Path(kept).read_bytes() == before


def test_moving_before_there_is_a_journal_only_says_where_it_will_be(run, dropbox, old):
    code, out, _ = run("move", "dropbox")
    assert code == 0
    assert "no journal yet" in out
    run("log", "6")
    assert (dropbox / "stillnight/journal.json").exists()
    assert not old.exists()


def test_a_second_machine_uses_the_journal_that_is_there(run, home, dropbox, monkeypatch):
    run("log", "6")
    run("move", "dropbox")
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / "other" / name))
    assert run("due")[0] == 1
    code, out, _ = run("use", "dropbox")
    assert code == 0
    assert "it is there already" in out
    assert json.loads(run("show", "--json")[1])["severity"] == 6


def test_a_journal_that_is_there_is_not_moved_onto(run, dropbox):
    run("--journal", str(dropbox / "journal.json"), "log", "3")
    run("log", "6")
    before = files(dropbox.parent)
    code, _, err = run("move", "dropbox")
    assert (code, err.count("\n")) == (2, 1)
    assert f"stillnight use {dropbox / 'journal.json'}" in err
    assert files(dropbox.parent) == before


@pytest.mark.parametrize("command", ["use", "move"])
def test_another_programs_file_is_left_alone(run, home, dropbox, command):
    (dropbox / "notes.json").write_text('{"notes": ["a"]}')
    run("log", "6")
    before = files(home)
    code, _, err = run(command, str(dropbox / "notes.json"))
    assert (code, err.count("\n")) == (2, 1)
    assert "another program" in err
    assert files(home) == before


def test_settings_that_cannot_be_written_stop_a_move(run, home, dropbox):
    run("log", "6")
    config = home / ".config/stillnight"
    config.mkdir(parents=True, exist_ok=True)
    (config / "settings.toml").write_text("broken = [\n")
    before = files(home)
    code, _, err = run("move", "dropbox")
    assert code == 1
    assert "mend it first" in err.splitlines()[-1]
    assert files(home) == before
    assert list(dropbox.iterdir()) == []


def test_ctrl_c_right_after_the_program_looks_elsewhere_does_not_take_the_journal_back(
    run, dropbox, monkeypatch
):
    run("log", "6")
    replace = os.replace

    def replace_then_interrupt(source, target):
        replace(source, target)
        if Path(target).name == "settings.toml":
            raise KeyboardInterrupt

    with monkeypatch.context() as late:
        late.setattr(os, "replace", replace_then_interrupt)
        assert run("move", str(dropbox))[0] == 0
    assert json.loads(run("show", "--json")[1])["severity"] == 6


def test_a_move_out_of_a_folder_that_is_out_of_reach_says_what_did_not_come_along(run, home, dropbox):
    run("log", "6")
    run("move", str(dropbox))
    dropbox.rename(home / "unplugged")
    code, out, err = run("move", str(home))
    assert code == 0
    assert "read back and complete" in out
    assert "is out of reach, so what other devices wrote there last did not come along" in err
    assert json.loads(run("show", "--json")[1])["severity"] == 6


def test_the_same_file_by_another_path_is_no_other_journal(run, home, old):
    run("log", "6")
    (home / "link").symlink_to(old.parent)
    code, out, _ = run("use", str(home / "link"))
    assert code == 0
    assert "import" not in out


def test_what_wins_over_the_setting_stops_a_move(run, home, dropbox, monkeypatch):
    run("log", "6")
    assert run("--journal", str(home / "x.json"), "move", "dropbox")[0] == 2
    monkeypatch.setenv("STILLNIGHT_JOURNAL", str(home / "y.json"))
    code, _, err = run("move", "dropbox")
    assert code == 2
    assert "STILLNIGHT_JOURNAL" in err
    assert list(dropbox.iterdir()) == []


def test_a_service_with_two_journals_asks_for_the_path(run, dropbox):
    run("--journal", str(dropbox / "anna.json"), "log", "3")
    run("--journal", str(dropbox / "ben.json"), "log", "3")
    code, _, err = run("use", "dropbox")
    assert code == 2
    assert "anna.json" in err
    assert "ben.json" in err


def test_a_service_whose_folder_is_gone_says_so(run, home):
    (home / ".dropbox").mkdir()
    (home / ".dropbox/info.json").write_text(json.dumps({"personal": {"path": str(home / "Gone")}}))
    code, _, err = run("use", "dropbox")
    assert code == 2
    assert "is not there" in err


def test_who_looks_elsewhere_while_the_folder_is_away_is_told_what_is_kept(run, home, dropbox):
    run("use", str(dropbox / "journal.json"))
    run("log", "6")
    dropbox.rename(home / "gone")

    code, out, _ = run("use", str(home / "journal.json"))

    assert code == 0
    assert f"{dropbox / 'journal.json'} is out of reach: what was entered for it is kept here" in out


def test_use_offers_to_bring_the_nights_along(run, dropbox, old):
    run("log", "6")
    out = run("use", "dropbox")[1]
    assert str(old) in out
    assert "export - | stillnight import -" in out
