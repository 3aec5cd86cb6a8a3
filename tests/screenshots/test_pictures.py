"""The README's pictures: each is there, is shown, and asks no other computer for anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.screenshots.drawing import FONTS, without_remote_fonts
from tests.screenshots.scenes import SCENES

FOLDER = Path(__file__).parent
README = (FOLDER.parents[1] / "README.md").read_text(encoding="utf-8")
every_scene = pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)


@every_scene
def test_a_scene_is_drawn_and_shown(scene):
    assert (FOLDER / f"{scene.name}.svg").is_file()
    assert f"](tests/screenshots/{scene.name}.svg)" in README


def test_no_picture_is_left_over():
    assert {path.stem for path in FOLDER.glob("*.svg")} == {scene.name for scene in SCENES}


@every_scene
def test_a_picture_fetches_nothing(scene):
    svg = (FOLDER / f"{scene.name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\s\"'<)]+", svg)) <= {
        "http://www.w3.org/2000/svg",
        "https://www.textualize.io",
    }
    assert "url(" not in svg.replace("url(#", "")
    assert "@font-face" not in svg
    assert "/tmp" not in svg


def test_remote_fonts_are_left_out():
    svg = "<style>@font-face { src: url('https://fonts.test/a.woff') } .t { font-family: Fira Code; }</style>"
    assert without_remote_fonts(svg) == f"<style> .t {{ font-family: {FONTS}; }}</style>"
