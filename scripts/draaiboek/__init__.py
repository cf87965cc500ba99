"""Draaiboek: check what editors write, derive dated checklists, build the multilingual site.

Layers, each importing only from those above it:
model, load, rules, catalogue, derive, render, stage, site, preview, report, cli.
"""

__version__ = "1.0.0"
