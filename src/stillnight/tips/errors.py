"""What can be wrong with a file of tips or gates, said so that its writer can mend it."""

from __future__ import annotations

from stillnight.domain.errors import BadInput


class TipError(BadInput):
    """A file of tips or gates does not fit.

    Attributes:
        file: The file's name.
        tip: The id of the tip or gate.
        key: The key that is wrong.
    """

    def __init__(self, file: str, tip: str, key: str, problem: str) -> None:
        """Name the file, the tip and the key, then what is wrong."""
        super().__init__(f"{file}, {tip}, {key}: {problem}")
        self.file = file
        self.tip = tip
        self.key = key
