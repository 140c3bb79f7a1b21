"""The look of the course's diagrams: boxes, networks, arrows, layers, curves, as SVG text.

Every diagram is drawn with these few shapes, in the colours of `helpers.plotting`: the generator, the
discriminator, real and generated data have the same colour on every page. Lengths are pixels, y grows
downwards. The panel is white, so that a diagram can be read on a dark page, too.
"""

import itertools
from collections.abc import Sequence
from xml.sax.saxutils import escape

from helpers.plotting import D_COLOUR, FAKE_COLOUR, G_COLOUR, REAL_COLOUR

import numpy as np

INK, PALE = "#24292f", "#8c959f"
FONT = "DejaVu Sans, Verdana, Arial, sans-serif"
__all__ = ["D_COLOUR", "FAKE_COLOUR", "G_COLOUR", "INK", "PALE", "REAL_COLOUR", "Diagram"]


class Diagram:
    """One diagram, width by height pixels; ``alt`` says in words what it shows."""

    def __init__(self, width: int, height: int, alt: str) -> None:
        self.width, self.height, self.alt = width, height, alt
        self.parts: list[str] = []
        self.colours: set[str] = set()

    def _add(self, tag: str, content: str | None = None, **attributes: object) -> None:
        words = " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
        self.parts.append(f"<{tag} {words}/>" if content is None else f"<{tag} {words}>{content}</{tag}>")

    def text(
        self,
        x: float,
        y: float,
        words: str,
        colour: str = INK,
        size: int = 14,
        anchor: str = "middle",
        bold: bool = False,
        italic: bool = False,
    ) -> None:
        """Write lines (separated by a line break) around the point (x, y); y is the middle of the block."""
        lines = words.split("\n")
        first = y + 0.36 * size - 0.62 * size * (len(lines) - 1)
        look = {"font_weight": "bold"} if bold else {}
        look |= {"font_style": "italic"} if italic else {}
        for number, line in enumerate(lines):
            place = {"x": _short(x), "y": _short(first + 1.24 * size * number)}
            look |= {"fill": colour, "font_size": size, "text_anchor": anchor}
            self._add("text", escape(line), **place, **look)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        words: str = "",
        colour: str = INK,
        size: int = 14,
    ) -> None:
        """Draw a box whose upper left corner is (x, y): a quantity, a step, a loss."""
        self._add(
            "rect",
            x=_short(x),
            y=_short(y),
            width=_short(width),
            height=_short(height),
            rx=7,
            fill=colour,
            fill_opacity="0.10",
            stroke=colour,
            stroke_width="1.6",
        )
        if words:
            self.text(x + width / 2, y + height / 2, words, colour=INK, size=size)

    def network(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        words: str,
        colour: str,
        widens: bool,
        held: bool = False,
    ) -> None:
        """Draw a network, from left to right wider (a generator) or narrower (a discriminator).

        A network that is held still has a dashed, pale outline.
        """
        small = 0.28 * height
        left, right = (small, 0.0) if widens else (0.0, small)
        corners = [(x, y + left), (x + width, y + right)]
        corners += [(x + width, y + height - right), (x, y + height - left)]
        points = " ".join(f"{_short(a)},{_short(b)}" for a, b in corners)
        look = {"stroke_dasharray": "6 4", "fill_opacity": "0.05"} if held else {"fill_opacity": "0.22"}
        self._add("polygon", points=points, fill=colour, stroke=colour, stroke_width=2, **look)
        self.text(x + width / 2, y + height / 2, words, bold=True)

    def arrow(
        self,
        points: Sequence[tuple[float, float]],
        colour: str = INK,
        words: str = "",
        dashed: bool = False,
        at: tuple[float, float] | None = None,
        head: bool = True,
        width: float = 2,
    ) -> None:
        """Draw an arrow along the points; its words stand above the middle of it, or around ``at``."""
        self.colours.add(colour)
        path = "M" + " L".join(f"{_short(a)},{_short(b)}" for a, b in points)
        look = {"stroke_dasharray": "6 4"} if dashed else {}
        look |= {"marker_end": f"url(#head{colour[1:]})"} if head else {}
        self._add("path", d=path, fill="none", stroke=colour, stroke_width=width, **look)
        if words:
            (a, b), (c, d) = points[0], points[-1]
            x, y = at or ((a + c) / 2, (b + d) / 2 - 12)
            self.text(x, y, words, colour=colour if colour != PALE else INK, size=13)

    def block(
        self,
        x: float,
        y: float,
        side: float,
        depth: float,
        words: str = "",
        colour: str = INK,
        above: str = "",
    ) -> None:
        """Draw a stack of images (the output of a layer): side by side pixels, depth is its thickness."""
        slant = 0.5 * depth
        faces = [
            [(x, y), (x + side, y), (x + side, y + side), (x, y + side)],
            [(x, y), (x + slant, y - slant), (x + side + slant, y - slant), (x + side, y)],
            [
                (x + side, y),
                (x + side + slant, y - slant),
                (x + side + slant, y + side - slant),
                (x + side, y + side),
            ],
        ]
        for face, opacity in zip(faces, ("0.12", "0.22", "0.32"), strict=True):
            points = " ".join(f"{_short(a)},{_short(b)}" for a, b in face)
            self._add("polygon", points=points, fill=colour, fill_opacity=opacity, stroke=colour)
        if words:
            self.text(x + side / 2, y + side + 20, words, size=13)
        if above:
            self.text(x + (side + slant) / 2, y - slant - 14, above, size=13)

    def pixels(self, x: float, y: float, side: float, image: np.ndarray) -> None:
        """Draw a small grey image, (height, width) from -1 (black) to 1 (white), in six levels of grey."""
        levels = np.clip(np.rint((np.asarray(image, float) + 1) / 2 * 5), 0, 5).astype(int)
        unit = side / levels.shape[1]
        self._add("rect", x=_short(x), y=_short(y), width=_short(side), height=_short(unit * len(levels)))
        for row, line in enumerate(levels):
            ends = [0, *(np.flatnonzero(np.diff(line)) + 1), len(line)]
            for start, end in itertools.pairwise(ends):
                if line[start]:
                    grey = f"#{51 * line[start]:02x}" + f"{51 * line[start]:02x}" * 2
                    place = {"x": _short(x + unit * start), "y": _short(y + unit * row)}
                    size = {"width": _short(unit * (end - start) + 0.3), "height": _short(unit + 0.3)}
                    self._add("rect", **place, **size, fill=grey)

    def curve(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        colour: str = INK,
        filled: bool = False,
        dashed: bool = False,
        width: float = 2,
    ) -> None:
        """Draw a line through points given in pixels; filled down to its first and last point if asked."""
        points = " ".join(f"{_short(a)},{_short(b)}" for a, b in zip(xs, ys, strict=True))
        look = {"stroke_dasharray": "6 4"} if dashed else {}
        fill = {"fill": colour, "fill_opacity": "0.25"} if filled else {"fill": "none"}
        self._add("polyline", points=points, stroke=colour, stroke_width=width, **fill, **look)

    def dot(self, x: float, y: float, colour: str = INK, radius: float = 4) -> None:
        """Draw a point."""
        self._add("circle", cx=_short(x), cy=_short(y), r=_short(radius), fill=colour)

    def svg(self) -> str:
        """Return the whole file."""
        heads = "".join(
            f'<marker id="head{colour[1:]}" viewBox="0 0 10 10" refX="8.5" refY="5" markerWidth="7" '
            f'markerHeight="7" orient="auto-start-reverse"><path d="M0,0 L10,5 L0,10 z" fill="{colour}"/>'
            "</marker>"
            for colour in sorted(self.colours)
        )
        size = f'width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}"'
        panel = f'<rect x="0.5" y="0.5" width="{self.width - 1}" height="{self.height - 1}" rx="8" '
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FONT}">',
                f"<title>{escape(self.alt)}</title>",
                f"<defs>{heads}</defs>",
                panel + 'fill="#ffffff" stroke="#d0d7de"/>',
                *self.parts,
                "</svg>\n",
            ]
        )


def _short(number: float) -> str:
    return f"{float(number):.2f}".rstrip("0").rstrip(".")
