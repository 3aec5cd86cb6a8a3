"""Seeds and themes are found and read."""

from __future__ import annotations

import pytest

from stillnight.resources import ResourceError, read_seed, read_shelf, read_toml, resource_folder


def test_the_seeds_hold_the_factors():
    assert "caffeine" in read_seed("factors")["factor"]


def test_a_missing_seed_is_named():
    with pytest.raises(ResourceError, match=r"nonsense\.toml"):
        read_seed("nonsense")


def test_a_missing_folder_says_what_to_do():
    with pytest.raises(ResourceError, match="install stillnight again"):
        resource_folder("nonsense")


@pytest.mark.parametrize("content", [b"a = ", b"\xff\xfe", b"[a\n"])
def test_a_broken_file_is_named(tmp_path, content):
    path = tmp_path / "own.toml"
    path.write_bytes(content)
    with pytest.raises(ResourceError, match=r"own\.toml is not right"):
        read_toml(path)


def test_a_shelf_keeps_what_can_be_read_and_names_the_rest(tmp_path):
    (tmp_path / "b.toml").write_text("x = 1")
    (tmp_path / "a.toml").write_text("x = ")
    (tmp_path / "c.txt").write_text("no")
    shelf = read_shelf(tmp_path)
    assert shelf.documents == {"b": {"x": 1}}
    assert len(shelf.problems) == 1
    assert "a.toml" in shelf.problems[0]


def test_a_missing_shelf_is_empty(tmp_path):
    shelf = read_shelf(tmp_path / "none")
    assert (dict(shelf.documents), list(shelf.problems)) == ({}, [])
