"""Two real Syncthing nodes on 127.0.0.1 that know only each other.

Discovery, relays, NAT and STUN, usage and crash reports and upgrades are off: nothing leaves this machine.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.engines.patience import until

PROGRAM = shutil.which("syncthing")
FOLDER, KEY = "cloud", "a-key-for-this-test-alone"
BEGUN = ".syncthing."
"""So begins the name of a file that it is just fetching."""

_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))

_CONFIG = """<configuration version="36">
  <folder id="{folder}" path="{path}" type="sendreceive" rescanIntervalS="3600"
          fsWatcherEnabled="true" fsWatcherDelayS="1">
    {members}
    <minDiskFree unit="%">0</minDiskFree>
    <maxConflicts>{conflicts}</maxConflicts>
  </folder>
  {devices}
  <gui enabled="true" tls="false"><address>127.0.0.1:{gui}</address><apikey>{key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <announceLANAddresses>false</announceLANAddresses>
    <startBrowser>false</startBrowser>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <setLowPriority>false</setLowPriority>
  </options>
</configuration>
"""


@dataclass
class Node:
    """One Syncthing with a folder of its own.

    Attributes:
        home: Its settings and its index.
        path: The folder that it shares.
        port: Where the other node finds it.
        gui: Where it is told what to do.
        id: By what the other node knows it.
    """

    home: Path
    path: Path
    port: int = field(default_factory=lambda: _free_port())
    gui: int = field(default_factory=lambda: _free_port())
    id: str = ""
    process: subprocess.Popen[bytes] | None = None

    def generate(self) -> None:
        """Draw its keys."""
        self.path.mkdir(parents=True)
        _run("generate", f"--home={self.home}", "--no-default-folder", "--skip-port-probing")
        self.id = _run("--device-id", f"--home={self.home}").strip()

    def configure(self, other: Node, conflicts: int) -> None:
        """Let it know the other node, and nobody else."""
        members = "".join(f'<device id="{node.id}"/>' for node in (self, other))
        devices = "".join(
            f'<device id="{node.id}" name="{node.home.name}"><address>tcp://127.0.0.1:{node.port}</address></device>'
            for node in (self, other)
        )
        text = _CONFIG.format(
            folder=FOLDER, path=self.path, members=members, devices=devices, key=KEY,
            gui=self.gui, port=self.port, conflicts=conflicts,
        )  # fmt: skip
        (self.home / "config.xml").write_text(text)

    def start(self) -> None:
        """Start it and wait until it listens."""
        with (self.home / "out.txt").open("ab") as out:
            self.process = subprocess.Popen(
                [
                    PROGRAM or "", "serve", f"--home={self.home}",
                    "--no-browser", "--no-restart", "--no-upgrade",
                ],
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=_environ(), start_new_session=True,
            )  # fmt: skip
        until(self._answers, f"Syncthing in {self.home} answers")

    def stop(self) -> None:
        """End it with all its children, whatever it is doing."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def ask(self, what: str, method: str = "GET") -> Any:
        """Say something to its REST interface."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.gui}/rest/{what}", method=method, headers={"X-API-Key": KEY}
        )
        with _DIRECT.open(request, timeout=30) as answer:
            data = answer.read()
        return json.loads(data) if data else None

    def scan(self) -> None:
        """Let it see now what was changed in its folder."""
        self.ask(f"db/scan?folder={FOLDER}", "POST")

    def is_connected(self, other: Node) -> bool:
        """Does it talk with the other node?"""
        return bool(self.ask("system/connections")["connections"][other.id]["connected"])

    def is_done(self, other: Node) -> bool:
        """Has it nothing to do, and has the other one all that it has, as far as it knows?"""
        status = self.ask(f"db/status?folder={FOLDER}")
        there = self.ask(f"db/completion?folder={FOLDER}&device={other.id}")
        needs = status["needTotalItems"] + there["needItems"] + there["needDeletes"]
        return status["state"] == "idle" and needs == 0

    def _answers(self) -> bool:
        if self.process is None or self.process.poll() is not None:
            raise RuntimeError((self.home / "out.txt").read_text(errors="replace")[-2000:])
        try:
            return bool(self.ask("system/ping"))
        except OSError:
            return False


@dataclass
class Pair:
    """Two nodes and the cable between them."""

    nodes: tuple[Node, Node]

    def pull(self) -> None:
        """Pull the cable out: from here on each node is alone."""
        one, other = self.nodes
        one.ask(f"system/pause?device={other.id}", "POST")
        until(lambda: not other.is_connected(one), "the cable is out")

    def plug(self) -> None:
        """Put it in again and wait until both are quiet."""
        one, other = self.nodes
        one.ask(f"system/resume?device={other.id}", "POST")
        until(lambda: one.is_connected(other) and other.is_connected(one), "both nodes are connected")
        self.settle()

    def settle(self) -> None:
        """Let both see what was changed, and wait until each has what the other has."""
        # once more, since a node that kept a copy of its own version looks at that copy a moment later
        for _ in range(2):
            for node in self.nodes:
                node.scan()
            until(self._is_quiet, self._told)

    def _told(self) -> str:
        """What is where while it is not the same."""
        one, other = self.nodes
        trees = [{name: len(data) for name, data in _tree(node.path).items()} for node in self.nodes]
        return f"both nodes have the same: {trees}, {one.is_done(other)}, {other.is_done(one)}"

    def _is_quiet(self) -> bool:
        one, other = self.nodes
        return one.is_done(other) and other.is_done(one) and _tree(one.path) == _tree(other.path)

    def stop(self) -> None:
        """End both."""
        for node in self.nodes:
            node.stop()


@contextlib.contextmanager
def two_nodes(folder: Path, conflicts: int = 10) -> Iterator[Pair]:
    """Two nodes with an empty folder each, connected; ended at the end whatever happens.

    Args:
        folder: Where everything of theirs lies.
        conflicts: So many conflict copies of a file are kept.
    """
    one, other = (Node(folder / name / "home", folder / name / "cloud") for name in ("laptop", "desk"))
    pair = Pair((one, other))
    try:
        one.generate()
        other.generate()
        one.configure(other, conflicts)
        other.configure(one, conflicts)
        one.start()
        other.start()
        until(lambda: one.is_connected(other) and other.is_connected(one), "both nodes are connected")
        yield pair
    finally:
        pair.stop()


def _tree(folder: Path) -> dict[str, bytes]:
    """Every file in a folder but those that Syncthing began to fetch and gave up; they go after a day."""
    try:
        files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(BEGUN)]
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}
    except FileNotFoundError:
        # one was just being moved
        return {str(folder): b""}


def _run(*words: str) -> str:
    done = subprocess.run(
        [PROGRAM or "", *words], env=_environ(), capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def _environ() -> dict[str, str]:
    """What both are told: no monitor process, no upgrade, no proxy."""
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return {**kept, "STNODEFAULTFOLDER": "1", "STNOUPGRADE": "1", "STMONITORED": "yes"}


def _free_port() -> int:
    with socket.socket() as looking:
        looking.bind(("127.0.0.1", 0))
        return int(looking.getsockname()[1])
