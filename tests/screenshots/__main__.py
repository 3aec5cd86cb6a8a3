"""Draw the README's pictures anew: all of them, or those that are named."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.screenshots.drawing import draw
from tests.screenshots.scenes import SCENES

FOLDER = Path(__file__).parent


def main(names: list[str]) -> None:
    """Write the pictures beside this file."""
    for scene in SCENES:
        if not names or scene.name in names:
            (FOLDER / f"{scene.name}.svg").write_text(draw(scene), encoding="utf-8")
            print(f"{scene.name}.svg  {scene.about}")


if __name__ == "__main__":
    main(sys.argv[1:])
