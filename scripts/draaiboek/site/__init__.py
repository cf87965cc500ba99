"""Staged trees to the finished site: the engine per language in parallel, then one swap."""
