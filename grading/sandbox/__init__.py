"""A Jupyter kernel that is closed in: nbclient, nbval and nbgrader can use it as ``gan-course-sandbox``."""
