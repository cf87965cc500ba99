"""Translations are compared with the Dutch text they match, by state and by structure."""

from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.load.project import load_project
from draaiboek.rules import check_project

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]
Project = Callable[..., Path]

NL = "docs/nl/book/why.md"
FR = "docs/fr/book/why.md"
DAY_NL = "playbook/salon/nl/day.md"
DAY_FR = "playbook/salon/fr/day.md"
DAY = """---
title: Le jour même
---

# Le jour même

Chacun sait que faire.

## Préparez la salle { #set-up }

Un chemin clair met à l'aise.

- Accrochez les flèches. { #set-up-route }
"""


def reported(root: Path, *families: str) -> list[tuple[str, int, str, str]]:
    problems = check_project(load_project(root))
    return [
        (problem.place.path, problem.place.line, problem.code, problem.severity.value)
        for problem in problems
        if problem.code.startswith(families or "TR") and problem.code != "TR106"
    ]


def test_an_edit_of_the_dutch_text_only_warns_however_much_it_changes(project: Project, base: Base) -> None:
    longer = base(NL, ("## Cijfers", "### Meer { #more }\n\nMeer.[^source-1]\n\n## Cijfers"))
    linked = base(NL, ("Lees ook", "Lees [de voorpagina](../index.md) en"), ("bezoekers.", "bezoekers.[^source-1]"))

    assert reported(project({NL: longer})) == [(FR, 4, "TR105", "warning"), (FR, 12, "TR101", "warning")]
    assert reported(project({NL: linked})) == [
        (FR, 4, "TR105", "warning"),
        (FR, 8, "TR103", "warning"),
        (FR, 8, "TR104", "warning"),
    ]


def test_other_front_matter_does_not_make_a_translation_stale(project: Project, base: Base) -> None:
    assert reported(project({NL: base(NL, ("er is.\n", "er is.\nchecked: 2026-11-22\n"))})) == []


def test_a_new_title_or_description_makes_a_translation_stale(project: Project, base: Base) -> None:
    for old, new in (("description: Waarom dit", "description: Waarom het"), ("title: Waarom", "title: Waarom dan")):
        assert reported(project({NL: base(NL, (old, new))})) == [(FR, 4, "TR105", "warning")]


def test_a_translation_without_hash_is_not_called_wrong(project: Project, base: Base) -> None:
    text = base(FR, ("source-hash: 900711e79f89\n", ""), ("## Chiffres { #figures }\n\n", ""))

    assert reported(project({FR: text})) == [(FR, 2, "TR108", "warning"), (FR, 11, "TR101", "warning")]


def test_other_headings_explain_other_ids_links_and_footnotes(project: Project, base: Base) -> None:
    text = base(FR).partition("## ")[0]

    assert reported(project({FR: text})) == [(FR, 10, "TR101", "error")]


def test_a_heading_without_id_is_reported_as_that_only(found: Found, base: Base) -> None:
    assert found({FR: base(FR, (" { #figures }", ""))}) == [(FR, 12, 1, "MD105")]


@pytest.mark.parametrize(
    ("dutch", "french", "differs"),
    [
        ("https://www.vdab.be/nl/taal", "https://www.vdab.be/fr/langue", False),
        ("https://nl.wikipedia.org/wiki/Taal", "https://fr.wikipedia.org/wiki/Langue", False),
        ("https://www.vdab.be", "http://vdab.be", False),
        ("https://www.vdab.be", "https://www.actiris.be", True),
        ("../index.md", "./../index.md", True),
        ("../index.md", "https://www.vdab.be", True),
        ("https://[", "https://[", False),
    ],
)
def test_links_to_other_sites_may_lead_to_their_page_in_another_language(
    project: Project, base: Base, dutch: str, french: str, differs: bool
) -> None:
    files = {NL: base(NL, ("Lees", f"Zie [de bron]({dutch}). Lees")), FR: base(FR, ("Lisez", f"[La source]({french}). Lisez"))}

    assert [code for _, _, code, _ in reported(project(files)) if code != "TR105"] == (["TR103"] if differs else [])


def test_links_and_footnotes_may_stand_in_another_order_but_as_often(project: Project, base: Base) -> None:
    dutch = base(NL, ("bezoekers.[^visitors-2019]", "bezoekers.[^visitors-2019]\nDat is veel.[^source-1]"))
    french = base(FR, ("Il y avait", "Beaucoup.[^source-1]\nIl y avait"))
    twice = french.replace("Beaucoup.", "Beaucoup.[^source-1]")

    assert [code for _, _, code, _ in reported(project({NL: dutch, FR: french}))] == ["TR105"]
    assert [(line, code) for _, line, code, _ in reported(project({NL: dutch, FR: twice}), "TR104")] == [(14, "TR104")]


def test_the_steps_and_tasks_of_a_phase_are_those_of_the_dutch_text(project: Project) -> None:
    two = DAY.replace("- Accrochez", "- Appelez. { #call }\n- Accrochez")
    none = DAY.partition("## ")[0]

    assert reported(project({DAY_FR: DAY}), "TR1") == [(DAY_FR, 2, "TR108", "warning")]
    assert reported(project({DAY_FR: two}), "TR110") == [(DAY_FR, 13, "TR110", "warning")]
    assert reported(project({DAY_FR: none}), "TR1") == [(DAY_FR, 2, "TR108", "warning"), (DAY_FR, 5, "TR110", "warning")]


def test_the_words_of_a_shared_step_have_their_tasks_in_every_language(project: Project) -> None:
    path = "playbook/shared/fr/venue.md"
    text = "---\ntitle: Choisir une salle\n---\n\n# Choisir une salle\n\nUn lieu connu.\n\n- Visitez la salle. { #venue-visit }\n"

    assert reported(project({path: text}), "TR110") == [(path, 5, "TR110", "warning")]


def test_a_dutch_text_that_cannot_be_read_is_not_blamed_on_its_translations(project: Project, base: Base) -> None:
    for text in (b"\xff", base(NL, ("## Cijfers", "```\n## Cijfers")), "---\ntitle: Waarom\n"):
        assert reported(project({NL: text})) == []


def test_front_matter_with_a_fault_leaves_the_state_unknown(found: Found, base: Base) -> None:
    for path, title in ((NL, "title: Waarom"), (FR, "title: Pourquoi")):
        codes = {code for _, _, _, code in found({path: base(path, (title, "titel: x"))})}

        assert set() < codes <= {"FD101", "FD102", "FD103"}


def test_a_page_of_an_unknown_language_is_no_translation(found: Found, base: Base) -> None:
    assert found({"docs/de/book/why.md": base(FR)}, "TR") == []


def test_a_visitors_language_has_the_visitors_section_and_a_home_page(found: Found) -> None:
    home = "---\ntitle: دليل\ndescription: دليل.\n---\n\n# دليل\n\nمرحبا.\n"
    files = {"docs/ar/index.md": home, "docs/ar/more.md": home, "playbook/salon/ar/day.md": DAY}

    assert found(files, "TR") == [
        ("docs/ar/index.md", 2, 1, "TR108"),
        ("docs/ar/more.md", 1, 1, "TR111"),
        ("playbook/salon/ar/day.md", 1, 1, "TR111"),
    ]


@pytest.mark.parametrize("scope", ["full", "visitors"])
def test_pages_that_are_not_translated_are_counted_per_language(project: Project, base: Base, scope: str) -> None:
    languages = base("data/languages.yaml").replace("scope: visitors", f"scope: {scope}")

    problems = check_project(load_project(project({"data/languages.yaml": languages})))

    counts = {problem.params["code"]: problem.params["count"] for problem in problems if problem.code == "TR106"}
    assert counts == ({"fr": 6, "ar": 6} if scope == "full" else {"fr": 6})
