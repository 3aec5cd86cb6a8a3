"""What each service says of its folders in its own settings, and where it usually puts them.

Whatever makes no sense counts as nothing: these are other programs' files.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

LINUX, MACOS = "linux", "darwin"
"""Systems, as ``sys.platform`` names them."""

_LARGE = 5_000_000
"""Settings of so many bytes are none."""


class Ground(NamedTuple):
    """What is looked at.

    Attributes:
        home: The home folder.
        environ: The environment of the process.
        system: :data:`LINUX` or :data:`MACOS`.
    """

    home: Path
    environ: Mapping[str, str]
    system: str

    @property
    def config(self) -> Path:
        """Where programs keep their settings on Linux."""
        return Path(self.environ.get("XDG_CONFIG_HOME") or self.home / ".config")

    @property
    def state(self) -> Path:
        """Where programs keep what belongs to this machine alone on Linux."""
        return Path(self.environ.get("XDG_STATE_HOME") or self.home / ".local" / "state")

    @property
    def library(self) -> Path:
        """Where macOS keeps everything else."""
        return self.home / "Library"

    def mounted(self, pattern: str) -> list[Path]:
        """The folders that macOS shows under *Locations*."""
        return sorted((self.library / "CloudStorage").glob(pattern)) if self.system == MACOS else []

    def path(self, text: str) -> Path | None:
        """A path out of some settings; ``None`` where it is none of this system."""
        if "\0" in text or not text.strip():
            return None
        path = self.home / text[2:] if text.startswith("~/") else self.home if text == "~" else Path(text)
        return path if path.is_absolute() else None


Found: TypeAlias = Iterator[tuple[str, Path]]
"""A service with the account where there are several, and a folder of it."""


def service_folders(ground: Ground) -> Found:
    """Every folder that a service names or usually has, some of them twice."""
    for find in (_dropbox, _icloud, _onedrive, _google, _nextcloud, _syncthing):
        yield from find(ground)


def _dropbox(ground: Ground) -> Found:
    accounts = _json(ground.home / ".dropbox" / "info.json")
    for kind, account in accounts.items():
        path = ground.path(str(account.get("path") or "")) if isinstance(account, dict) else None
        if path:
            yield "Dropbox" if kind == "personal" else f"Dropbox ({kind})", path
    usual = [ground.home / "Dropbox", *sorted(ground.home.glob("Dropbox (*)")), *ground.mounted("Dropbox*")]
    for path in usual:
        if os.path.isdir(path) and path.name != "Dropbox (Old)":
            yield "Dropbox", path


def _icloud(ground: Ground) -> Found:
    path = ground.library / "Mobile Documents" / "com~apple~CloudDocs"
    if ground.system == MACOS and os.path.isdir(path):
        yield "iCloud Drive", path


def _onedrive(ground: Ground) -> Found:
    for path in ground.mounted("OneDrive-*"):
        account = path.name.removeprefix("OneDrive-")
        if not account.startswith("SharedLibraries"):
            yield "OneDrive" if account == "Personal" else f"OneDrive ({account})", path
    for line in _text(ground.config / "onedrive" / "config").splitlines():
        said = re.fullmatch(r'\s*sync_dir\s*=\s*"(.*)"\s*', line)
        if said and (configured := ground.path(said[1])):
            yield "OneDrive", configured
    if os.path.isdir(ground.home / "OneDrive"):
        yield "OneDrive", ground.home / "OneDrive"


_MY_DRIVE = frozenset(
    (
        "My Drive", "Meine Ablage", "Mon Drive", "Mi unidad", "Il mio Drive", "Meu Drive", "O meu disco",
        "Mijn Drive", "Min enhet", "Mit drev", "Min disk", "Oma Drive", "Mój dysk", "Můj disk",
        "Saját meghajtó", "Drive'ım", "Мой диск", "Мій диск", "マイドライブ", "내 드라이브",
        "我的云端硬盘", "我的雲端硬碟",
    )
)  # fmt: skip
"""What Google Drive calls the user's own part, in the language of the computer; not verified one by one."""


def _google(ground: Ground) -> Found:
    usual = [
        ground.home / name for name in ("Google Drive", "GoogleDrive") if os.path.isdir(ground.home / name)
    ]
    for root in (*ground.mounted("GoogleDrive-*"), *usual):
        account = root.name.partition("-")[2]
        own = [root / name for name in names_in(root) if unicodedata.normalize("NFC", name) in _MY_DRIVE]
        # streamed, the top holds nothing but parts of the drive and takes no file; mirrored, it is the drive
        for path in own or ([] if account else [root]):
            yield f"Google Drive ({account})" if account else "Google Drive", path


def _nextcloud(ground: Ground) -> Found:
    where = {
        MACOS: [ground.library / "Preferences" / "Nextcloud"],
        LINUX: [
            ground.config / "Nextcloud",
            ground.home / ".var/app/com.nextcloud.desktopclient.nextcloud/config/Nextcloud",
        ],
    }
    for folder in where.get(ground.system, []):
        for said in re.finditer(r"(?m)^\d+\\\w+\\\w+\\localPath=(.+)$", _text(folder / "nextcloud.cfg")):
            if path := ground.path(_qt_text(said[1])):
                yield "Nextcloud", path
    usual = [ground.home / "Nextcloud", *ground.mounted("Nextcloud*")]
    yield from (("Nextcloud", path) for path in usual if os.path.isdir(path))


def _syncthing(ground: Ground) -> Found:
    own = [ground.environ[name] for name in ("STCONFDIR", "STHOMEDIR") if ground.environ.get(name)]
    usual = {
        MACOS: [ground.library / "Application Support" / "Syncthing"],
        LINUX: [ground.state / "syncthing", ground.config / "syncthing"],
    }
    for folder in (*map(Path, own), *usual.get(ground.system, [])):
        for label, text in _syncthing_folders(_text(folder / "config.xml")):
            if path := ground.path(text):
                yield f"Syncthing ({label})" if label else "Syncthing", path


def _syncthing_folders(text: str) -> Iterator[tuple[str, str]]:
    """Label and path of each folder that this device may write."""
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, RecursionError):
        return
    for folder in root.findall("folder"):
        if not (folder.get("type") or "").startswith("receive"):
            yield folder.get("label") or folder.get("id") or "", folder.get("path") or ""


def _qt_text(text: str) -> str:
    r"""A value as Qt writes it: in quotes where it has to be, ``\xe4`` for what is not ASCII."""
    text = text.strip().removeprefix('"').removesuffix('"')
    return re.sub(r"\\x([0-9a-fA-F]{1,4})", lambda found: chr(int(found[1], 16)), text)


def _text(path: Path) -> str:
    """A small text file; empty where there is none or it makes no sense."""
    try:
        return path.read_text(encoding="utf-8", errors="replace") if path.stat().st_size < _LARGE else ""
    except (OSError, ValueError):
        return ""


def _json(path: Path) -> dict[str, Any]:
    """The JSON object in a file; empty where there is none."""
    try:
        content = json.loads(_text(path) or "{}")
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def names_in(folder: Path) -> list[str]:
    """The names in a folder; none where it cannot be looked into."""
    try:
        return [entry.name for entry in os.scandir(folder)]
    except OSError:
        return []
