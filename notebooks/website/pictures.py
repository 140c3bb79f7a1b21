"""Pictures and sounds of stored outputs, taken out of the notebooks as files, each with its words."""

import ast
import base64
import hashlib
import html
import io
import re
from pathlib import Path

from PIL import Image

from notebooks.website import words

LONGEST = 350  # characters of a picture's words
SOUND = re.compile(r'src="data:audio/(?:x-)?(\w+);base64,([^"]+)"')
IN_HTML = re.compile(r'<img src="data:image/(\w+);base64,([^"]+)"([^>]*)>')


def _text(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def titles(source: str) -> list[str]:
    """Return the titles that a cell's code writes above its axes, as far as they are plain text."""
    found = []
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return []
    for node in nodes:
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            given = [k.value for k in node.keywords if k.arg == "title"]
            given += node.args[:1] if name in ("set_title", "suptitle") else []
            found += [text for text in map(_text, given) if text]
    return list(dict.fromkeys(found))


def described(source: str, above: str) -> str:
    """Return what a picture shows, in words: its titles, and the paragraph that stands above its cell."""
    paragraphs = [p for p in re.split(r"\n\s*\n", above) if p.strip() and not p.lstrip().startswith("<")]
    sentence = words.plain(paragraphs[-1]) if paragraphs else ""
    text = ". ".join([*titles(source), sentence]) or "The picture that the code above draws"
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " ..."


class Pictures:
    """Writes pictures and sounds into a folder, each once, and gives the HTML that shows them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def _write(self, data: bytes, ending: str) -> str:
        name = f"{hashlib.sha256(data).hexdigest()[:16]}.{ending}"
        (self.folder / name).write_bytes(data)
        return name

    def shown(self, data: bytes, alt: str, up: str) -> str:
        """Return an ``<img>`` for the bytes of a picture; a movie has its first frame beside it.

        ``up`` leads from the page to the site's top folder, ``"../"`` for instance.
        """
        with Image.open(io.BytesIO(data)) as image:
            (width, height), ending = image.size, image.format.lower()
            name, still = self._write(data, ending), ""
            if getattr(image, "n_frames", 1) > 1:
                first = io.BytesIO()
                image.seek(0)
                image.convert("RGB").save(first, "PNG")
                still = f' data-still="{up}pictures/{self._write(first.getvalue(), "png")}"'
        spoken = html.escape(alt, quote=True)
        size = f'width="{width}" height="{height}" loading="lazy"'
        return f'<img class="output" src="{up}pictures/{name}" alt="{spoken}" {size}{still}>'

    def taken_out(self, text: str, up: str, spoken: str = "") -> str:
        """Return HTML in which pictures and sounds that were written into it are files.

        ``spoken`` says what is heard, if it is a sound.
        """

        def one(match: re.Match) -> str:
            alt = re.search(r'alt="([^"]*)"', match.group(3))
            alt = html.unescape(alt.group(1)) if alt else "The picture that the code above draws"
            return self.shown(base64.b64decode(match.group(2)), alt, up)

        def heard(match: re.Match) -> str:
            return f'src="{up}pictures/{self._write(base64.b64decode(match.group(2)), match.group(1))}"'

        label = f'<audio aria-label="{html.escape(spoken, quote=True)}"'
        return SOUND.sub(heard, IN_HTML.sub(one, text).replace("<audio", label))
