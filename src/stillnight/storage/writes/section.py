"""One table's lines, found where they stand: nothing is taken apart until somebody wants it all.

The lines are sorted by id, so one is found by halving the text; ten thousand nights cost as little to
open as one. What was changed since lies over the text.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping

MANY = 200
"""Who asks for so many records wants them all: to take the lines apart once costs no more by then."""


class Section(Mapping[str, str]):
    """Canonical texts by id, over lines that are trusted to be ours."""

    def __init__(self, body: str, over: Mapping[str, str] | None = None) -> None:
        """Take nothing apart yet.

        Args:
            body: The lines ``"id":{…}``, sorted by id, with a comma and a line break between them.
            over: Texts that stand in place of the body's, or beside them.
        """
        self._body = body
        self._over = dict(over or {})
        self._all: dict[str, str] | None = None
        self._asked = 0

    def __getitem__(self, id: str) -> str:
        """One record's text."""
        self._asked += 1
        if self._all is not None or self._asked > MANY:
            return self._whole()[id]
        text = self._over.get(id) or self._find(id)
        if text is None:
            raise KeyError(id)
        return text

    def __contains__(self, id: object) -> bool:
        """Is there such a record?"""
        return isinstance(id, str) and (id in self._over or self._find(id) is not None)

    def __iter__(self) -> Iterator[str]:
        """Every id."""
        return iter(self._whole())

    def items(self) -> ItemsView[str, str]:
        """Every id with its text, in one walk: to find each of ten thousand by halving takes far longer."""
        return self._whole().items()

    def __bool__(self) -> bool:
        """A table without records is never kept."""
        return True

    def __len__(self) -> int:
        """How many records there are."""
        if self._all is not None:
            return len(self._all)
        return self._body.count("\n") + 1 + sum(self._find(id) is None for id in self._over)

    def amended(self, texts: Mapping[str, str]) -> Section:
        """The same lines with some texts put over them."""
        return Section(self._body, {**self._over, **texts})

    def shares(self, other: Mapping[str, str]) -> bool:
        """Do both stand over the very same lines?"""
        return isinstance(other, Section) and other._body is self._body

    def changed_since(self, earlier: Section) -> list[str]:
        """The ids whose texts differ from those of an earlier state over the same lines."""
        ids = self._over.keys() | earlier._over.keys()
        return sorted(id for id in ids if self.get(id) != earlier.get(id))

    def between(self, least: str, most: str) -> dict[str, str]:
        """The records with ids in [least, most], as text compares."""
        start, end = self._place(least), self._place(most + "\0")
        near = _taken_apart(self._body[start:end].rstrip(",\n")) if start < end else {}
        near |= {id: text for id, text in self._over.items() if least <= id <= most}
        return near

    def before(self, id: str) -> str | None:
        """The greatest id below another; ``None`` where there is none."""
        start = self._place(id)
        ids = [other for other in self._over if other < id]
        if start:
            line = self._body.rfind("\n", 0, start - 1) + 1
            ids.append(_id_at(self._body, line))
        return max(ids, default=None)

    def _whole(self) -> dict[str, str]:
        if self._all is None:
            self._all = _taken_apart(self._body) | self._over
        return self._all

    def _find(self, id: str) -> str | None:
        start = self._place(id)
        head = f'"{id}":'
        if not self._body.startswith(head, start):
            return None
        end = self._body.find("\n", start)
        return self._body[start + len(head) : end - 1 if end >= 0 else len(self._body)]

    def _place(self, id: str) -> int:
        """Where the first line begins whose id is not below another; the body's length for none."""
        low, high = 0, len(self._body)
        while low < high:
            start = self._body.rfind("\n", low, (low + high) // 2) + 1 or low
            if _id_at(self._body, start) < id:
                end = self._body.find("\n", start)
                low = end + 1 if 0 <= end < high else high
            else:
                high = start
        return low


def _id_at(body: str, start: int) -> str:
    """The id of the line that begins at a place."""
    return body[start + 1 : body.index('"', start + 1)]


def _taken_apart(body: str) -> dict[str, str]:
    """Every line of a body by its id."""
    records: dict[str, str] = {}
    for line in body.split(",\n"):
        id, _, text = line.partition(":")
        records[id[1:-1]] = text
    return records
