"""Word: checklists and model texts as documents."""
