"""What is installed: the program with its themes and seeds, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from configparser import ConfigParser
from email import message_from_string
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.architecture.layout import PACKAGE, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> ZipFile:
    """The wheel of this checkout, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    with ZipFile(built) as opened:
        yield opened


def files_in(folder: Path) -> set[str]:
    """Every file below a folder, by its path in it; what tools leave behind is passed by."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    left_behind = ("__pycache__", ".")
    return {path.as_posix() for path in paths if not any(part.startswith(left_behind) for part in path.parts)}


def below(wheel: ZipFile, folder: str) -> set[str]:
    """Every file of a wheel below a folder, by its path in it."""
    return {name.removeprefix(folder) for name in wheel.namelist() if name.startswith(folder)}


def info(wheel: ZipFile, name: str) -> str:
    """One file of the wheel's own description."""
    (path,) = (one for one in wheel.namelist() if one.endswith(f".dist-info/{name}"))
    return wheel.read(path).decode()


@pytest.mark.parametrize("folder", ["themes", "seeds"])
def test_the_wheel_holds_every_file_of_the_folder(wheel, folder):
    there = files_in(ROOT / folder)
    assert there
    assert below(wheel, f"stillnight/{folder}/") == there


def test_a_file_in_the_wheel_is_the_file_in_the_checkout(wheel):
    assert wheel.read("stillnight/seeds/factors.toml") == (ROOT / "seeds" / "factors.toml").read_bytes()


def test_the_wheel_holds_every_file_of_the_program(wheel):
    assert files_in(PACKAGE) <= below(wheel, "stillnight/")
    assert "stillnight/py.typed" in wheel.namelist()


def test_the_wheel_holds_nothing_else(wheel):
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"stillnight"}
    assert not [name for name in wheel.namelist() if "tests" in name or "__pycache__" in name]
    assert below(wheel, "stillnight/") == files_in(PACKAGE) | {
        f"{folder}/{name}" for folder in ("themes", "seeds") for name in files_in(ROOT / folder)
    }


def test_the_wheel_installs_the_command(wheel):
    entries = ConfigParser()
    entries.read_string(info(wheel, "entry_points.txt"))
    assert dict(entries["console_scripts"]) == {"stillnight": "stillnight.__main__:main"}


def test_the_wheel_says_what_it_needs(wheel):
    from stillnight import __version__

    metadata = message_from_string(info(wheel, "METADATA"))
    needs = [need for need in metadata.get_all("Requires-Dist") if "extra ==" not in need]
    assert sorted(need.partition(">")[0] for need in needs) == [
        "pendulum",
        "platformdirs",
        "shtab<2,",
        "textual<9,",
        "tinydb<5,",
        "tomlkit",
    ]
    assert (metadata["Version"], metadata["Requires-Python"]) == (__version__, ">=3.11")
    assert (
        "MIT License"
        in wheel.read(next(name for name in wheel.namelist() if name.endswith("LICENSE"))).decode()
    )
