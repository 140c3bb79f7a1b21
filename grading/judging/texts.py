"""Modules as text, for kernels that cannot import them."""

import re
import runpy
from pathlib import Path

HERE = Path(__file__).parent
PLAIN = HERE.parents[1] / "helpers" / "plain.py"
_names = runpy.run_path(str(PLAIN))  # importing it would start TensorFlow, as all of helpers does
MIME, ON_STREAM = _names["MIME"], _names["ON_STREAM"]


def with_plain(name: str) -> str:
    """Return the text of a module of ours after that of `helpers.plain`, which kernels may not have."""
    text = re.sub(r"from helpers.plain import .*\n", "", (HERE / name).read_text(encoding="utf-8"))
    return PLAIN.read_text(encoding="utf-8") + "\n\n" + text
