"""``python -m grading``."""

import sys

if __name__ == "__main__":  # a worker imports this file too, and has no use for all that the command needs
    from grading.cli import main

    sys.exit(main())
