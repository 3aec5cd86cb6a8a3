"""A guided session as it is seen: what to do, how long still, where on the body, the keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from stillnight.ui.pictures.guided import Scene
from stillnight.ui.widgets.picture import Picture


class SessionPane(Vertical):
    """Pieces that are painted anew only where they changed: mostly the digits alone."""

    DEFAULT_CSS = """
    SessionPane { height: 1fr; padding: 0 1; }
    SessionPane > #head { height: 1; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
    SessionPane #going { height: 1fr; align-horizontal: center; }
    SessionPane #said { width: 1fr; max-width: 44; padding: 1 1 0 0; }
    SessionPane Static { height: auto; }
    SessionPane #words { color: $ink; text-style: bold; }
    SessionPane #which { color: $accent; }
    SessionPane #time { margin: 1 0 0 0; }
    SessionPane #after { color: $muted; margin: 1 0 0 0; }
    SessionPane #figure { width: 16; }
    SessionPane #figure.-away { display: none; }
    SessionPane #where { color: $muted; }
    SessionPane > #keys { color: $muted; }
    """

    def compose(self) -> ComposeResult:
        """The words beside the figure, the keys below."""
        yield Static(id="head")
        with Horizontal(id="going"):
            with Vertical(id="said"):
                yield Static(id="words")
                yield Static(id="which")
                yield Picture(id="time")
                yield Picture(id="bar")
                yield Static(id="after")
            with Vertical(id="figure"):
                yield Picture(id="body")
                yield Static(id="where")
        yield Static(id="keys")

    def show(self, scene: Scene, keys: str, is_large: bool = True) -> None:
        """Show a picture of the session.

        Args:
            scene: The picture.
            keys: What the keys do.
            is_large: Is there room for a figure beside the words? It keeps its place while there is none.
        """
        words = {"head": scene.head, "words": scene.words, "which": scene.which, "after": scene.after}
        for id, text in {**words, "where": scene.where, "keys": keys}.items():
            self._tell(id, text)
        for id, lines in (("time", scene.time), ("bar", scene.bar), ("body", scene.body)):
            picture = self.query_one(f"#{id}", Picture)
            picture.lines = lines
            picture.display = bool(lines)

        self.query_one("#figure").set_class(not is_large, "-away")

    def _tell(self, id: str, text: str) -> None:
        line = self.query_one(f"#{id}", Static)
        if line.visual != Content(text):
            line.update(Content(text))
        line.display = bool(text)
