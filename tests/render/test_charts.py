"""Charts: a bar for each figure on one scale, a text alternative, and the numbers in a table."""

import re
from xml.etree import ElementTree

import pytest
from draaiboek.catalogue import Catalogue, local
from draaiboek.render.citations import figure_value
from draaiboek.render.html.charts import render_chart

SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def picture(catalogue: Catalogue, name: str, language: str = "nl") -> ElementTree.Element:
    found = SVG.search(render_chart(catalogue.charts[name], catalogue, language, "../"))
    assert found is not None
    return ElementTree.fromstring(found[0])


def bars(svg: ElementTree.Element) -> list[tuple[str | None, str | None]]:
    return [(bar.get("x"), bar.get("width")) for bar in svg.iter("rect") if "chart-bar" in bar.get("class", "")]


def test_the_largest_figure_fills_the_width_and_the_others_are_in_proportion(real: Catalogue) -> None:
    # 3, 10, 11.1 and 23 per cent, from top to bottom.
    assert bars(picture(real, "staff-share-definitions")) == [
        ("0.0%", "13.0%"), ("0.0%", "43.5%"), ("0.0%", "48.3%"), ("0.0%", "100.0%"),
    ]  # fmt: skip


def test_parts_begin_where_the_part_above_ends_and_the_total_is_whole(real: Catalogue) -> None:
    # 1.3, 2.6 and 7.2 of 11.1 per cent.
    assert bars(picture(real, "staff-share-groups")) == [
        ("0.0%", "11.7%"), ("11.7%", "23.4%"), ("35.1%", "64.9%"), ("0.0%", "100.0%"),
    ]  # fmt: skip


def test_in_a_language_from_right_to_left_the_picture_is_mirrored(arabic: Catalogue) -> None:
    svg = picture(arabic, "turnout", "ar")

    assert bars(svg) == [("33.3%", "66.7%"), ("0.0%", "100.0%")]
    assert {span.get("x") for span in svg.iter("tspan")} == {"100%"}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_chart_says_in_words_and_in_its_table_what_it_shows(real: Catalogue, language: str) -> None:
    assert real.charts
    for chart in real.charts.values():
        html = render_chart(chart, real, language, "../../figures/")
        svg = ElementTree.fromstring(SVG.search(html)[0])
        named = [svg.find(f"*[@id='{name}']") for name in svg.get("aria-labelledby").split()]

        assert svg.get("role") == "img"
        assert [part.tag for part in named] == ["title", "desc"]
        for bar in (*chart.bars, *([chart.total] if chart.total else [])):
            value = figure_value(real.figures[bar.figure], real, language)
            assert f"{local(bar.label, language)}: {value}" in named[1].text
            assert f'<a href="../../figures/#{bar.figure}">{value}</a>' in html
        assert "style=" not in html
        assert "fill=" not in html


def test_words_never_outgrow_a_narrow_phone(real: Catalogue) -> None:
    for language in real.full_languages:
        for name in real.charts:
            lines = [span.text for span in picture(real, name, language).iter("tspan")]

            assert lines
            assert [line for line in lines if len(line) > 40] == []
