"""The seeds of the repository as the program reads them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from stillnight.domain.factor import parse_factors
from stillnight.journal.suggestions import knowledge
from stillnight.journal.suggestions.library import Library, read_library

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def parsed(path: Path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def folder(name: str):
    return {f"{name}/{path.name}": parsed(path) for path in sorted((SEEDS / name).glob("*.toml"))}


@cache
def factors():
    return parse_factors(parsed(SEEDS / "factors.toml"))


@cache
def seed_library() -> Library:
    seeds = {name: parsed(SEEDS / f"{name}.toml") for name in knowledge.SEEDS}
    return read_library(seeds, folder("rules"), folder("tips"), factors())
