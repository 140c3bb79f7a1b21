"""A mark for tests that start sandboxed kernels: skipped where that is not possible, but never in CI."""

import os

import pytest

from grading.sandbox import bubblewrap

TROUBLE = bubblewrap.probe_once()
needs_sandbox = pytest.mark.skipif(
    bool(TROUBLE) and not os.environ.get("CI"), reason=f"NO SANDBOX: {TROUBLE}"
)
