"""What a run leaves: marks, tables, pages."""
