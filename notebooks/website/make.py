"""Makes the course's website from the stored notebooks: ``make site``.

Nothing is run. The pages are written as Sphinx reads them (MyST-NB, with the theme of Sphinx Book) into
``build/site-source``, and built from there into ``build/site``. Whatever notebooks and labs stand get a page.
"""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from notebooks.website import glossary, pages, readme, recorded, words
from notebooks.website.pictures import Pictures

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build"


def write_source(source: Path, root: Path = ROOT) -> None:
    """Write all pages and what they show into an empty folder."""
    shutil.rmtree(source, ignore_errors=True)
    extra = source / "extra"
    pictures = Pictures(extra / "pictures")
    places, playground = pages.found(root), (HERE / "playground.html").read_text(encoding="utf-8")
    terms = glossary.terms(glossary.read(root))
    for name, place in places.items():
        if Path(place).stem == name:
            target = source / place
            target.parent.mkdir(parents=True, exist_ok=True)
            page = pages.page(root / place, root, places, pictures, terms, playground)
            target.write_text(json.dumps(page), encoding="utf-8")
    shutil.copytree(root / "notebooks" / "figures", source / "notebooks" / "figures", ignore=only_pictures)
    for place, text in readme.systems_pages(root, places).items():
        (source / place).parent.mkdir(parents=True, exist_ok=True)
        (source / place).write_text(text, encoding="utf-8")
    (source / "index.md").write_text(readme.first_page(root, places), encoding="utf-8")
    (source / "instructors.md").write_text(readme.instructors_page(root, places), encoding="utf-8")
    text = (HERE / "playground.md").read_text(encoding="utf-8")
    text = words.linked(text, pages.seen_from("playground.md", places))
    text = text.replace("{playground}", playground.replace("{up}", ""))
    (source / "playground.md").write_text(text, encoding="utf-8")
    recorded.write_scripts(extra / "playground")


def only_pictures(_: str, names: list[str]) -> list[str]:
    """Return what `shutil.copytree` leaves out: all but pictures."""
    return [name for name in names if not name.endswith((".svg", ".png"))]


def build(target: Path, source: Path) -> None:
    """Build the site; an older one stays until the new one is whole.

    Raises
    ------
    SystemExit
        If Sphinx is not installed, or complains about anything: a link that leads nowhere, for instance.
    """
    try:
        import sphinx_book_theme  # noqa: F401
    except ImportError:
        raise SystemExit("The site's packages are missing: give the command `make site`.") from None
    write_source(source)
    unfinished = target.with_name(f"{target.name}-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-q", "-E"]
    command += ["-c", str(HERE), "-d", str(source.with_name("site-doctrees"))]
    command += ["-D", f"html_extra_path={source / 'extra'}", str(source), str(unfinished)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SystemExit("No site was made; what is wrong stands above.")
    shutil.rmtree(target, ignore_errors=True)
    unfinished.rename(target)


def main() -> None:
    """Build into ``build/site``, and say how large it is."""
    began, target = time.monotonic(), Path(sys.argv[1]) if len(sys.argv) > 1 else BUILD / "site"
    build(target.resolve(), BUILD / "site-source")
    files = [path for path in target.rglob("*") if path.is_file()]
    size, count = sum(path.stat().st_size for path in files), sum(path.suffix == ".html" for path in files)
    seconds = time.monotonic() - began
    print(f"{target / 'index.html'}: {count} pages, {size / 1e6:.1f} MB, made in {seconds:.0f} s")


if __name__ == "__main__":
    main()
