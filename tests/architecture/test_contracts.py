"""Imports run one way, and no module stands outside the contracts that say so."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.architecture.layout import ROOT, pyproject, rim, rooms

CONTRACTS = {contract["name"]: contract for contract in pyproject()["tool"]["importlinter"]["contracts"]}


def named(contract: str, part: str) -> set[str]:
    """The modules in one list of a contract, without the package's own name."""
    entries = " | ".join(CONTRACTS[contract][part]).split(" | ")
    return {entry.removeprefix("stillnight.") for entry in entries}


def test_the_import_contracts_hold():
    call = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    linted = subprocess.run(
        [sys.executable, "-c", call, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert f"{len(CONTRACTS)} kept, 0 broken" in linted.stdout


def test_every_room_has_its_place_in_the_layers():
    assert named("Imports run one way through the rooms", "layers") - {"__main__"} == rooms()


@pytest.mark.parametrize(
    ("contract", "knowing"),
    [("Only ui knows Textual", {"ui", "cli"}), ("Only storage knows TinyDB", {"storage", "cli"})],
)
def test_every_other_room_and_rim_module_is_under_the_contract(contract, knowing):
    assert named(contract, "source_modules") == (rooms() | rim()) - knowing


def test_every_rim_module_is_out_of_reach_of_the_pure_rooms():
    assert rim() <= named("Pure rooms touch no rim", "forbidden_modules")
