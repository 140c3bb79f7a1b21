"""The box that every interactive panel is, with words for where its controls cannot be shown."""

import ipywidgets as widgets

# ipywidgets cuts longer texts than 110 characters.
COMMANDS = "'make lab' or 'conda run --no-capture-output -n gan-course jupyter lab'"
WORDS = f"Run this cell after {COMMANDS} to get controls."


class Panel(widgets.VBox):
    """A box whose text says how to start the JupyterLab that shows its controls.

    Readers see the text in a stored page, and where JupyterLab or the kernel comes from another environment
    than the course's, without ipywidgets.
    """

    def __repr__(self) -> str:
        return WORDS
