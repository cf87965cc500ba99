"""PDF: a checklist, set by Typst."""
