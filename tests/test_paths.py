"""Where things live."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stillnight.domain.errors import BadInput
from stillnight.paths import folders, journal_file, journal_place

XDG = {"XDG_CONFIG_HOME": "/x/config", "XDG_DATA_HOME": "/x/data", "XDG_STATE_HOME": "/x/state"}


def test_the_folders_follow_xdg():
    found = folders(XDG)
    assert (found.config, found.data, found.state) == (
        Path("/x/config/stillnight"),
        Path("/x/data/stillnight"),
        Path("/x/state/stillnight"),
    )


def test_a_relative_xdg_folder_is_passed_over(home):
    assert str(folders({**XDG, "XDG_DATA_HOME": "data"}).data).startswith(str(home))


def test_without_xdg_the_platform_says_where(home, monkeypatch):
    for name in XDG:
        monkeypatch.delenv(name)
    assert str(folders({}).config).startswith(str(home))


@pytest.mark.parametrize(
    ("option", "variable", "setting", "expected", "said_by"),
    [
        ("/o.json", "/v.json", "/s.json", "/o.json", "--journal"),
        (None, "/v.json", "/s.json", "/v.json", "STILLNIGHT_JOURNAL"),
        (None, "", "/s.json", "/s.json", "settings"),
        (None, "", None, "/data/journal.json", "the usual folder"),
    ],
)
def test_the_journals_place_is_looked_for_in_order(option, variable, setting, expected, said_by):
    place = journal_place(option, {"STILLNIGHT_JOURNAL": variable}, setting, Path("/data"))
    assert (str(place.path), place.said_by) == (expected, said_by)


def test_a_folder_means_the_journal_in_it(tmp_path):
    assert journal_file(str(tmp_path)) == tmp_path / "journal.json"


def test_a_tilde_is_home(home):
    assert journal_file("~/n.json") == home / "n.json"


@pytest.mark.parametrize("text", ["", "  ", "a\0b", "~nobody_of_that_name/x"])
def test_a_path_that_names_nothing_is_refused(text):
    with pytest.raises(BadInput):
        journal_file(text)


def test_an_empty_option_is_refused_and_not_passed_over():
    with pytest.raises(BadInput, match="--journal"):
        journal_place("", {"STILLNIGHT_JOURNAL": "/v.json"}, None, Path("/data"))


@pytest.mark.parametrize("said_by", ["--journal", "STILLNIGHT_JOURNAL", "settings"])
def test_a_pipe_or_a_device_is_never_taken_for_a_journal(tmp_path, said_by):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    given = {"option": None, "environ": {}, "setting": None}
    if said_by == "--journal":
        given["option"] = str(pipe)
    elif said_by == "settings":
        given["setting"] = str(pipe)
    else:
        given["environ"] = {said_by: str(pipe)}
    with pytest.raises(BadInput, match="no ordinary file"):
        journal_place(**given, data=tmp_path)


def test_a_link_to_a_pipe_is_refused_and_a_link_to_a_file_is_not(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to_pipe").symlink_to(tmp_path / "pipe")
    (tmp_path / "to_file").symlink_to(tmp_path / "file.json")
    with pytest.raises(BadInput):
        journal_file(str(tmp_path / "to_pipe"))
    (tmp_path / "file.json").write_text("{}")
    assert journal_file(str(tmp_path / "to_file")) == tmp_path / "to_file"
