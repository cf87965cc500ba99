"""Excel: checklists and model texts as workbooks."""
