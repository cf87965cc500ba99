"""A catalogue to `build/<lang>/`: ordinary single-language projects for the site engine.

Pages are put together in memory, then written. Nothing here knows the engine's internals.
"""

from draaiboek.stage.site_plan import SitePlan, plan_site, take_along
from draaiboek.stage.writing import hold_places, write_changed, write_stage, write_take_along

__all__ = ["SitePlan", "hold_places", "plan_site", "take_along", "write_changed", "write_stage", "write_take_along"]
