"""Measurements of speed and size: `python3 make.py bench`. Nothing here is asserted in tests."""
