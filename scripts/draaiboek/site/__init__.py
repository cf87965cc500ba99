"""Staged trees to the finished site: the engine per language in parallel, then one swap."""

from draaiboek.site.assemble import BuildFault, Order, build_site
from draaiboek.site.swap import may_replace

__all__ = ["BuildFault", "Order", "build_site", "may_replace"]
