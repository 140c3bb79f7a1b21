"""Files that the course ships, checked against their SHA-256 sums before they are used.

``SHA256SUMS`` lists every file; ``python -m helpers.assets.remake`` makes them again.
"""

import hashlib
import json
from pathlib import Path

FOLDER = Path(__file__).parent
SUMS = "SHA256SUMS"
SUFFIXES = {".npz", ".h5", ".keras", ".json", ".png"}


class AssetError(RuntimeError):
    """A shipped file is missing or is not the file that was shipped."""


def sha256(path: Path) -> str:
    """Return the SHA-256 sum of a file as 64 hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_sums(folder: Path = FOLDER) -> dict[str, str]:
    """Return ``{file name: SHA-256 sum}`` from the list of sums in ``folder``."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}


def asset(name: str, folder: Path = FOLDER) -> Path:
    """Return the path of a shipped file after checking its sum.

    Raises
    ------
    AssetError
        If the file is not listed, is missing, or was altered. The message says what to do.
    """
    mend = "Get it back with 'git checkout -- helpers/assets', or unpack the course again."
    expected = read_sums(folder).get(name)
    if expected is None:
        raise AssetError(f"The course ships no file called {name!r}. Look at {folder / SUMS}.")
    path = folder / name
    if not path.is_file():
        raise AssetError(f"The shipped file {path} is missing. {mend}")
    if sha256(path) != expected:
        raise AssetError(f"The shipped file {path} was altered: its SHA-256 sum is wrong. {mend}")
    return path


def read_record(name: str, folder: Path = FOLDER) -> dict:
    """Return what `helpers.assets.sources.write_record` stored; errors as `asset`."""
    return json.loads(asset(name, folder).read_text(encoding="utf-8"))
