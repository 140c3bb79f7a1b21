"""Trains a judge: ``python -m helpers.features [digits | emoji]``."""

import sys

from helpers.features import digits, emoji

JUDGES = {"digits": digits.main, "emoji": emoji.main}


def main(names: list[str]) -> None:
    """Run the command line."""
    name = names[0] if names else "digits"
    if name not in JUDGES:
        sys.exit(f"There is no judge of {name!r}: choose from {', '.join(JUDGES)}.")
    JUDGES[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
