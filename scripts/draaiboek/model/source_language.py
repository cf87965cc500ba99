"""The language that everything is written in first."""

SOURCE_LANGUAGE = "nl"
"""The language that all others are translated from."""
