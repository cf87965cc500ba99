"""CSV: a checklist as a table."""
