"""Markdown: a checklist as plain text."""
