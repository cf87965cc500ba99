"""Links and images are followed from the page that shows them, in its own language."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]

PATH = "docs/nl/index.md"
HEAD = "---\ntitle: Draaiboek\ndescription: Hoe mensen elkaar vinden.\n---\n\n# Draaiboek\n\n"
LINKS = ("MD111", "MD112", "MD113", "MD114", "MD115")
IMAGES = ("MD121", "MD122", "MD123", "MD113", "MD115")


def codes(problems: list[tuple[str, int, int, str]]) -> list[str]:
    return [code for _, _, _, code in problems]


@pytest.mark.parametrize(
    "target",
    [
        "book/why.md",
        "book/why.md#figures",
        "./book/../book/why.md",
        "book/why.md?print#figures",
        "<book/why.md>",
        'book/why.md "Waarom"',
        "book%2Fwhy.md",
        "playbook/salon/index.md",
        "playbook/salon/day.md#set-up",
        "playbook/salon/day.md#set-up-route",
        "playbook/salon/prepare.md#venue",
        "playbook/salon/prepare.md#venue-visit",
        "playbook/salon/checklist.md",
        "playbook/salon/salon.xlsx",
        "playbook/index.md",
        "sources.md#source-1",
        "figures.md#visitors-2019",
        "events/index.md",
        "events/antwerp-1/index.md",
        "salon.svg",
        "https://example.org/(a)?b=c#d",
        "http://example.org",
    ],
)
def test_a_link_may_lead_to_whatever_the_site_will_have(found: Found, target: str) -> None:
    assert found({PATH: f"{HEAD}[De pagina]({target}).\n"}, *LINKS) == []


def test_a_link_may_lead_to_a_model_text_in_its_own_format(found: Found) -> None:
    text = "---\ntitle: Flyer\ndescription: Wie.\nformat: docx\nreader: visitor\n---\n\n# Flyer\n\nKom.\n"
    files = {"playbook/templates/nl/flyer.md": text}

    assert found({PATH: f"{HEAD}[De flyer](tools/templates/flyer.docx).\n", **files}, *LINKS) == []
    assert found({PATH: f"{HEAD}[De flyer](tools/templates/flyer.xlsx).\n", **files}, *LINKS) != []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("", "MD111"),
        ("book/why", "MD111"),
        ("book/why/", "MD111"),
        ("book/why.html", "MD111"),
        ("book", "MD111"),
        ("../nl/book/why.md", "MD111"),
        ("../../../../etc/passwd.md", "MD111"),
        ("playbook/salon/evening.md", "MD111"),
        ("playbook/shared/venue.md", "MD111"),
        ("events/antwerp-9/index.md", "MD111"),
        ("salon.png", "MD111"),
        ("playbook/saloon/saloon.xlsx", "MD111"),
        ("playbook/salon/salon.ics", "MD111"),
        ("events/antwerp-9/antwerp-9.ics", "MD111"),
        ("tools/templates/invitation.docx", "MD111"),
        ("#who", "MD112"),
        ("index.md#who", "MD112"),
        ("sources.md#source-9", "MD112"),
        ("playbook/salon/day.md#decide", "MD112"),
        ("/book/why.md", "MD115"),
        ("/", "MD115"),
        ("//example.org/x", "MD113"),
        ("/\\example.org", "MD113"),
        ("JavaScript:alert(1)", "MD113"),
        ("java&#x73;cript:alert(1)", "MD113"),
        ("java\u200bscript:alert(1)", "MD113"),
        ("data:text/html,x", "MD113"),
        ("file:///etc/passwd", "MD113"),
        ("tel:112", "MD113"),
    ],
)
def test_any_other_target_is_reported_once(found: Found, target: str, code: str) -> None:
    assert codes(found({PATH: f"{HEAD}[De pagina]({target}).\n"}, *LINKS)) == [code]


def test_links_of_every_form_are_followed(found: Found) -> None:
    body = (
        "[Ref][r] en [over twee\nregels](wy.md), [![Beeld](salon.svg)](wy2.md)\n\n"
        "[r]: wy3.md\n\n- <javascript://x>\n\n[op de volgende regel](\njavascript:x)\n"
    )

    assert found({PATH: HEAD + body}, *LINKS) == [
        (PATH, 8, 13, "MD111"),
        (PATH, 9, 17, "MD111"),
        (PATH, 11, 6, "MD111"),
        (PATH, 13, 4, "MD113"),
        (PATH, 16, 1, "MD113"),
    ]


def test_nothing_in_code_is_a_link(found: Found) -> None:
    assert found({PATH: f"{HEAD}`[x](wy.md)` en\n\n```\n[x](javascript:x)\n```\n"}, *LINKS) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Klik hier!", ["MD114"]),
        ("**hier**", ["MD114"]),
        ("Lees meer…", ["MD114"]),
        ("Plus d’infos", ["MD114"]),
        ("click HERE", ["MD114"]),
        ("اضغط هنا", ["MD114"]),
        (" ", ["MD114"]),
        ("![](salon.svg)", ["MD114"]),
        ("![Beeld](salon.svg)", []),
        ("`draaiboek`", []),
        ("hier vindt u de cijfers", []),
        ("Meer dan een salon", []),
    ],
)
def test_the_words_of_a_link_say_where_it_leads(found: Found, words: str, expected: list[str]) -> None:
    assert codes(found({PATH: f"{HEAD}[{words}](book/why.md)\n"}, *LINKS)) == expected


def test_a_translation_may_link_to_a_page_that_is_shown_in_dutch(found: Found, base: Base) -> None:
    path = "docs/fr/book/why.md"
    text = base(path, ("Lisez", "Lisez [l'accueil](../index.md), [rien](../rien.md),"))

    assert [(line, code) for _, line, _, code in found({path: text}, "MD")] == [(10, "MD111")]


def test_an_id_that_only_the_dutch_page_has_is_a_fault_of_that_translation(found: Found, base: Base) -> None:
    path = "docs/fr/book/why.md"
    text = base(path, ("#figures }", "#chiffres }"), ("Lisez", "Lisez [les chiffres](#figures) et"))

    assert codes(found({path: text}, "MD", "TR102")) == ["TR102"]


def test_a_visitors_language_has_only_its_own_pages(found: Found, base: Base) -> None:
    path = "docs/ar/visitors/what-is-a-salon.md"
    links = "[1](../index.md) [2](what-is-a-salon.md) [3](../events/index.md) [4](../book/why.md)"

    problems = found({path: base(path, ("## من", f"{links}\n\n## من"))}, "MD111")

    assert [column for _, _, column, _ in problems] == [1, 42, 66]


def test_links_in_a_shared_step_hold_on_every_page_that_shows_it(found: Found, base: Base) -> None:
    path = "playbook/shared/nl/venue.md"
    text = base(path, ("kennen.", "kennen, [zoals hier](#venue) en [daar](../../book/why.md), [niet](../book/why.md)."))
    use = "  - id: aftercare\n    steps:\n      - use: venue\n        offset: +1w\n"

    assert [column for _, _, column, _ in found({path: text}, "MD11")] == [94]
    assert [column for _, _, column, _ in found({path: text, "playbook/salon/playbook.yaml": base("playbook/salon/playbook.yaml") + use}, "MD11")] == [94]


def test_a_page_that_cannot_be_read_is_not_blamed_on_links_to_it(found: Found, base: Base) -> None:
    files = {
        "docs/nl/book/why.md": b"\xff",
        PATH: HEAD + "[Waarom](book/why.md#figures) en [de zaal](playbook/salon/day.md#set-up)\n",
        "playbook/salon/nl/day.md": base("playbook/salon/nl/day.md", ("## Zet", "```\n## Zet")),
        "data/events.yaml": base("data/events.yaml", ("status: held", "status: hold")),
        "docs/nl/book/more.md": "---\ntitle: Meer\ndescription: Meer.\n---\n\n# Meer\n\n[Antwerpen](../events/antwerp-1/index.md)\n",
    }

    assert found(files, "MD11") == []


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("![Een tafel](salon.svg)", []),
        ("![Een tafel](book/../salon.svg 'Titel')", []),
        ("![`code`](salon.svg)", ["MD121"]),
        ("![ ](salon.svg)", ["MD121"]),
        ("![](elders.png)", ["MD121", "MD122"]),
        ("![Een tafel](index.md)", ["MD122"]),
        ("![Een tafel](Salon.svg)", ["MD122"]),
        ("![Een tafel](../nl/salon.svg)", ["MD122"]),
        ("![Een tafel](//example.org/x.png)", ["MD123"]),
        ("![Een tafel](HTTPS://example.org/x.png)", ["MD123"]),
        ("![Een tafel](data:image/png;base64,x)", ["MD113"]),
        ("![Een tafel](/salon.svg)", ["MD115"]),
    ],
)
def test_an_image_has_words_and_a_file_of_this_site(found: Found, image: str, expected: list[str]) -> None:
    assert sorted(codes(found({PATH: f"{HEAD}{image}\n"}, *IMAGES))) == expected


def test_a_translation_may_show_the_dutch_image(found: Found, base: Base) -> None:
    path = "docs/fr/book/why.md"
    text = base(path, ("Lisez", "![Une table](../salon.svg) ![Rien](salon.svg)\n\nLisez"))

    assert found({path: text}, *IMAGES) == [(path, 10, 28, "MD122")]
