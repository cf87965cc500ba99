"""Catalogue and today's date to dated views. No clock, no files."""
