"""The scripts themselves, written by the library shtab."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from stillnight.cli.completion.offered import Offered
from stillnight.cli.completion.tree import tree_of

SHELLS = ("bash", "zsh", "fish")


def script(shell: str, offered: Offered) -> str:
    """The script for a shell: bash, zsh or fish."""
    import shtab

    text = str(shtab.complete(tree_of(offered, shtab.FILE), shell=shell))
    return _MENDED[shell](text) if shell in _MENDED else text


def _mended_for_zsh(text: str) -> str:
    """Words that may come again and again: the library lets them come once."""
    return text.replace('"(*)::', '"*:')


def _mended_for_fish(text: str) -> str:
    """An option of one dash and many letters is an old one there: the library takes it for one letter."""
    return re.sub(r" -s (\w{2,})", r" -o \1", text)


_MENDED: Mapping[str, Callable[[str], str]] = {"zsh": _mended_for_zsh, "fish": _mended_for_fish}
