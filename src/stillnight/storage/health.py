"""What ``verify`` says: where everything is, whether it agrees, and what is odd."""

from __future__ import annotations

from stillnight.domain.ports import NIGHTS, Health
from stillnight.storage.lines import dump
from stillnight.storage.meta import devices_in
from stillnight.storage.placing import UNPLACED
from stillnight.storage.state import BIN
from stillnight.storage.vault import Vault


def examine(vault: Vault) -> Health:
    """Look at the file and at what this machine keeps of it; nothing is changed."""
    data = dump(vault.state)
    tables = vault.state.tables
    damaged = sorted(vault.folder.damaged.glob("*.json")) if vault.folder.damaged.is_dir() else []
    lines = [
        ("journal", str(vault.file.path)),
        ("nights", f"{len(tables.get(NIGHTS, {}))}, {len(tables.get(NIGHTS + BIN, {}))} in the bin"),
        ("file", "whole and complete" if vault.file.holds(data) else "differs from what is known here"),
        ("this machine's copy", str(vault.folder.replica)),
        ("this device", vault.folder.device),
        ("devices seen", ", ".join(sorted(devices_in(vault.state))) or "none"),
        ("damaged files kept", str(len(damaged))),
    ]
    return Health(lines, _troubles(vault, data))


def _troubles(vault: Vault, data: bytes) -> list[str]:
    troubles = [vault.problem] if vault.problem else []
    if not vault.problem and not vault.file.holds(data):
        troubles.append(
            f"{vault.file.path.name} differs from what is known here; verify --repair writes it anew"
        )
    unplaced = len(vault.state.tables.get(UNPLACED, {}))
    if unplaced:
        troubles.append(
            f"{unplaced} records have no date and are kept in the table {UNPLACED}; enter them with log"
        )
    if not vault.replica.data or vault.replica.data != data:
        troubles.append("this machine's own copy is not up to date; verify --repair writes it anew")
    return troubles
