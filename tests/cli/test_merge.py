"""``stillnight merge`` as a program of its own, and as the one that git calls."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.clocks import FixedClock

from stillnight.cli.main import main
from stillnight.domain.ports import Change
from stillnight.storage import open_store

GIT = shutil.which("git")
PROGRAM = f"{sys.executable} -m stillnight"


@pytest.fixture
def log(tmp_path) -> Callable[..., None]:
    """Writes the urge of a night of November 2026 into a journal, on a device of that name."""

    def write(path: Path, device: str, night: int, severity: int) -> None:
        store = open_store(path, tmp_path / "state" / device, FixedClock(), wait=lambda _: None)
        id = 20261100 + night
        store.write("log", [Change("nights", id, "date", f"2026-11-{night}")])
        store.write("log", [Change("nights", id, "severity", severity)])

    return write


@pytest.fixture
def versions(tmp_path, log) -> tuple[Path, Path, Path]:
    """What two devices made of one journal: the base, mine with the 18th, theirs with the 17th."""
    base, mine, theirs = (tmp_path / f"{name}.json" for name in ("base", "mine", "theirs"))
    log(base, "laptop", 19, 6)
    shutil.copy(base, mine)
    shutil.copy(base, theirs)
    log(mine, "laptop", 18, 7)
    log(theirs, "desk", 17, 4)
    return base, mine, theirs


def severities(path: Path) -> dict[str, int]:
    return {id: night["severity"] for id, night in json.loads(path.read_bytes())["nights"].items()}


ALL = {"20261117": 4, "20261118": 7, "20261119": 6}


def test_the_result_is_written_into_a(versions, capsys):
    base, mine, theirs = versions
    before = theirs.read_bytes()
    assert main(["merge", *map(str, versions)]) == 0
    assert severities(mine) == ALL
    assert (theirs.read_bytes(), severities(base)) == (before, {"20261119": 6})
    assert capsys.readouterr() == ("", "")


def test_or_into_another_file_for_the_owner_alone(versions, tmp_path):
    _, mine, theirs = versions
    before, into = mine.read_bytes(), tmp_path / "new"
    assert main(["merge", "", str(mine), str(theirs), "--output", str(into)]) == 0
    assert severities(into) == ALL
    assert mine.read_bytes() == before
    assert into.stat().st_mode & 0o077 == 0
    assert main(["merge", "/dev/null", str(theirs), str(mine)]) == 0
    assert theirs.read_bytes() == into.read_bytes()


def test_no_other_file_and_no_state_folder_is_touched(versions, home):
    folder = versions[0].parent
    before = set(folder.rglob("*"))
    assert main(["merge", *map(str, versions)]) == 0
    assert set(folder.rglob("*")) == before
    assert list(home.iterdir()) == []


def test_a_link_stays_a_link(versions):
    base, mine, theirs = versions
    link = mine.with_name("link.json")
    link.symlink_to(mine)
    assert main(["merge", str(base), str(link), str(theirs)]) == 0
    assert link.is_symlink()
    assert severities(mine) == ALL


@pytest.mark.parametrize("spoilt", ["torn", "foreign", "missing", "another", "folder"])
def test_what_cannot_be_merged_is_one_line_and_nothing_is_written(versions, log, capsys, spoilt):
    base, mine, theirs = versions
    before = mine.read_bytes()
    match spoilt:
        case "torn":
            theirs.write_bytes(theirs.read_bytes()[:-30])
        case "foreign":
            theirs.write_text('{"a": 1}')
        case "another":
            theirs.unlink()
            log(theirs, "somebody", 19, 6)
        case "missing":
            theirs.unlink()
        case "folder":
            theirs.unlink()
            theirs.mkdir()
    capsys.readouterr()
    assert main(["merge", str(base), str(mine), str(theirs)]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "nothing was written" in said.err
    assert mine.read_bytes() == before


def test_a_device_is_never_replaced(versions, capsys):
    _, mine, theirs = versions
    assert main(["merge", "", str(mine), str(theirs), "--output", os.devnull]) == 1
    assert "no ordinary file" in capsys.readouterr().err
    assert not Path(os.devnull).is_file()


def git(folder: Path, *words: str, code: int = 0) -> str:
    """Run git without anybody's settings."""
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C"}
    names = {f"GIT_{role}_{what}": "x@y" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        [GIT or "git", *words], cwd=folder, env={**environ, **alone, **names}, capture_output=True, text=True
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path, log) -> Path:
    """A journal under version control, as ``merge --help`` says, with one night."""
    if GIT is None:
        pytest.skip("git is not installed")
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "laptop")
    git(folder, "config", "merge.stillnight.driver", f"{PROGRAM} merge %O %A %B")
    (folder / ".gitattributes").write_text("journal.json merge=stillnight\n")
    log(folder / "journal.json", "laptop", 19, 6)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "begin")
    return folder


def commit(folder: Path, branch: str, *options: str) -> None:
    git(folder, "checkout", "-q", *options, branch)


def test_git_merges_two_branches(repository, log):
    journal = repository / "journal.json"
    commit(repository, "desk", "-b")
    log(journal, "desk", 17, 4)
    git(repository, "commit", "-qam", "desk")
    commit(repository, "laptop")
    log(journal, "laptop", 18, 7)
    git(repository, "commit", "-qam", "laptop")
    git(repository, "merge", "-q", "-m", "both", "desk")
    assert severities(journal) == ALL
    assert git(repository, "status", "--porcelain") == ""
    commit(repository, "desk")
    git(repository, "merge", "-q", "laptop")
    log(journal, "desk", 18, 7)
    assert git(repository, "status", "--porcelain") == ""


def test_git_keeps_a_conflict_where_a_version_is_damaged(repository, log):
    journal = repository / "journal.json"
    commit(repository, "desk", "-b")
    journal.write_bytes(journal.read_bytes()[:-30])
    git(repository, "commit", "-qam", "torn")
    commit(repository, "laptop")
    log(journal, "laptop", 18, 7)
    git(repository, "commit", "-qam", "laptop")
    whole = journal.read_bytes()
    said = git(repository, "merge", "-m", "both", "desk", code=1)
    assert "is damaged; nothing was written" in said
    assert git(repository, "status", "--porcelain") == "UU journal.json\n"
    assert journal.read_bytes() == whole


def test_without_a_base_nothing_need_be_said_of_it(versions, tmp_path):
    _, mine, theirs = versions
    assert main(["merge", "--output", str(tmp_path / "new"), str(mine), str(theirs)]) == 0
    assert severities(tmp_path / "new") == ALL
