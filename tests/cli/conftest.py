"""The command line in this process, on a journal in memory or in a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from tests.journal.memory_store import MemoryStore

from stillnight.cli.main import main

NOW = "2026-11-19T22:40+01:00"


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def store() -> MemoryStore:
    """The journal's records."""
    return MemoryStore()


@pytest.fixture
def sn(store, capsys, monkeypatch) -> Callable[..., Answer]:
    """Runs one command on the journal in memory, at 22:40 on Thursday 19 November 2026 in Berlin."""
    monkeypatch.setenv("STILLNIGHT_NOW", NOW)

    def run(*argv: str) -> Answer:
        capsys.readouterr()
        code = main(argv, opener=lambda *_: store)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def run(home, capsys, monkeypatch) -> Callable[..., tuple[int, str, str]]:
    """Runs one command on real files in a made-up home: its exit code, what it said, what it complained of.

    It is 22:40 on Thursday 19 November 2026 in Berlin unless ``at`` says otherwise. What is ``typed`` is
    typed at a terminal; ``None`` is no terminal.
    """

    def run(*argv: str, at: str = NOW, typed: str | None = None) -> tuple[int, str, str]:
        monkeypatch.setenv("STILLNIGHT_NOW", at)
        keyboard = io.StringIO(typed or "")
        monkeypatch.setattr(keyboard, "isatty", lambda: typed is not None)
        monkeypatch.setattr(sys, "stdin", keyboard)
        capsys.readouterr()
        code = main(argv)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
