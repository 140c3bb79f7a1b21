"""One notebook run within limits; its tests are judged outside of the process that runs it."""
