"""Checked sources to one immutable catalogue.

In: a `Project` without errors. Out: `Catalogue`. Never built when a rule reported an error.
"""

from draaiboek.catalogue.build import build_catalogue
from draaiboek.catalogue.remembered import remembered
from draaiboek.catalogue.types import (
    Catalogue,
    Page,
    Plan,
    PlanPhase,
    PlanStep,
    StepWords,
    checked_date,
    local,
    local_language,
)

__all__ = [
    "Catalogue",
    "Page",
    "Plan",
    "PlanPhase",
    "PlanStep",
    "StepWords",
    "build_catalogue",
    "checked_date",
    "local",
    "local_language",
    "remembered",
]
