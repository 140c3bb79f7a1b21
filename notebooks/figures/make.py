"""Writes the diagrams of all pages: ``make figures``, or ``python -m notebooks.figures.make``.

A page's diagrams are defined in ``page_NN.py`` beside this file: ``FIGURES`` is a dictionary
``{name: function}``, and each function returns a `svg.Diagram`. The file written is ``NAME.svg``. The
README's picture is made too (`strip`).
"""

import importlib
from pathlib import Path

from notebooks.figures import strip

FOLDER = Path(__file__).parent


def drawn() -> dict[str, str]:
    """Return ``{file name: SVG text}`` of all diagrams."""
    found = {}
    for path in sorted(FOLDER.glob("page_*.py")):
        for name, draw in importlib.import_module(f"notebooks.figures.{path.stem}").FIGURES.items():
            if f"{name}.svg" in found:
                raise ValueError(f"Two diagrams are called {name}; the second is in {path.name}.")
            found[f"{name}.svg"] = draw().svg()
    return found


def main() -> None:
    """Write every file that changed; delete those that no page draws any more."""
    files = drawn()
    for path in FOLDER.glob("*.svg"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print("wrote", path.name)
    strip.main()


if __name__ == "__main__":
    main()
