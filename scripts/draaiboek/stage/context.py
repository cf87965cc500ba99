"""What every staged page of one language is made from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TypeVar, TypeVarTuple

from draaiboek.catalogue import Catalogue, remembered

Asked = TypeVarTuple("Asked")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Context:
    """One language of the site on one day."""

    catalogue: Catalogue
    language: str
    today: date
    site_url: str

    def text(self, key: str, /, **params: object) -> str:
        """An interface string in this language."""
        return self.catalogue.text(self.language, key, **params)

    def address(self, url: str) -> str:
        """The absolute address of a page, given below the language's root."""
        return f"{self.site_url}{self.language}/{url}"


def remembered_here(make: Callable[[Context, *Asked], Made]) -> Callable[[Context, *Asked], Made]:
    """As `remembered`, for functions of a context: kept for the same language, day and address."""

    @remembered
    def of_catalogue(catalogue: Catalogue, language: str, today: date, site_url: str, /, *asked: *Asked) -> Made:
        return make(Context(catalogue, language, today, site_url), *asked)

    @wraps(make)
    def recall(context: Context, /, *asked: *Asked) -> Made:
        return of_catalogue(context.catalogue, context.language, context.today, context.site_url, *asked)

    return recall
