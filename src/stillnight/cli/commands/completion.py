"""``stillnight completion``: a script with which a shell completes what is typed."""

from __future__ import annotations

from stillnight.cli.call import Call
from stillnight.cli.completion.offered import offered
from stillnight.cli.completion.scripts import SHELLS, script
from stillnight.cli.console import put
from stillnight.cli.parser import Parser

_INSTALL = """\
bash: stillnight completion bash > ~/.local/share/bash-completion/completions/stillnight
zsh:  stillnight completion zsh > ~/.zfunc/_stillnight, with fpath+=~/.zfunc before compinit in ~/.zshrc
fish: stillnight completion fish > ~/.config/fish/completions/stillnight.fish
Make the folder first where it is missing. The script holds your own factors and themes as they are now:
write it again when they change."""


def add_arguments(parser: Parser) -> None:
    """Which shell."""
    parser.add_argument("shell", choices=SHELLS, metavar="|".join(SHELLS), help="the shell that reads it")
    parser.epilog = f"{_INSTALL}\n\n{parser.epilog}"


def run(call: Call) -> int:
    """Print the script."""
    put(script(call.args.shell, offered(call.house)).rstrip("\n") + "\n")
    return 0
