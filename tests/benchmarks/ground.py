"""Ten thousand nights to measure on, in a home of their own."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

NIGHTS = 10_000
NOW = "2026-11-19T22:40:00+01:00"
TONIGHT = date(2026, 11, 19)


@dataclass(frozen=True)
class Ground:
    """A home folder with a journal of ten thousand nights, and the same nights as plain TinyDB keeps them."""

    home: Path

    @property
    def journal(self) -> Path:
        return self.home / "journal.json"

    @property
    def plain(self) -> Path:
        return self.home / "plain.json"

    @property
    def environ(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.home),
            "TZ": "Europe/Berlin",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "STILLNIGHT_NOW": NOW,
            "STILLNIGHT_JOURNAL": str(self.journal),
        }


def lay(home: Path) -> Ground:
    """Write both files; the journal goes in through the front door, as an import."""
    from tinydb import TinyDB

    ground = Ground(home)
    lines = home / "nights.jsonl"
    lines.write_text("\n".join(json.dumps(night) for night in nights()))
    subprocess.run(
        [sys.executable, "-m", "stillnight", "import", str(lines)],
        env=ground.environ,
        check=True,
        capture_output=True,
    )
    records = json.loads(ground.journal.read_text())["nights"].values()
    with TinyDB(ground.plain) as plain:
        plain.table("nights").insert_multiple(records)
    return ground


def nights() -> list[dict[str, object]]:
    """Plausible nights, the same on every run, up to the evening before tonight."""
    chance = random.Random(7)
    return [_night(chance, TONIGHT - timedelta(days=back)) for back in range(NIGHTS, 0, -1)]


def _night(chance: random.Random, day: date) -> dict[str, object]:
    factors = {
        "caffeine": chance.randint(0, 4),
        "stress": chance.randint(0, 10),
        "alcohol": chance.randint(0, 2),
        "exercise": chance.choice([0, 30, 45]),
        "sitting": chance.randint(2, 10),
        "antihistamine": chance.random() < 0.1,
    }
    onset = f"{chance.randint(19, 23)}:{chance.randint(0, 59):02}"
    note = chance.choice(["", "", "", "long day, walked late", "flight home, sat for hours"])
    night = {"night": day.isoformat(), "severity": chance.randint(1, 10), "onset": onset, "factors": factors}
    return night | ({"note": note} if note else {})
