"""Bytes to plain values, each with its position, and faults for what could not be read.

Loading never raises on content and never stops at the first bad file.
"""
