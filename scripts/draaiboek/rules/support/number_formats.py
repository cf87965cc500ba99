"""How languages write numbers, and whether a number stands in a line."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

_SPACES = " \u00a0\u2009\u202f"


def _locale(language: str) -> Locale:
    """The locale of a language; English for languages whose customs are not known."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def written(value: Decimal, language: str) -> str:
    """A number as a language writes it, with all its decimals."""
    return str(format_decimal(value, locale=_locale(language), decimal_quantization=False))


def has_number(line: str, value: Decimal, language: str) -> bool:
    """Tell whether a line holds a number, in the digits and with the marks that its language uses."""
    return bool(_pattern(value, language).search(_plain_digits(line)))


def _plain_digits(line: str) -> str:
    """The line with every digit as 0 to 9, so that Arabic may use either kind."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in line)


@lru_cache(maxsize=1024)
def _pattern(value: Decimal, language: str) -> re.Pattern[str]:
    digits, _, decimals = f"{abs(value):f}".partition(".")
    groups = re.findall(r"\d{1,3}", f"{int(digits):,}")
    group, point = _marks(language)
    whole = f"(?:{f'[{group}]'.join(groups)}|{''.join(groups)})"
    decimals = decimals.rstrip("0")
    fraction = f"[{point}]{decimals}0*" if decimals else f"(?:[{point}]0+)?"
    sign = "[-\u2212\u2013]" if value < 0 else ""
    # Neither a part of a longer number nor of one with other decimals; a plain space before may end a year.
    before = rf"(?<!\d)(?<!\d[{group.replace(' ', '')}{point}])"
    return re.compile(rf"{before}{sign}{whole}{fraction}(?!\d)(?![{group}]\d{{3}}(?!\d))(?![{point}]\d)")


def _marks(language: str) -> tuple[str, str]:
    """The marks between thousands and before decimals, for use between brackets in a pattern."""
    locale = _locale(language)
    group, point = get_group_symbol(locale), get_decimal_symbol(locale)
    groups = {group, *_SPACES}
    if point == ",":
        groups.add(".")
    points = {point}
    if locale.language in ("ar", "fa", "ps", "ur", "ckb"):
        groups |= {",", ".", "\u066c"}
        points |= {".", ",", "\u066b"}
    return "".join(sorted(groups)), "".join(sorted(points))
