"""Frozen types, closed vocabularies and problems. No input or output here."""
