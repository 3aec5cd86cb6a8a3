"""What can be wrong with a file of rules, said so that its writer can mend it."""

from __future__ import annotations

from stillnight.domain.errors import BadInput


class RuleError(BadInput):
    """A file of rules does not fit.

    Attributes:
        file: The file's name.
        rule: The rule's id, or where in the file it stands when it has none.
        key: The key that is wrong, with the keys above it: ``when.all.2.op``.
    """

    def __init__(self, file: str, rule: str, key: str, problem: str) -> None:
        """Name the file, the rule and the key, then what is wrong and what would fit."""
        super().__init__(f"{file}, rule {rule}, {key}: {problem}")
        self.file = file
        self.rule = rule
        self.key = key
