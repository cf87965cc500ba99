"""Of Material's stylesheet the site sends what is about the text, and nothing of that is lost."""

import re

import pytest
from draaiboek.site.stylesheet import material_folder, text_styles, trim_stylesheet


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a{color:red}", "a{color:red}"),
        (".md-header{top:0}", ""),
        (".md-typeset a,.md-nav a{color:red}", ".md-typeset a{color:red}"),
        (".md-typeset__table{margin:0}.md-typeset table{margin:0}", ".md-typeset table{margin:0}"),
        (".md-typeset :is(a:not(.b),p,.md-x)>i{top:0}", ""),
        (".md-typeset :is(b,a:not(.c,.d),p)>i{top:0}", ".md-typeset :is(b,a:not(.c,.d),p)>i{top:0}"),
        (".md-typeset a:not(.md-button){color:red}", ".md-typeset a:not(.md-button){color:red}"),
        ("@media print{.md-nav{top:0}}", ""),
        ("@media print{.md-nav{top:0}p{top:0}}", "@media print{p{top:0}}"),
        ('@charset "UTF-8";p{top:0}', '@charset "UTF-8";p{top:0}'),
        ("@keyframes a{0%{top:0}to{top:1px}}p{top:0}", "@keyframes a{0%{top:0}to{top:1px}}p{top:0}"),
        ('p:after{content:"} .md-nav{"}i{top:0}', 'p:after{content:"} .md-nav{"}i{top:0}'),
        (":root{--x:url('data:image/svg+xml;charset=utf-8,{;}')}", ':root{--x:url("data:image/svg+xml;charset=utf-8,{;}")}'),
        ("[data-md-color-scheme=slate]{top:0}", ""),
    ],
)  # fmt: skip
def test_rules_for_what_the_site_has_stay_and_no_other(given: str, kept: str) -> None:
    assert trim_stylesheet(given) == kept


def test_everything_about_the_text_in_the_real_stylesheet_is_kept() -> None:
    (file,) = (material_folder() / "assets/stylesheets").glob("main.*.css")
    whole, trimmed = file.read_text(encoding="utf-8"), text_styles().decode()
    texts = re.compile(r"(?<=[,{}])\.md-typeset(?![\w-])[^,{}()]*(?=[,{])")

    def about_text(css: str) -> set[str]:
        return {selector for selector in texts.findall(css) if ".md-" not in selector.removeprefix(".md-typeset")}

    assert about_text(trimmed) == about_text(whole)
    assert len(trimmed) < 0.6 * len(whole)
