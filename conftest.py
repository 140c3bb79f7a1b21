"""Pytest's settings for tests and notebooks alike: the reduced profile, here and in every kernel."""

import os

os.environ["COURSE_PROFILE"] = "reduced"
