"""Checklists and events as data: JSON and CSV."""
