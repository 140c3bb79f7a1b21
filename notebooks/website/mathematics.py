"""Mathematics for the site: formulas become MathML while it is built, and bring the font that they need.

An extension of Sphinx. Browsers draw MathML themselves and screen readers read it, so that the pages need no
program for it and no network. The font is STIX Two Math (OFL 1.1), as the package ziamath carries it, cut
down to the signs that occur.
"""

import functools
import io
from importlib import resources
from pathlib import Path

FONT = "stix-two-math.woff"
SIGNS: set[str] = set()  # all that were used


@functools.cache
def _converter():
    from math_core import LatexToMathML

    return LatexToMathML()


def mathml(tex: str, block: bool) -> str:
    """Return a formula as MathML, on a line of its own or within one.

    Raises
    ------
    ValueError
        If it is no formula that can be set; the message says where it goes wrong.
    """
    try:
        found = _converter().convert_with_local_state(tex, displaystyle=block)
    except Exception as error:
        raise ValueError(f"the formula ${tex}$ cannot be set: {error}") from error
    SIGNS.update(found)
    return found


def write_font(target: Path) -> None:
    """Write the font with the signs that occurred, and with what stretches them."""
    from fontTools import subset

    data = resources.files("ziamath").joinpath("fonts", "STIXTwoMath-Regular.ttf").read_bytes()
    options = subset.Options(flavor="woff", layout_features=["*"], hinting=False, notdef_outline=True)
    font = subset.load_font(io.BytesIO(data), options)
    italic = {chr(code) for code in range(0x1D400, 0x1D800)}  # letters as mathematics slants them
    cut = subset.Subsetter(options)
    cut.populate(text="".join(sorted(SIGNS | italic)))
    cut.subset(font)
    subset.save_font(font, str(target), options)


def _visit(translator, node, block: bool) -> None:
    from docutils import nodes

    found = mathml(node.astext(), block)
    translator.body.append(f'<div class="formula">{found}</div>' if block else found)
    raise nodes.SkipNode


def _finish(app, error: Exception | None) -> None:
    if not error and app.builder.format == "html":
        write_font(Path(app.outdir, "_static", FONT))


def setup(app) -> dict:
    """Make this the way in which Sphinx sets formulas, and write the font at the end."""
    inline = (lambda translator, node: _visit(translator, node, False)), None
    block = (lambda translator, node: _visit(translator, node, True)), None
    app.add_html_math_renderer("mathml", inline, block)
    app.connect("build-finished", _finish)
    return {"parallel_read_safe": True, "parallel_write_safe": False}
