"""What an organiser is told about a date. The windows were counted by hand on a printed calendar."""

from datetime import date, timedelta

import pytest
from draaiboek.catalogue import Catalogue
from draaiboek.derive.date_check import better_days, date_warnings
from draaiboek.derive.schedule import Occasion
from draaiboek.derive.workdays import is_working_day
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TODAY = date(2025, 1, 2)

# The day, and every warning there should be: kind, or id of the observance, with first and last day.
DAYS = [
    ("2026-02-16", {("school-holiday", "2026-02-16", "2026-02-22"), ("lunar-new-year", "2026-02-16", "2026-02-17")}),
    # Ramadan from 18 February 2026: a day of play before, thirty days with the first.
    ("2026-02-23", {("ramadan", "2026-02-17", "2026-03-19")}),
    ("2026-03-18", {("ramadan", "2026-02-17", "2026-03-19")}),
    # Eid al-Fitr on 20 March 2026: three days, and one on either side.
    ("2026-03-19", {("ramadan", "2026-02-17", "2026-03-19"), ("eid-al-fitr", "2026-03-19", "2026-03-23")}),
    ("2026-03-23", {("eid-al-fitr", "2026-03-19", "2026-03-23")}),
    ("2026-03-24", set()),
    # Passover begins on the evening of 1 April 2026 and lasts eight days.
    ("2026-03-31", set()),
    ("2026-04-01", {("passover", "2026-04-01", "2026-04-09")}),
    # Orthodox Good Friday 10 April 2026, in the Easter holiday; its Easter Monday is the 13th.
    ("2026-04-09", {("passover", "2026-04-01", "2026-04-09"), ("school-holiday", "2026-04-06", "2026-04-19")}),
    ("2026-04-10", {("orthodox-easter", "2026-04-10", "2026-04-13"), ("school-holiday", "2026-04-06", "2026-04-19")}),
    ("2026-04-06", {
        ("public-holiday", "2026-04-06", "2026-04-06"), ("passover", "2026-04-01", "2026-04-09"),
        ("school-holiday", "2026-04-06", "2026-04-19"),
    }),
    # Eid al-Adha on 27 May 2026.
    ("2026-05-26", {("eid-al-adha", "2026-05-26", "2026-05-30")}),
    ("2026-06-01", set()),
    # Yom Kippur, Monday 21 September 2026, from Sunday evening.
    ("2026-09-20", {("weekend", "2026-09-20", "2026-09-20"), ("yom-kippur", "2026-09-20", "2026-09-21")}),
    ("2026-09-22", set()),
    # 11 July 2028 is a Tuesday.
    ("2028-07-11", {("flemish-day", "2028-07-11", "2028-07-11"), ("school-holiday", "2028-07-01", "2028-08-31")}),
    # The Christmas holiday runs over the year's end; Orthodox Christmas is on 7 January.
    ("2027-01-01", {("public-holiday", "2027-01-01", "2027-01-01"), ("school-holiday", "2026-12-21", "2027-01-03")}),
    ("2027-01-04", set()),
    ("2027-01-06", {("orthodox-christmas", "2027-01-06", "2027-01-07")}),
    # Newroz, with its eve; Saturday 20 March 2027.
    ("2027-03-20", {("newroz", "2027-03-20", "2027-03-21"), ("weekend", "2027-03-20", "2027-03-20")}),
    # The leap day of 2028 is a Tuesday in the carnival holiday and after Eid al-Fitr of 26 February.
    ("2028-02-29", {("school-holiday", "2028-02-28", "2028-03-05"), ("eid-al-fitr", "2028-02-25", "2028-02-29")}),
    # The Friday after Ascension 2027 is a bridge day for schools.
    ("2027-05-07", {("school-holiday", "2027-05-07", "2027-05-07")}),
    ("2033-06-01", {("unknown-year", "2033-06-01", "2033-06-01")}),
]  # fmt: skip


def one_day(day: date) -> Occasion:
    return Occasion(day, day)


@pytest.mark.parametrize(("day", "expected"), DAYS)
def test_warnings_are_the_ones_counted_by_hand(day: str, expected: set[tuple[str, str, str]], catalogue: Catalogue) -> None:
    found = date_warnings(catalogue, one_day(date.fromisoformat(day)), "nl", TODAY)

    assert {
        (warning.observance or warning.kind, warning.first_day.isoformat(), warning.last_day.isoformat())
        for warning in found
    } == expected


def test_a_warning_names_the_tradition_the_days_and_that_they_are_expected(catalogue: Catalogue) -> None:
    def only(language: str) -> str:
        (warning,) = date_warnings(catalogue, one_day(date(2026, 3, 23)), language, TODAY)
        return warning.text

    assert only("nl").startswith("Suikerfeest (islam): vanaf vrijdag 20 maart 2026, verwacht, ± 1 dag.")
    assert "19–23 mrt 2026" in only("nl")
    assert only("fr").startswith("Aïd el-Fitr (islam) : à partir du vendredi 20 mars 2026, date attendue, ± 1 jour.")
    assert only("en").startswith("Eid al-Fitr (Islam): from Friday, March 20, 2026, expected, ± 1 day.")


def test_a_feast_that_begins_at_sunset_says_on_which_evening_and_is_not_called_expected(catalogue: Catalogue) -> None:
    (warning,) = date_warnings(catalogue, one_day(date(2027, 10, 11)), "nl", TODAY)

    assert "Jom Kipoer (jodendom): maandag 11 oktober 2027. Het begint de avond ervoor, op zondag 10 oktober 2027." in warning.text
    assert not warning.estimated


def test_every_day_of_an_event_of_several_days_counts(catalogue: Catalogue) -> None:
    found = date_warnings(catalogue, Occasion(date(2027, 5, 4), date(2027, 5, 8)), "nl", TODAY)

    assert [(warning.kind, warning.first_day) for warning in found] == [
        ("public-holiday", date(2027, 5, 6)), ("school-holiday", date(2027, 5, 7)), ("weekend", date(2027, 5, 8))
    ]  # fmt: skip


def test_of_a_day_that_is_over_only_that_is_said(catalogue: Catalogue) -> None:
    found = date_warnings(catalogue, one_day(date(2026, 3, 20)), "nl", date(2026, 3, 21))

    assert [warning.kind for warning in found] == ["past"]


@pytest.mark.parametrize(("day", "expected"), [
    # Thursday in the Easter holiday: the Thursdays before and after without warning.
    ("2027-04-08", ["2027-03-18", "2027-03-25", "2027-04-15"]),
    # Eid al-Fitr 2026 on a Friday: Ramadan before, one free Friday after, then the days nearest by.
    ("2026-03-20", ["2026-03-24", "2026-03-25", "2026-03-27"]),
    # The middle of the summer holiday leaves nothing within four weeks.
    ("2027-08-01", []),
])  # fmt: skip
def test_suggestions_are_the_ones_counted_by_hand(day: str, expected: list[str], catalogue: Catalogue) -> None:
    found = better_days(catalogue, one_day(date.fromisoformat(day)), "nl", TODAY)

    assert [suggested.isoformat() for suggested in found] == expected


SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SLOW
@given(day=st.dates(date(2025, 1, 1), date(2032, 12, 31)), ahead=st.integers(-3, 400), length=st.integers(0, 2))
def test_a_suggestion_is_free_of_warnings_near_and_still_to_come(
    day: date, ahead: int, length: int, catalogue: Catalogue
) -> None:
    occasion = Occasion(day, day + timedelta(days=length))
    today = day - timedelta(days=ahead)
    found = better_days(catalogue, occasion, "nl", today)

    assert len(found) <= 3
    assert list(found) == sorted(set(found))
    for first in found:
        moved = Occasion(first, first + timedelta(days=length))

        assert first > today
        assert first != day
        assert abs(first - day) <= timedelta(days=28)
        assert is_working_day(first)
        assert is_working_day(moved.last_day)
        assert date_warnings(catalogue, moved, "nl", today) == ()


def test_most_weeks_of_a_year_have_a_day_that_is_warned_of(catalogue: Catalogue) -> None:
    days = [date(2027, 1, 4) + timedelta(days=day) for day in range(360)]
    warned = {day.isocalendar().week for day in days if day.weekday() < 5 and date_warnings(catalogue, one_day(day), "nl", TODAY)}

    assert len(warned) > 26


@SLOW
@given(day=st.dates(date(2025, 1, 1), date(2032, 12, 31)))
def test_every_day_has_warnings_that_touch_it_and_never_leaves_a_placeholder(day: date, catalogue: Catalogue) -> None:
    for language in ("nl", "fr", "en"):
        for warning in date_warnings(catalogue, one_day(day), language, TODAY - timedelta(days=1)):
            assert warning.first_day <= day <= warning.last_day
            assert "{" not in warning.text
            assert warning.text.endswith(".")
