"""Names that students chose, made safe for folders, tables, pages and spreadsheets."""

import hashlib
import re
import unicodedata
from collections.abc import Container

JOINERS = "\u200c\u200d"  # unprintable to Python, but part of names in Persian and Indian scripts
FORBIDDEN = '/\\:*?"<>|`[]{}$;'  # the semicolon parts the cells of a table in many countries' spreadsheets
FORMULA = "=+-@＝＋－＠"  # a spreadsheet takes a cell that begins so for a formula
# What Colab, Windows, macOS, Jupyter, browsers and platforms put before and behind a name that is taken.
BEFORE = r"(?:(?:Copy of|Kopie von|Copie de|Copia de|C[óo]pia de) +)*"
BEHIND = (
    r"(?P<{}>(?: ?\(\d{{1,3}}\)|(?: ?- ?| )(?:Copy|Kopie|Copie|Copia)(?: ?\d{{1,3}})?|[-_ ]\d{{1,3}}"
    r"|-[0-9a-f]{{8}}(?:-[0-9a-f]{{4,12}}){{4}})*)"
)
COPY = re.compile(
    rf"{BEFORE}(?P<stem>.+?){BEHIND.format('a')}(?P<ending>\.\w+){BEHIND.format('b')}"
    rf"(?:\.(?:txt|json|ipynb){BEHIND.format('c')})?",
    re.IGNORECASE,
)
LONGEST = 100  # nbgrader's gradebook has room for 128 characters, file systems for 255 bytes


def safe_name(name: str, taken: Container[str] = ()) -> str:
    """Return a name that can be a folder, a gradebook key, a cell of a table and part of a page.

    An ordinary name, in any script, stays; one that has to be changed gets six letters of its hash. The
    result differs from names that are taken, `str.casefold`-ed, in more than case.
    """
    text = "".join("_" if ch in FORBIDDEN or not (ch.isprintable() or ch in JOINERS) else ch for ch in name)
    text = text.strip().rstrip(".")
    if len(text) > LONGEST or len(text.encode()) > 2 * LONGEST:
        text = text[:LONGEST].encode()[: 2 * LONGEST].decode(errors="ignore")
    if not text or text[0] in FORMULA or text[0] == "." or unicodedata.combining(text[0]):
        text = f"_{text}"
    mark, whole = name, text
    while whole.casefold() in taken or (mark is name and text != name):
        mark = hashlib.sha256(mark.encode(errors="surrogatepass")).hexdigest()
        whole = f"{text}-{mark[:6]}"
    return whole


def shown(name: object, longest: int = 60) -> str:
    """Return a short, printable form of any text for a reason; whoever puts it on a page has to escape it."""
    text = "".join(ch if ch.isprintable() else "?" for ch in str(name)[: longest + 1])
    return text if len(text) <= longest else text[: longest - 3] + "..."


def plain_name(name: str) -> tuple[str, int]:
    """Return a file's name without what was put to it to tell copies apart, and the number of the copy."""
    match = COPY.fullmatch(unicodedata.normalize("NFC", name)) if len(name) <= 255 else None
    if not match:
        return name, 0
    added = match["a"] + match["b"] + (match["c"] or "")
    numbers = re.findall(r"(?<![0-9a-f])\d{1,3}(?![0-9a-f])", added)
    return match["stem"] + match["ending"], int(numbers[-1]) if numbers else 0
