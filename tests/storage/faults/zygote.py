"""Runs the program's commands in children of one process that has imported everything already.

Started with the fault library before libc. Takes one request a line as JSON, answers with one line.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

KINDS = {"kill": 1, "torn": 2, "short": 3, "fail": 4, "fill": 5}

SOME = (
    "show --all --json",
    "verify",
    "due",
    "paths --json",
    "restore 1 --yes",
    "purge 2026-11-01 --yes",
    "forget --yes",
)


def warm_up() -> None:
    """Import what commands import by running some of them in a folder of no account."""
    from stillnight.cli.main import main

    with tempfile.TemporaryDirectory() as scratch:
        os.environ |= {
            "HOME": scratch,
            **{f"XDG_{kind}_HOME": scratch for kind in ("STATE", "CONFIG", "DATA")},
        }
        aside = os.dup(1), os.dup(2)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1), os.dup2(nothing, 2)
        journal = ["--journal", f"{scratch}/journal.json"]
        for words in (["log", "1"], ["log", "2"], ["undo"], ["log", "3", "--night", "2026-11-01"]):
            main([*journal, *words])
        Path(f"{scratch}/inbox.txt").write_text("2026-11-02 8 note a letter\n")
        for words in SOME:
            main([*journal, *words.split()])
        main(["move", f"{scratch}/other.json"])
        sys.stdout.flush()
        os.dup2(aside[0], 1), os.dup2(aside[1], 2)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Run some commands in one child, the faults for the first of them alone."""
    out = Path(request["out"])
    child = os.fork()
    if not child:
        _be(request, out)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    counted = out.with_suffix(".count")
    return {
        "code": code,
        "out": out.with_suffix(".out").read_text("utf-8"),
        "err": out.with_suffix(".err").read_text("utf-8"),
        "calls": int(counted.read_text()) if code >= 0 else 0,
    }


def _be(request: dict[str, Any], out: Path) -> None:
    """Be the child: run the command and end."""
    code = 70
    try:
        for fd, suffix in ((1, ".out"), (2, ".err")):
            os.dup2(os.open(out.with_suffix(suffix), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), fd)
        os.environ.update(request["environ"])
        os.umask(request["umask"])
        library, fault = ctypes.CDLL(None), request["fault"]
        if request["trace"]:
            trace = os.open(request["trace"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            library.fault_record(trace)
        library.fault_arm(
            ":".join(fault["folders"]).encode(), ctypes.c_long(fault["at"]), KINDS.get(fault["kind"], 0),
            fault["error"], ctypes.c_size_t(fault["amount"]), int(fault["stays"]),
        )  # fmt: skip
        from stillnight.cli.main import main

        code = main(request["argv"])
        sys.stdout.flush()
        sys.stderr.flush()
        library.fault_record(-1)
        library.fault_arm.restype = None
        out.with_suffix(".count").write_text(str(library.fault_count()))
    finally:
        os._exit(code)


def serve() -> None:
    """Answer until nobody asks any more."""
    gc.disable()
    # a file that is away is waited for, and nothing here will bring it back
    time.sleep = lambda seconds: None
    warm_up()
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    serve()
