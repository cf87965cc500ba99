"""The workbook that the sheets of a checklist are written into: words, looks, paper.

In: a view. Out: worksheets that all look and print alike. What stands on them is not decided here.
"""

import io
import locale
from collections.abc import Container
from datetime import UTC, datetime, time
from functools import lru_cache
from typing import Any

import xlsxwriter
from babel import Locale
from babel.core import get_global

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, StepView
from draaiboek.render.document import REGIONS, clean
from draaiboek.render.wording import when
from draaiboek.render.xlsx.package import finish
from draaiboek.render.xlsx.text import begins_like_formula, cell_text, cut, footer, row_height, sheet_name

FONT = "Arial"
"""On every office computer, or with a stand-in of the same width; has Arabic letters too."""
INK, SOFT, LINE, PAPER = "#2A1B26", "#75626D", "#E4D7C8", "#FFFFFF"
HERO, HERO_INK, SURFACE = "#571A46", "#FFF6EC", "#FAF3EA"
ACCENT, ACCENT_SOFT, ACCENT_INK = "#F2A93B", "#FDECD2", "#7D4300"
GOOD, GOOD_SOFT, INFO, INFO_SOFT, DANGER, DANGER_SOFT = (
    "#1F6A4B", "#E4F1EA", "#1F5775", "#E6F0F5", "#A1272B", "#FAE6E4",
)  # fmt: skip
"""The colours of the site."""

A4 = 9
Property = str | float | bool
"""The value of one property of a format: a colour, a width, whether it is bold."""
STATUSES = ("open", "busy", "done", "not-for-us")


@lru_cache(maxsize=64)
def locale_code(language: str) -> str:
    """What makes Excel name days and months in the language of the list and not in its own."""
    likely = Locale.parse(get_global("likely_subtags").get(language, language))
    wanted = (REGIONS.get(language, "").replace("-", "_"), f"{language}_{likely.territory}")
    codes = {name: code for code, name in locale.windows_locale.items()}
    return next((f"[$-{codes[name]:X}]" for name in wanted if name in codes), "")


class Book:
    """One workbook in the making, in the language of its view."""

    def __init__(self, view: ChecklistView, catalogue: Catalogue) -> None:
        self.view = view
        self.catalogue = catalogue
        self.rtl = view.direction == "rtl"
        self.short_date = f"{locale_code(view.language)}ddd d mmm yyyy"
        self.long_date = f"{locale_code(view.language)}dddd d mmmm yyyy"
        self._buffer = io.BytesIO()
        self.book = xlsxwriter.Workbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "default_format_properties": {"font_name": FONT, "font_size": 10},
                "default_row_height": 17,
            },
        )
        self._formats: dict[tuple[tuple[str, Property], ...], Any] = {}
        self._words: dict[str, str] = {}
        self._growing: dict[str, set[int]] = {}
        plan = catalogue.plans.get(view.playbook)
        steps = (step for phase in plan.phases for step in phase.steps) if plan else ()
        self.days = {step.id: step.day for step in steps}
        """Step id to the day of the event it belongs to, which matters for the run sheet."""
        self.usual_days = plan.days if plan else 1
        """How many days this form of event takes."""

    def text(self, key: str, /, **params: object) -> str:
        """An interface string in the language of the list."""
        return clean(self.catalogue.text(self.view.language, key, **params))

    def words(self, step: StepView) -> str:
        """How far from the event a step is."""
        if step.id not in self._words:
            self._words[step.id] = clean(when(step, self.catalogue, self.view.language))
        return self._words[step.id]

    def kind(self, step: StepView) -> str:
        """What sort of step it is, in a word or two to filter on."""
        kind = self.text("gate") if step.gate else self.text("column-essential" if step.essential else "optional")
        return f"{kind} · {self.text('document-late')}" if step.late else kind

    def style(self, language: str | None = None, /, **changes: Property) -> Any:
        """A format: the common one with changes; text in another direction keeps its own order."""
        start = "right" if self.rtl else "left"
        base: dict[str, Property] = {
            "font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter", "text_wrap": True, "align": start,
        }  # fmt: skip
        if self.rtl:
            base["reading_order"] = 2 if self._rtl(language or self.view.language) else 1
        return self._format({**base, **changes})

    def difference(self, **changes: Property) -> Any:
        """A format for conditional formatting: only what differs."""
        return self._format(changes)

    def _rtl(self, language: str) -> bool:
        entry = self.catalogue.languages.get(language)
        return entry is not None and entry.direction.value == "rtl"

    def _format(self, properties: dict[str, Property]) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(properties)
        return self._formats[key]

    def sheet(self, name: str, colour: str) -> Any:
        """A new worksheet on A4, with a footer that says what it is."""
        sheet = self.book.add_worksheet(sheet_name(name, (made.get_name() for made in self.book.worksheets())))
        if self.rtl:
            sheet.right_to_left()
        sheet.set_tab_color(colour)
        sheet.hide_gridlines(2)
        sheet.set_paper(A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.65)
        line = self.text("document-footer", title=self.view.title, version=self.view.version, date=self.view.today)
        sheet.set_footer(footer(f"{name} · {line}", "&P / &N", rtl=self.rtl), {"margin": 0.3})
        return sheet

    def put(self, sheet: Any, row: int, column: int, text: str, language: str | None = None, /, **changes: Property) -> None:
        """Write text, and only ever text."""
        said = cell_text(text)
        if begins_like_formula(said):
            changes["quote_prefix"] = True
        sheet.write_string(row, column, said, self.style(language, **changes))

    def merge(
        self, sheet: Any, row: int, columns: tuple[int, int], text: str, language: str | None = None, /, **changes: Property
    ) -> None:
        """Write text over several columns."""
        sheet.merge_range(row, columns[0], row, columns[1], "", self.style(language, **changes))
        self.put(sheet, row, columns[0], text, language, **changes)

    def head(
        self, sheet: Any, row: int, names: list[str], widths: list[float], centred: Container[int] = ()
    ) -> None:
        """Write a row of headings, which every printed page repeats, and set the widths of the columns."""
        for column, (name, width) in enumerate(zip(names, widths, strict=True)):
            sheet.set_column(column, column, width)
            aligned: dict[str, Property] = {"align": "center"} if column in centred else {}
            self.put(
                sheet, row, column, name, bold=True, bg_color=HERO, font_color=HERO_INK, valign="vcenter",
                border=1, border_color=HERO, **aligned,
            )  # fmt: skip
        # The arrows of a filter take room in a heading.
        cells = ((name, max(width - 3, 4)) for name, width in zip(names, widths, strict=True))
        sheet.set_row(row, row_height(cells, least=22))
        sheet.repeat_rows(row)

    def grow(self, sheet: Any, row: int, height: float) -> None:
        """Give a row its height, and let it grow when somebody types more into it."""
        sheet.set_row(row, height)
        self._growing.setdefault(sheet.get_name(), set()).add(row)

    def data(self) -> bytes:
        """The finished workbook."""
        view = self.view
        made = datetime.combine(view.today, time(), UTC).replace(tzinfo=None)
        properties = {
            "title": cut(clean(view.title), 255),
            "subject": cut(clean(view.playbook_title), 255),
            "category": self.text("checklist"),
            "author": self.text("site-name"),
            "comments": clean(view.address),
            "created": made,
        }
        self.book.set_properties(properties)
        growing = [self._growing.get(sheet.get_name(), set()) for sheet in self.book.worksheets()]
        self.book.close()
        return finish(self._buffer.getvalue(), REGIONS.get(view.language, view.language), growing)
