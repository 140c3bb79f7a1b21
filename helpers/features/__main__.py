"""Trains a judge: ``python -m helpers.features [digits | emoji]``."""

import sys

from helpers.features import digits, emoji

JUDGES = {"digits": digits.main, "emoji": emoji.main}

name = sys.argv[1] if len(sys.argv) > 1 else "digits"
if name not in JUDGES:
    sys.exit(f"There is no judge of {name!r}: choose from {', '.join(JUDGES)}.")
JUDGES[name]()
