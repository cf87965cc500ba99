"""Blocks of HTML for the pages."""
