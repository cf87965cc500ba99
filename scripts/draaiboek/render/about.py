"""One line that says what a file to take along is."""

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView


def about(view: ChecklistView, catalogue: Catalogue) -> str:
    """One line that says what a file is: title, the day it was made, version and address."""
    return catalogue.text(
        view.language,
        "checklist-about",
        title=view.title,
        date=view.today.isoformat(),
        version=view.version,
        address=view.address,
    )
