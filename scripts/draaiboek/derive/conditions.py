"""Which steps and tasks apply in given circumstances, and how an open condition is said."""

from collections.abc import Mapping
from enum import Enum

from draaiboek.catalogue import Catalogue, local
from draaiboek.model.plan import Conditions


class Applies(Enum):
    """Whether something applies; `DEPENDS` when a circumstance is not given."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"


def applies(conditions: Conditions, given: Mapping[str, str]) -> Applies:
    """Or within a facet, and across facets; a facet that is not given leaves it open."""
    answers = {given[facet] in accepted if facet in given else None for facet, accepted in conditions.items()}
    if False in answers:
        return Applies.NO
    return Applies.DEPENDS if None in answers else Applies.YES


def condition_text(conditions: Conditions, given: Mapping[str, str], catalogue: Catalogue, language: str) -> str:
    """The open part of a condition in words: "lokaal bestuur; gehuurde zaal"."""
    parts = []
    for facet, accepted in conditions.items():
        if facet in given:
            continue
        names = {value.id: local(value.name, language) for value in catalogue.circumstances[facet].values}
        parts.append(f" {catalogue.text(language, 'or')} ".join(names[value] for value in accepted))
    return "; ".join(parts)
