"""What every staged page of one language is made from."""

from dataclasses import dataclass
from datetime import date

from draaiboek.catalogue import Catalogue


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
