"""The sections that visitors can search."""

from draaiboek.derive.search import search_sections


def test_what_a_page_says_about_its_own_use_and_marks_is_not_searched() -> None:
    text = (
        "# Cijfers\n\n## Jobs { #jobs }\n\nHet aantal jobs, volgens [Verso](https://x.example).\n\n"
        'Gebruikt op: [Pourquoi](book/why.md){ lang="fr" }\n{: .used-on }\n\nTot later, '
        '[Pourquoi](book/why.md){ lang="fr" }.\n'
    )

    assert [(section.id, section.title, section.text) for section in search_sections(text, "Cijfers")] == [
        ("", "Cijfers", ""),
        ("jobs", "Jobs", "Het aantal jobs, volgens Verso. Tot later, Pourquoi."),
    ]
