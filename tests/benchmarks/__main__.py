"""Prints every figure with the bar that it is held to.

``python -m tests.benchmarks triggers`` prints instead how often the trigger model is right and wrong, and
``drift`` how often the watch over months is, and ``trials`` what a trial finds.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figures import paired, row
from tests.benchmarks.ground import Ground, lay
from tests.benchmarks.in_process import (
    chart_times,
    count_times,
    key_times,
    remembered_sight,
    save_against_tinydb,
    search_times,
)
from tests.benchmarks.joining import join_times
from tests.benchmarks.opening import open_times
from tests.benchmarks.paint import hello_command, until_painted
from tests.benchmarks.triggers.speed import look_times

ROUNDS = 9

TINYDB_INSERT = """
import sys
from tinydb import TinyDB
TinyDB(sys.argv[1]).table("nights").insert({"date": "2026-11-19", "severity": 6})
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ground = lay(Path(folder))
        print(
            f"{ground.journal.stat().st_size / 1e6:.1f} MB, Python {sys.version.split()[0]}, {ROUNDS} pairs"
        )
        first_paint(ground)
        log_commands(ground)
        print(row("one save / TinyDB insert", *save_against_tinydb(ground, ROUNDS * 3), "0.30"))
        for name, (figures, bar) in join_times(ground, ROUNDS).items():
            print(row(name, *figures, bar))
        for name, figures in open_times(ground, ROUNDS).items():
            print(row(name, *figures, "-"))
        for name, milliseconds in count_times(ground).items():
            print(f"{name:<52} {milliseconds:9.1f} ms of work on a thread")
        for name, milliseconds in key_times(ground).items():
            print(f"{name:<52} {milliseconds:9.1f} ms of work                bar 16 ms")
        for name, milliseconds in search_times(ground).items():
            print(f"{name:<52} {milliseconds:9.1f} ms                        bar 100 ms a search")
        for name, milliseconds in chart_times(ground).items():
            print(f"chart: {name:<45} {milliseconds:9.1f} ms on a thread            bar 100 ms")
        for name, (milliseconds, bar) in look_times().items():
            print(f"{name:<52} {milliseconds:9.1f} ms of work                bar {bar} ms")


def first_paint(ground: Ground) -> None:
    """The marks of this month on the screen against a hello-world program's text on the screen."""
    ours = [sys.executable, "-m", "stillnight"]
    seen = ground.home / ".local" / "state" / "stillnight" / "last_seen.json"

    def hello() -> float:
        return until_painted(hello_command(), ground.environ, b"hello-there")

    def unremembered() -> float:
        seen.unlink(missing_ok=True)
        return until_painted(ours, ground.environ, "▆".encode())

    def remembered() -> float:
        seen.write_text(memory)
        return until_painted(ours, ground.environ, "▆".encode())

    def whole() -> float:
        return until_painted(ours, ground.environ, b"Medicines")

    memory = remembered_sight(ground)
    print(
        row(
            "first paint (month's marks), the file read / hello-world",
            *paired(unremembered, hello, ROUNDS),
            "1.15",
        )
    )
    print(
        row(
            "first paint (month's marks), remembered / hello-world",
            *paired(remembered, hello, ROUNDS),
            "1.15",
        )
    )
    print(row("the whole Home, form and all / hello-world", *paired(whole, hello, ROUNDS), "-"))


def log_commands(ground: Ground) -> None:
    """``log`` against a process that inserts with TinyDB, and against jrnl where it is installed."""
    log = [sys.executable, "-m", "stillnight", "log", "6"]
    run(ground, log)
    figures = paired(
        lambda: run(ground, log),
        lambda: run(ground, [sys.executable, "-c", TINYDB_INSERT, str(ground.plain)]),
        ROUNDS,
    )
    print(row("stillnight log / TinyDB insert process", *figures, "1.00"))
    jrnl = shutil.which("jrnl", path=str(Path(sys.executable).parent))
    if jrnl is None:
        print("jrnl is not installed: pip install -e '.[bench]' puts it beside ours")
        return
    config = prepare_jrnl(ground)
    figures = paired(
        lambda: run(ground, log), lambda: run(ground, [jrnl, "--config-file", str(config), "legs 6"]), ROUNDS
    )
    print(row("stillnight log / jrnl, ten thousand entries", *figures, "-"))


def prepare_jrnl(ground: Ground) -> Path:
    """A jrnl journal of as many entries."""
    from tests.benchmarks.ground import nights

    text = "\n\n".join(f"[{night['night']} 22:00] legs {night['severity']}." for night in nights())
    (ground.home / "jrnl.txt").write_text(text + "\n")
    config = ground.home / "jrnl.yaml"
    config.write_text(
        f"version: v4.2\njournals:\n  default:\n    journal: {ground.home / 'jrnl.txt'}\n"
        "default_hour: 9\ndefault_minute: 0\ntimeformat: '%Y-%m-%d %H:%M'\neditor: ''\nencrypt: false\n"
        "highlight: false\nlinewrap: 79\ntagsymbols: '@'\ntemplate: false\nindent_character: '|'\n"
        "colors:\n  body: none\n  date: none\n  tags: none\n  title: none\n"
    )
    return config


def run(ground: Ground, command: Sequence[str]) -> None:
    """Run a command to its end."""
    done = subprocess.run(
        command, env=ground.environ, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:5])} failed: {done.stderr or done.stdout}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["triggers"]:
        from tests.benchmarks.triggers.run import main as triggers

        triggers(sys.argv[2:])
    elif sys.argv[1:2] == ["drift"]:
        from tests.benchmarks.drift.report import main as drift

        drift()
    elif sys.argv[1:2] == ["trials"]:
        from tests.benchmarks.trials.report import main as trials

        trials(sys.argv[2:])
    else:
        main()
