"""Interactive panels, one module each. The notebook hands them its networks and functions."""
