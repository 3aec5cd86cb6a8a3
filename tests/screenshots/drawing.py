"""From a scene to an SVG that asks no other computer for anything."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
import time
from pathlib import Path

from stillnight.cli.commands.demo import make_demo
from stillnight.cli.house import House, open_file_store
from stillnight.cli.wiring import session_of
from stillnight.ui.app import StillnightApp
from tests.counting import wait_for_count
from tests.screenshots.scenes import Scene

FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
"""Fonts of the reader's own machine, every one of a fixed width."""

TERMINAL = {"TZ": "Europe/Berlin", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
"""Where the pictures are taken: in Berlin, in full colour."""

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
_FAMILY = re.compile(r"font-family:\s*[^;}]+")


def draw(scene: Scene) -> str:
    """The scene as SVG, drawn from the demo's made-up year in Berlin."""
    os.environ.update(TERMINAL)
    os.environ.pop("NO_COLOR", None)
    time.tzset()
    with tempfile.TemporaryDirectory() as folder:
        environ = {"STILLNIGHT_NOW": scene.now, "TZ": "Europe/Berlin", "LANG": "de_DE.UTF-8"}
        house = make_demo(House(environ, None, open_file_store), Path(folder))
        _name_device(house)
        svg = asyncio.run(_visit(StillnightApp(session_of(house, None)), scene))
        return without_remote_fonts(svg.replace(folder, _home_of(len(folder))))


def _name_device(house: House) -> None:
    """Call it as anybody may: the name of the machine that draws is nobody's business."""
    house.folders.config.mkdir(parents=True, exist_ok=True)
    (house.folders.config / "settings.toml").write_text('device_name = "laptop"\n', encoding="utf-8")


def _home_of(length: int) -> str:
    """A folder as anybody has one, as long as the one that was used: the letters keep their places."""
    return ("~/Documents/" + "nights-" * length)[:length]


async def _visit(app: StillnightApp, scene: Scene) -> str:
    async with app.run_test(size=scene.size) as pilot:
        await _settle(pilot)
        if scene.theme:
            app.theme = scene.theme
        await wait_for_count(pilot)
        for key in scene.keys:
            await pilot.press(key)
        await wait_for_count(pilot)
        await _settle(pilot)
        return app.export_screenshot(title="stillnight")


async def _settle(pilot: object) -> None:
    for _ in range(6):
        await pilot.pause()  # type: ignore[attr-defined]


def without_remote_fonts(svg: str) -> str:
    """The picture with fonts of the reader's machine; ids that change with every run are made plain."""
    svg = _FAMILY.sub(f"font-family: {FONTS}", _FONT_FACE.sub("", svg))
    return re.sub(r"terminal-\d+", "terminal", svg)
