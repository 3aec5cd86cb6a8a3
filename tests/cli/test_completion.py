"""The scripts for completion, in the real shells where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.e2e.terminal import Terminal

from stillnight.cli.completion.offered import offered
from stillnight.cli.completion.scripts import SHELLS
from stillnight.cli.house import House
from stillnight.cli.main import main
from stillnight.cli.parser import command_parser
from stillnight.cli.table import COMMANDS, NAMES, find_command
from stillnight.domain.errors import StoreError

CASES = [
    ("stillnight lo", {"log"}),
    ("stillnight log 6 +caff", {"+caffeine"}),
    ("stillnight log 6 +caffeine -alc", {"-alcohol"}),
    ("stillnight log --ons", {"--onset"}),
    ("stillnight log --onset no", {"not_yet", "none"}),
    ("stillnight log --side l", {"left"}),
    ("stillnight log --night yest", {"yesterday"}),
    ("stillnight --moment n", {"night"}),
    ("stillnight tips wa", {"walk", "warm_bath"}),
    ("stillnight relief wa", {"walk", "warm_bath"}),
    ("stillnight tips --kind st", {"stretching"}),
    ("stillnight claims blo", {"blood_flow"}),
    ("stillnight facts iron_", {"iron_part", "iron_test", "iron_limits"}),
    ("stillnight set th", {"theme"}),
    ("stillnight set theme du", {"dusk"}),
    ("stillnight flag add self", {"self_harm"}),
    ("stillnight lab add fer", {"ferritin"}),
    ("stillnight completion f", {"fish"}),
    ("stillnight factor hide caffeine str", {"stress"}),
    ("stillnight trial start caf", {"caffeine"}),
    ("stillnight export nig", {"nights.jsonl"}),
    ("stillnight show --journal nig", {"nights.jsonl"}),
]
"""What is typed before Tab, and all that fits there."""


def needs(shell: str) -> pytest.MarkDecorator:
    """Skip where a shell is not installed."""
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed here")


@pytest.fixture
def script(sn, tmp_path):
    """Writes a shell's script to a file, beside a file that can be completed."""
    (tmp_path / "nights.jsonl").touch()

    def write(shell: str) -> Path:
        path = tmp_path / f"script.{shell}"
        path.write_text(sn("completion", shell).out)
        return path

    return write


def said_by(*argv: str, cwd: Path) -> set[str]:
    done = subprocess.run(argv, capture_output=True, text=True, cwd=cwd, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return set(done.stdout.splitlines())


@needs("bash")
@pytest.mark.parametrize(("typed", "fits"), CASES)
def test_bash_completes(script, tmp_path, typed, fits):
    ask = (
        'source "$1"; read -ra COMP_WORDS <<<"$2"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); '
        'complete -p stillnight >/dev/null; "$(complete -p stillnight | grep -oE "_[a-z_]+stillnight")"; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    assert said_by("bash", "--norc", "-c", ask, "bash", str(script("bash")), typed, cwd=tmp_path) == fits


@needs("fish")
@pytest.mark.parametrize(("typed", "fits"), CASES)
def test_fish_completes(script, tmp_path, typed, fits):
    found = said_by(
        "fish", "--no-config", "-c", f"source {script('fish')}; complete -C '{typed}'", cwd=tmp_path
    )
    assert {line.partition("\t")[0] for line in found} == fits


@pytest.fixture
def zsh(script, tmp_path):
    """A zsh that has read the script, in the folder of the file that can be completed."""
    environ = {**os.environ, "PS1": "", "LC_ALL": "C.UTF-8"}
    terminal = Terminal(["zsh", "-f", "-i"], environ, (120, 34))
    load = (
        f'autoload -Uz compinit && compinit -u -D && eval "$(<{script("zsh")})" && cd {tmp_path} && PS1="> "'
    )
    terminal.press(load, "enter")
    terminal.wait_for(lambda it: it.text().rstrip().endswith("\n>"))
    yield terminal
    terminal.close()


@needs("zsh")
def test_zsh_completes(zsh):
    for typed, fits in CASES:
        zsh.press("ctrl+u", typed, "tab")
        # one word is filled in, several are listed below
        whole = [f"> {typed.rpartition(' ')[0]} {word}" for word in fits] if len(fits) == 1 else sorted(fits)
        zsh.wait_for(*whole)
        zsh.press("ctrl+u", "clear", "enter")
        zsh.wait_for(lambda it: it.text().strip() == ">")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_the_script(sn, shell):
    text = sn("completion", shell).out
    missing = [name for name in NAMES if name not in text]
    options = {option for one in COMMANDS for option in command_parser(one).options if option != "-h"}
    assert missing == []
    assert [option for option in options if option.lstrip("-") not in text] == []


def test_what_is_offered_has_its_place():
    home = House(dict(os.environ), None)
    found = offered(home)
    for command, argument in {*found.places, *found.files}:
        assert argument in [one.dest for one in command_parser(find_command(command)).actions], (
            command,
            argument,
        )
    assert all(words for words in found.places.values())


@pytest.mark.parametrize("shell", SHELLS)
def test_ones_own_factors_and_themes_are_offered(sn, home, shell):
    sn("factor", "add", "mint_tea")
    themes = home / ".config/stillnight/themes"
    themes.mkdir(parents=True)
    (themes / "mine.toml").write_text('name = "mine"\n')
    text = sn("completion", shell).out
    assert "+mint_tea" in text
    assert "mint_tea" in text.replace("+mint_tea", "")
    assert " mine " in text


def test_a_journal_that_cannot_be_read_is_no_reason_to_have_no_completion(capsys, home):
    def opener(*_: object) -> None:
        raise StoreError("no")

    assert main(["completion", "bash"], opener=opener) == 0
    said = capsys.readouterr()
    assert "+caffeine" in said.out
    assert said.err == ""


def test_nothing_is_made_and_nothing_said_of_a_journal_that_is_not_there(capsys, home):
    assert main(["completion", "zsh"]) == 0
    assert capsys.readouterr().err == ""
    assert list(home.rglob("*")) == []


def test_its_help_says_how_to_install_it(sn):
    out = sn("completion", "--help").out
    assert all(f"stillnight completion {shell} > " in out for shell in SHELLS)
