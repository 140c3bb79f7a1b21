"""Run notebooks from top to bottom and report seconds and peak memory of each.

``python -m tests.benchmarks.run_notebooks [--profile full|reduced] [--store] NOTEBOOK ...``

With ``--store`` the outputs are written back into the notebook when, and only when, the run
succeeded; this is how the outputs in the repository are made. Seconds and memory of a full run then go into
the notebook's row of the README, the one list of run times, which page 21 draws; the README's picture, which
shows stored outputs, is made again.
"""

import argparse
import os
import re
import sys
import threading
import time
from pathlib import Path

import nbformat
import psutil
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from notebooks.figures import strip


class MemoryWatch(threading.Thread):
    """Samples the resident memory of the kernel's process tree five times a second."""

    def __init__(self, client: NotebookClient) -> None:
        super().__init__(daemon=True)
        self.client, self.peak, self.done = client, 0, threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.2):
            try:
                kernel = psutil.Process(self.client.km.provisioner.pid)
                tree = [kernel, *kernel.children(recursive=True)]
                self.peak = max(self.peak, sum(process.memory_info().rss for process in tree))
            except (psutil.Error, AttributeError, TypeError):  # not started yet, or just gone
                continue


def drop_widget_views(notebook: nbformat.NotebookNode) -> None:
    """Leave a widget's text only: without a kernel its view would show an error."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)


def write_row(readme: Path, page: str, seconds: float, gib: float) -> bool:
    """Write a page's seconds and memory into its row of the README's table; return whether it has a row."""
    row = re.compile(rf"^(\| `{page}` \|.*\|) [^|]+ \| [^|]+ \|$", flags=re.MULTILINE)
    text, found = row.subn(rf"\1 {seconds:.0f} s | {gib:.1f} GiB |", readme.read_text(encoding="utf-8"))
    readme.write_text(text, encoding="utf-8", newline="\n")
    return bool(found)


def run(path: Path) -> tuple[nbformat.NotebookNode, float, float]:
    """Return the executed notebook, its seconds and its peak memory in GiB."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=1800,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    watch = MemoryWatch(client)
    watch.start()
    started = time.perf_counter()
    try:
        client.execute()
    finally:
        watch.done.set()
    return notebook, time.perf_counter() - started, watch.peak / 2**30


def main() -> int:
    """Run the command line; return 1 if a notebook failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--profile", choices=("full", "reduced"), default="full")
    parser.add_argument("--store", action="store_true", help="write the outputs back")
    arguments = parser.parse_args()
    os.environ["COURSE_PROFILE"] = arguments.profile
    failed = 0
    for path in arguments.notebooks:
        try:
            notebook, seconds, peak = run(path)
        except (CellExecutionError, OSError) as error:
            print(f"{path.name}: FAILED\n{error}", file=sys.stderr)
            failed = 1
            continue
        print(f"{path.name} ({arguments.profile}): {seconds:.0f} s, peak memory {peak:.2f} GiB", flush=True)
        if arguments.store:
            drop_widget_views(notebook)
            notebook.metadata["language_info"] = {"name": "python"}
            nbformat.write(notebook, path)
            pages = path.resolve().parent
            page = arguments.profile == "full" and pages.name == "notebooks"
            if page and not write_row(pages.parent / "README.md", path.stem, seconds, peak):
                print(f"The README's table has no row for {path.stem}.")
            if page and path.stem in strip.PAGES:
                try:
                    strip.main()
                except LookupError as error:
                    print(error)
    return failed


if __name__ == "__main__":
    sys.exit(main())
