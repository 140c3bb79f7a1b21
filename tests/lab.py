"""A JupyterLab server and a browser for the tests, one of each for a run."""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOKEN = "tests"
SETTINGS = {  # no pop-up over the page, and every cell drawn, also those that are out of sight
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "notebook-extension/tracker": {"windowingMode": "none"},
    "docmanager-extension/plugin": {"autosave": False},
}
IDLE = re.compile(r"Python 3.*\| Idle")
BUSY = re.compile(r"Python 3.*\| Busy")


def find_browser() -> str | None:
    """Return the path of an installed Chromium, or None."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


@contextlib.contextmanager
def serve(folder: Path, settings: Path, python: str = sys.executable) -> Iterator[str]:
    """Serve a folder in JupyterLab on a free loopback port; give its address."""
    for name, values in SETTINGS.items():
        file = settings / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [python, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
    command += [f"--ServerApp.root_dir={folder}", f"--port={port}", f"--IdentityProvider.token={TOKEN}"]
    environment = os.environ | {"JUPYTERLAB_SETTINGS_DIR": str(settings)}
    with open(settings / "server.log", "w") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=2).close()
                break
            except OSError:
                if time.monotonic() > deadline or process.poll() is not None:
                    raise RuntimeError((settings / "server.log").read_text()) from None
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextlib.contextmanager
def browse() -> Iterator[Page]:
    """Open a page in a headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
        page = browser.new_page(viewport={"width": 1400, "height": 1600})
        page.set_default_timeout(30_000)
        try:
            yield page
        finally:
            browser.close()


def open_notebook(page: Page, address: str, path: str) -> None:
    """Open a notebook in a workspace of its own and wait until its kernel is idle."""
    page.goto(f"{address}/lab/workspaces/auto-{time.time_ns()}/tree/{path}?token={TOKEN}")
    page.locator(".jp-Notebook").wait_for()
    page.get_by_text(IDLE).first.wait_for(timeout=60_000)


def run_all(page: Page, seconds: float) -> None:
    """Run every cell and wait until the kernel is idle again with no cell waiting."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.get_by_text(BUSY).first.wait_for()
    deadline = time.monotonic() + seconds
    while page.locator(".jp-InputPrompt", has_text="[*]").count() or not page.get_by_text(IDLE).count():
        if time.monotonic() > deadline:
            raise TimeoutError(f"the notebook was not done after {seconds:.0f} seconds")
        page.wait_for_timeout(200)
